-- What a bundle brought is found by its digest, however long the journal is.
CREATE INDEX journal_entry_that_came ON journal_entry (purpose) WHERE substr(purpose, 1, 19) = '{"purpose":"import"';
