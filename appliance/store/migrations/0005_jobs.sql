-- The periodic jobs: when each last ran well, and what went wrong. Times are UTC as everywhere.

CREATE TABLE job (
    name        TEXT PRIMARY KEY,
    known_since TEXT NOT NULL,
    ran_well_at TEXT,
    failed_at   TEXT,
    failure     TEXT NOT NULL DEFAULT '',           -- the error's class and place, never a value
    failures    INTEGER NOT NULL DEFAULT 0,         -- in a row since it last ran well
    mark        TEXT NOT NULL DEFAULT ''            -- how far it has come, in the job's own words
) STRICT, WITHOUT ROWID;
