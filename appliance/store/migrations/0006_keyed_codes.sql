-- Slips printed up to here have a code without a key, which is still read while their books are out; a later one
-- with such a code is made up.

INSERT INTO site SELECT 'last_slip_without_key', coalesce(max(id), 0) FROM request;

-- Codes that this library never made: how many were scanned so far, and of how many each member of staff was told.

CREATE TABLE forged_codes (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    count INTEGER NOT NULL
) STRICT;
INSERT INTO forged_codes VALUES (1, 0);
CREATE TABLE forged_codes_told (
    staff_id INTEGER PRIMARY KEY REFERENCES staff(id),
    count    INTEGER NOT NULL
) STRICT;
