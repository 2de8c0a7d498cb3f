-- What the user says of hits: this file is a good result for what was looked for, or a bad one. One row for a query and a content; saying
-- something else takes the place of what was said before.
CREATE TABLE judged_pairs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    query BLOB NOT NULL CHECK (length(query) = 32),     -- SHA-256 of all that was looked for
    text TEXT,                                          -- where it was one text alone: what a training can use
    file BLOB,                                          -- where it was one file alone
    content BLOB NOT NULL CHECK (length(content) = 32), -- of the hit
    path BLOB NOT NULL,                                 -- of the hit, then
    good INTEGER NOT NULL CHECK (good IN (0, 1)),
    rank INTEGER NOT NULL CHECK (rank >= 1),            -- of the hit among the results, then
    space TEXT NOT NULL,                                -- that found it
    judged_at_ms INTEGER NOT NULL,
    UNIQUE (query, content)
) STRICT;
CREATE INDEX judged_pairs_by_space ON judged_pairs (space, rank, good);

PRAGMA user_version = 3;
