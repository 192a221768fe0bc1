-- The hand-off both ways. At the antenna there is one other side, the Département; at the Département, one an antenna.

-- Rows of before were for the only other side there was, known by no id yet.
ALTER TABLE outbox RENAME TO outbox_of_one;

CREATE TABLE outbox (
    party           BLOB    NOT NULL,
    sequence        INTEGER NOT NULL,
    epoch           INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    -- Of the signed envelope.
    digest          BLOB    NOT NULL,
    previous        BLOB    NOT NULL,
    file_name       TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    -- For each replica, the last entry that this bundle or one before it carries, as JSON.
    through         TEXT    NOT NULL,
    -- The file as it was handed over.
    bytes           BLOB    NOT NULL,
    handed_over_on  TEXT,
    acknowledged_on TEXT,
    -- What the other side answered, as JSON.
    receipt         TEXT,
    PRIMARY KEY (party, sequence)
) STRICT;

INSERT INTO outbox
    SELECT zeroblob(16), sequence, 1, 'activity', digest, previous, file_name, created_at, through, bytes, NULL,
           acknowledged_on, NULL
    FROM outbox_of_one;

DROP TABLE outbox_of_one;

-- The families of a bundle that carries none of their entries.
CREATE TABLE carried (
    party    BLOB    NOT NULL,
    sequence INTEGER NOT NULL,
    family   BLOB    NOT NULL,
    PRIMARY KEY (party, sequence, family)
) STRICT, WITHOUT ROWID;

-- What came from the other side.
CREATE TABLE inbox (
    party       BLOB    NOT NULL,
    epoch       INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    digest      BLOB    NOT NULL,
    kind        TEXT    NOT NULL,
    created_at  TEXT    NOT NULL,
    received_on TEXT    NOT NULL,
    -- applied, waiting, or left when its sender began anew before it.
    state       TEXT    NOT NULL,
    -- The file while it waits; afterwards only of what is published.
    bytes       BLOB    NOT NULL,
    -- What is answered, as JSON, and in which bundle it left.
    receipt     TEXT,
    answered_in INTEGER,
    PRIMARY KEY (party, epoch, sequence)
) STRICT;

-- Where each stream stands, as JSON.
CREATE TABLE stream (
    party    BLOB PRIMARY KEY,
    name     TEXT NOT NULL,
    received TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A family that the other side refused, until it is accepted; or, at the Département, that it refuses.
CREATE TABLE refused_family (
    family BLOB PRIMARY KEY,
    party  BLOB    NOT NULL,
    code   TEXT    NOT NULL,
    rule   TEXT,
    -- It goes again in the next bundle, though nothing was recorded since.
    again  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
