-- Slips that were asked for. What is printed is composed from the loans, so nothing of it is kept here.

CREATE TABLE slip (
    request_id INTEGER NOT NULL REFERENCES request(id),
    print      INTEGER NOT NULL CHECK (print >= 1),   -- 1, and more each time it was asked for anew
    asked_at   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'dropped', 'unsure')),
    PRIMARY KEY (request_id, print)
) STRICT, WITHOUT ROWID;
CREATE INDEX slip_unfinished ON slip(state, asked_at) WHERE state IN ('waiting', 'printing');
