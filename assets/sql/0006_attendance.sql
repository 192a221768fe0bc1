-- A view of the journal: who was at which session of a group action, for the grid in which it is entered.
CREATE TABLE attendance (
    session  BLOB NOT NULL,
    family   BLOB NOT NULL,
    presence TEXT NOT NULL,
    PRIMARY KEY (session, family)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_of_family ON attendance (family, session, presence);
