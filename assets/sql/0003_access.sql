-- Who opened, searched, printed or handed over what, apart from the acts and without any content; kept for a time only.
CREATE TABLE access (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    author BLOB    NOT NULL,
    kind   TEXT    NOT NULL,
    family BLOB
) STRICT;

CREATE INDEX access_by_time ON access (at);
CREATE INDEX access_of_family ON access (family, at) WHERE family IS NOT NULL;
