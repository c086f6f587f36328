-- When and by which journal row a due date was reckoned, so that it can be mended when that day was wrong.

ALTER TABLE loan ADD COLUMN dated_at  TEXT;         -- UTC; NULL of loans that were back before this migration
ALTER TABLE loan ADD COLUMN dated_row INTEGER;      -- the journal row `lent` or `renewed`
ALTER TABLE loan ADD COLUMN due_was   TEXT;         -- the day on the slip, where it was moved later since

UPDATE loan SET dated_at = dated.at, dated_row = dated.row
FROM (SELECT json_extract(body, '$.loan') AS loan, max(at) AS at, max(seq) AS row
      FROM journal WHERE kind IN ('lent', 'renewed') GROUP BY 1) AS dated
WHERE dated.loan = loan.id AND loan.returned_at IS NULL;
