-- The search index. Texts are folded and cut into tokens by appliance/catalogue before they come here.
-- unicode61 as it comes takes Khmer vowels and coeng for gaps between words: the categories keep them inside.

CREATE VIRTUAL TABLE title_words USING fts5(
    title, people, rest,                        -- rest: series, subjects, publisher, both forms of the ISBN
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);

-- What the Khmer words of titles and authors sound like, consonants only: see appliance/catalogue/latin.py.
CREATE VIRTUAL TABLE title_sounds USING fts5(
    starts,                                     -- from each word on, the first four letters
    runs,                                       -- from each letter on, three letters
    content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "ascii"
);

-- Every Latin word of titles and authors, to find what a mistyped one may have meant.
CREATE TABLE search_word (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- For the screen before anything is typed: the newest titles of each shelf, and those in Khmer.
CREATE INDEX title_on_shelf ON title(shelf, language);
