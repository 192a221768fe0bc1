-- An index of the referrals to the panel, for the antenna's board.
CREATE TABLE panel_referral (
    family  BLOB NOT NULL,
    id      BLOB NOT NULL,
    motive  TEXT NOT NULL,
    measure TEXT NOT NULL,
    stage   TEXT NOT NULL,
    open    INTEGER NOT NULL,
    since   TEXT NOT NULL,
    awaits  TEXT,
    PRIMARY KEY (family, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX panel_referral_by_day ON panel_referral (open, since, family, id);
