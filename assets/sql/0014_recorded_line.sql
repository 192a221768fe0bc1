-- How many times each line of the files of acts was recorded, by the first half of its digest; it goes with the family at erasure.
CREATE TABLE recorded_line (
    digest BLOB    NOT NULL PRIMARY KEY,
    times  INTEGER NOT NULL,
    family BLOB
) STRICT, WITHOUT ROWID;

-- Kept before by the digest of a file and the numbers of its lines.
DELETE FROM setting WHERE key GLOB 'recorded-lines/*';
