-- The Département keeps the journals of its antennas beside its own, as far as they were disclosed.

-- The side whose journal it is; absent of this store's own.
ALTER TABLE replica ADD COLUMN party BLOB;

-- For each replica, the last entry that this bundle or one before it brought, as JSON.
ALTER TABLE inbox ADD COLUMN through TEXT NOT NULL DEFAULT '{}';

-- What one side asks of the other and waits for: orientations sent to an antenna, referrals sent to the panel.
CREATE TABLE submission (
    id       BLOB    PRIMARY KEY,
    party    BLOB    NOT NULL,
    kind     TEXT    NOT NULL,
    -- Absent of an orientation that the antenna has not answered.
    family   BLOB,
    -- What was sent, as JSON; of a referral, with what became of it.
    body     TEXT    NOT NULL,
    -- The bundle in which it left.
    sent_in  INTEGER,
    -- What the other side answered, as JSON.
    answer   TEXT,
    open     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_by_kind ON submission (kind, open, party);
CREATE INDEX submission_of_family ON submission (family) WHERE family IS NOT NULL;
