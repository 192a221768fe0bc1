-- A view of the journal: what remains of an erased family is the order to erase it, which names nobody.
CREATE TABLE erased_family (
    id     BLOB PRIMARY KEY,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files past their time, and those in the archive, whatever the size of the caseload.
CREATE INDEX deadline_of_retention ON deadline (due, family) WHERE rule IN ('retention', 'disposal-to-confirm');
CREATE INDEX family_archived ON family (sort_key, id) WHERE status = 'archived';
