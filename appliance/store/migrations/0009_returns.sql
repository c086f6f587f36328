-- A return may wait until staff has seen the copy, and a copy may rest before the same reader takes it again.

ALTER TABLE loan ADD COLUMN brought_at TEXT;        -- scanned at the return while returns are confirmed; over at returned_at
ALTER TABLE loan ADD COLUMN rests_until TEXT;       -- before this day the same reader goes on where this loan ended
CREATE INDEX loan_to_shelve ON loan(brought_at) WHERE brought_at IS NOT NULL AND returned_at IS NULL;
CREATE INDEX loan_resting ON loan(copy_id) WHERE rests_until IS NOT NULL;
