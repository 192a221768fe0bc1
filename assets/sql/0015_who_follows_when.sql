-- Who followed the family before the last change of referent, and every stand-in, each with the period, as JSON: a change and a stand-in
-- can be planned, so that who sees the family follows from the day.
DROP INDEX family_by_name;

ALTER TABLE family DROP COLUMN stand_in;
ALTER TABLE family DROP COLUMN stand_in_from;
ALTER TABLE family DROP COLUMN stand_in_to;
ALTER TABLE family ADD COLUMN referents_before TEXT;
ALTER TABLE family ADD COLUMN stand_ins TEXT;

CREATE INDEX family_by_name ON family (
    active, sort_key, id, name, matricule, birth_date, status, center, referent, referents_before, stand_ins,
    contract_rank, contract_starts, contract_ends, next_rule, next_due, last_contact, silent_after, included_on
);
