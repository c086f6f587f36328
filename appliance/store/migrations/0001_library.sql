-- Times are UTC in ISO 8601 with a trailing +00:00, days are civil dates of the site, texts are Unicode NFC as received.

CREATE TABLE site (
    name  TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reader (
    id            INTEGER PRIMARY KEY,
    number        INTEGER NOT NULL UNIQUE,
    issue         INTEGER NOT NULL DEFAULT 1,   -- of the card; a newer card kills the older one
    name          TEXT NOT NULL,
    category      TEXT NOT NULL,
    language      TEXT NOT NULL,
    avatar        TEXT NOT NULL,
    cell          TEXT NOT NULL DEFAULT '',
    blocked_until TEXT
) STRICT;

CREATE TABLE staff (
    id       INTEGER PRIMARY KEY,
    number   INTEGER NOT NULL UNIQUE,
    issue    INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL,
    role     TEXT NOT NULL,
    language TEXT NOT NULL,
    pin_hash TEXT NOT NULL,                     -- argon2id, PHC string
    failures INTEGER NOT NULL DEFAULT 0         -- wrong PINs in a row, counted before the PIN is checked
) STRICT;

CREATE TABLE title (
    id         INTEGER PRIMARY KEY,
    source_key TEXT NOT NULL UNIQUE,            -- what makes a record the same at the next import
    title      TEXT NOT NULL,
    authors    TEXT NOT NULL DEFAULT '[]',      -- JSON array of texts
    series     TEXT NOT NULL DEFAULT '',
    subjects   TEXT NOT NULL DEFAULT '[]',      -- JSON array of texts
    isbn       TEXT NOT NULL DEFAULT '',
    language   TEXT NOT NULL DEFAULT '',
    shelf      TEXT NOT NULL,
    year       INTEGER,
    publisher  TEXT NOT NULL DEFAULT '',
    cover      TEXT NOT NULL DEFAULT ''
) STRICT;

-- The record as it came, whole; beside the fields that search and screens need.
CREATE TABLE record (
    title_id INTEGER PRIMARY KEY REFERENCES title(id),
    format   TEXT NOT NULL,
    body     BLOB NOT NULL,
    sha256   BLOB NOT NULL                      -- of all that an import takes; 32 bytes for each record of the title
) STRICT;

CREATE TABLE copy (
    id       INTEGER PRIMARY KEY,
    barcode  TEXT NOT NULL UNIQUE,
    title_id INTEGER NOT NULL REFERENCES title(id),
    kind     TEXT NOT NULL,
    state    TEXT NOT NULL DEFAULT 'in_use'
) STRICT;
CREATE INDEX copy_of_title ON copy(title_id);

CREATE TABLE policy (
    category       TEXT NOT NULL,
    kind           TEXT NOT NULL,
    loan_days      INTEGER NOT NULL CHECK (loan_days >= 0),
    copies         INTEGER NOT NULL CHECK (copies >= 0),  -- most in a reader's hands, all kinds together
    renewals       INTEGER NOT NULL CHECK (renewals >= 0),
    needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
    PRIMARY KEY (category, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
    id         INTEGER PRIMARY KEY,
    reader_id  INTEGER REFERENCES reader(id),
    asked_at   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined', 'taken_back', 'lapsed')),
    decided_by INTEGER REFERENCES staff(id),
    decided_at TEXT,
    CHECK (reader_id IS NOT NULL OR state <> 'waiting')
) STRICT;
CREATE INDEX request_waiting ON request(reader_id) WHERE state = 'waiting';

CREATE TABLE request_copy (
    request_id INTEGER NOT NULL REFERENCES request(id),
    place      INTEGER NOT NULL,                -- in the basket, from 0
    copy_id    INTEGER NOT NULL REFERENCES copy(id),
    waiting    INTEGER NOT NULL CHECK (waiting IN (0, 1)),
    PRIMARY KEY (request_id, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_waiting_request_per_copy ON request_copy(copy_id) WHERE waiting = 1;

CREATE TABLE loan (
    id          INTEGER PRIMARY KEY,
    copy_id     INTEGER NOT NULL REFERENCES copy(id),
    reader_id   INTEGER REFERENCES reader(id),
    request_id  INTEGER NOT NULL REFERENCES request(id),
    lent_at     TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    renewals    INTEGER NOT NULL DEFAULT 0,
    returned_at TEXT,
    salt        BLOB,                           -- opens the journal's sealed reader and copy; gone after a purge
    CHECK (reader_id IS NOT NULL OR returned_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX one_open_loan_per_copy ON loan(copy_id) WHERE returned_at IS NULL;
CREATE INDEX open_loans_of_reader ON loan(reader_id) WHERE returned_at IS NULL;
CREATE INDEX loans_of_request ON loan(request_id);

-- Append-only and chained: see store/journal.py for what the hash is of.
CREATE TABLE journal (
    seq  INTEGER PRIMARY KEY,
    at   TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
