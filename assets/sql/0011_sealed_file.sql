-- The file of a sealed bundle stands apart, so that the line that tells of it is read without passing over megabytes.
CREATE TABLE sealed_file (
    party    BLOB    NOT NULL,
    sequence INTEGER NOT NULL,
    -- As it was handed over; empty once erased.
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (party, sequence)
) STRICT;

INSERT INTO sealed_file SELECT party, sequence, bytes FROM outbox;

ALTER TABLE outbox DROP COLUMN bytes;

-- Whether anything of a family was ever taken back: then her record is made of all her entries, and else goes on from the last.
CREATE INDEX journal_entry_that_takes_back ON journal_entry (family) WHERE substr(purpose, 1, 17) = '{"purpose":"undo"';
