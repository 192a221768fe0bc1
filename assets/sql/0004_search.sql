-- A view of the journal: where each family's words are, without the words themselves, and the index that finds them.
CREATE TABLE search_place (
    id     INTEGER PRIMARY KEY,
    family BLOB    NOT NULL,
    -- The part of the record: its members and ids from the record down.
    place  TEXT    NOT NULL,
    -- The first bytes of a digest of the words: whether they changed.
    words  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX search_place_of_family ON search_place (family, place, words);

-- name: who the family is; who: the same beside every other text, so that a name and a word find it together; what: the text.
-- The words come folded; only their parts are kept, not the texts.
CREATE VIRTUAL TABLE search_text USING fts5 (
    name, who, what,
    content = '', contentless_delete = 1, detail = column, prefix = '2 3 4', tokenize = 'unicode61'
);
