-- The lines of the list stand together in the order of names, whole: the first screen reads a few pages of the file however many
-- families there are, instead of one page for each line.
DROP INDEX family_by_name;

CREATE INDEX family_by_name ON family (
    active, sort_key, id, name, matricule, birth_date, status, center, referent, stand_in, stand_in_from, stand_in_to,
    contract_rank, contract_starts, contract_ends, next_rule, next_due, last_contact, silent_after, included_on
);
