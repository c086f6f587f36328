-- What became of each copy of a request, whether its reader has been told, and when they may ask for its titles again.

ALTER TABLE request_copy ADD COLUMN outcome TEXT;               -- why it was not lent
ALTER TABLE request ADD COLUMN untold INTEGER NOT NULL DEFAULT 0 CHECK (untold IN (0, 1));
ALTER TABLE request ADD COLUMN cools_until TEXT;                -- before this day they ask for none of its titles

-- Asked at every card, nearly always in vain.
CREATE INDEX request_news ON request(reader_id) WHERE untold = 1 OR cools_until IS NOT NULL;
