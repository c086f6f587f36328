-- What is asked at every tick, ISBN or start is found by an index that does not grow with the library's past.

CREATE INDEX request_waiting_since ON request(asked_at) WHERE state = 'waiting';
CREATE INDEX title_of_isbn ON title(isbn) WHERE isbn <> '';
CREATE INDEX journal_of_runs ON journal(seq) WHERE kind IN ('started', 'stopped', 'crashed');
