-- What the reader had touched when the slip was asked for; without it a slip is in the language of their card.
ALTER TABLE slip ADD COLUMN language TEXT;
