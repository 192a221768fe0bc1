-- The journal is the truth. Nothing in it changes, but that an event's salt and body can be destroyed together (erasure).

CREATE TABLE replica (
    id BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_entry (
    replica     BLOB    NOT NULL,
    number      INTEGER NOT NULL,
    lamport     INTEGER NOT NULL,
    seen        TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    author      BLOB    NOT NULL,
    family      BLOB,
    purpose     TEXT    NOT NULL,
    previous    BLOB    NOT NULL,
    digest      BLOB    NOT NULL,
    PRIMARY KEY (replica, number)
) STRICT, WITHOUT ROWID;

-- A family's entries in order of replay.
CREATE INDEX journal_entry_of_family ON journal_entry (family, lamport, replica, number);

CREATE TABLE journal_event (
    replica  BLOB    NOT NULL,
    number   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    digest   BLOB    NOT NULL,
    salt     BLOB,
    body     TEXT,
    PRIMARY KEY (replica, number, position),
    FOREIGN KEY (replica, number) REFERENCES journal_entry (replica, number),
    CHECK ((salt IS NULL) = (body IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_entry_is_never_changed BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_entry_is_never_deleted BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_event_is_only_erased BEFORE UPDATE ON journal_event
WHEN NEW.replica IS NOT OLD.replica OR NEW.number IS NOT OLD.number OR NEW.position IS NOT OLD.position
  OR NEW.digest IS NOT OLD.digest OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_event_is_never_deleted BEFORE DELETE ON journal_event
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

-- Views of the journal: a replay of all entries gives them again, byte for byte.

CREATE TABLE antenna_record (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    record TEXT NOT NULL
) STRICT;

-- With row ids, though its key is none: a long record in the key's own tree leaves room for four branches a page, and the way to
-- a record grows with the caseload.
CREATE TABLE family_record (
    id     BLOB PRIMARY KEY,
    record TEXT NOT NULL
) STRICT;

-- What the caseload list shows and sorts by; apart from the record, so that a page of the list stays a few pages of the file.
CREATE TABLE family (
    id              BLOB PRIMARY KEY,
    name            TEXT NOT NULL,
    sort_key        TEXT NOT NULL,
    matricule       TEXT NOT NULL,
    birth_date      TEXT NOT NULL,
    status          TEXT NOT NULL,
    active          INTEGER NOT NULL,
    center          TEXT,
    referent        BLOB,
    stand_in        BLOB,
    stand_in_from   TEXT,
    stand_in_to     TEXT,
    contract_rank   INTEGER,
    contract_starts TEXT,
    contract_ends   TEXT,
    next_rule       TEXT,
    next_due        TEXT,
    last_contact    TEXT,
    silent_after    TEXT,
    included_on     TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX family_by_name ON family (active, sort_key, id);
CREATE INDEX family_by_matricule ON family (matricule);
CREATE INDEX family_by_birth_date ON family (birth_date);

-- An index of the deadlines that follow from the records.
CREATE TABLE deadline (
    family BLOB NOT NULL,
    rule   TEXT NOT NULL,
    about  TEXT NOT NULL,
    opens  TEXT NOT NULL,
    due    TEXT NOT NULL,
    PRIMARY KEY (family, rule, about)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_by_due ON deadline (due, family, rule, about);

-- Places taken, for each solidarity centre.
CREATE TABLE place (
    center TEXT PRIMARY KEY,
    taken  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is neither journal nor view.

CREATE TABLE outbox (
    sequence   INTEGER PRIMARY KEY,
    digest     BLOB    NOT NULL,
    previous   BLOB    NOT NULL,
    file_name  TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    -- For each replica, the last entry that the bundle carries, as JSON.
    through    TEXT    NOT NULL,
    bytes      BLOB    NOT NULL
) STRICT;

CREATE TABLE draft (
    key      TEXT PRIMARY KEY,
    body     TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
