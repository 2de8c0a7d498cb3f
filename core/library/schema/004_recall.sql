-- What files outside the library hold that belong to a data set: hashed once, and again when size or time are others.
CREATE TABLE file_contents (
    path BLOB PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32)
) STRICT, WITHOUT ROWID;

-- The recall of a space on the held-out pairs of a data set, each time that it was measured anew.
CREATE TABLE recall_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    data_set INTEGER NOT NULL REFERENCES data_sets (id) ON DELETE CASCADE,
    space TEXT NOT NULL,
    basis BLOB NOT NULL CHECK (length(basis) = 32), -- SHA-256 of all that it was measured on: the same basis, the same recall
    at_ms INTEGER NOT NULL,
    recalls TEXT NOT NULL -- a JSON list of DirectionRecall (core/protocol/recall_messages.h)
) STRICT;
CREATE INDEX recall_history_by_data_set ON recall_history (data_set, id);

PRAGMA user_version = 4;
