-- Folders of pairs, as they were read last, and what their user changed. The folders themselves are never written to.

CREATE TABLE data_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    reading INTEGER, -- the one of data_readings that is shown; NULL: none yet
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)) -- not shown; taken out at the worker's next start
) STRICT;

-- One look at a folder. It is written in many small transactions beside whatever else the worker writes, and shown by a last one;
-- what is not shown any more is left over and taken out. Its pairs have the numbers from first_pair on, without gaps.
CREATE TABLE data_readings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    data_set INTEGER NOT NULL REFERENCES data_sets (id) ON DELETE CASCADE,
    format TEXT NOT NULL,
    read_at_ms INTEGER NOT NULL,
    problems INTEGER NOT NULL, -- all that were found, also in what makes no pair
    first_pair INTEGER,
    pairs INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX data_readings_by_data_set ON data_readings (data_set);

-- The rows of a reading. They are taken out part by part, so nothing cascades.
CREATE TABLE data_files (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    path BLOB NOT NULL, -- below the data set's folder
    kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video')),
    width INTEGER,
    height INTEGER,
    duration_ms INTEGER,
    problem TEXT NOT NULL -- may be empty
) STRICT;
CREATE INDEX data_files_by_reading ON data_files (reading);

CREATE TABLE data_captions (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    text TEXT NOT NULL,
    original TEXT -- what the folder says, where the user has mended it
) STRICT;
CREATE INDEX data_captions_by_reading ON data_captions (reading);

-- Kept in step with data_captions.text by the program (core/library/datasets/captions.h).
CREATE VIRTUAL TABLE caption_words USING fts5 (
    text, content = 'data_captions', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE data_pairs (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('image_text', 'audio_text', 'image_audio')),
    image INTEGER,   -- data_files
    sound INTEGER,   -- data_files
    caption INTEGER, -- data_captions
    item INTEGER NOT NULL, -- the same for all that pairs connect: a picture with its captions, which are never split
    own_split TEXT NOT NULL CHECK (own_split IN ('train', 'validation', 'test')), -- as the data says, or a training draws
    split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')),         -- where its user has it
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    problem INTEGER NOT NULL CHECK (problem IN (0, 1)), -- of one of its files
    content BLOB NOT NULL CHECK (length(content) = 32)  -- what the tables below know it by (pair_names.h)
) STRICT;
-- With all that is filtered by, so that a page is found without reading the pairs themselves.
CREATE INDEX data_pairs_by_number ON data_pairs (reading, id, kind, split, excluded, problem, item, caption);
CREATE INDEX data_pairs_by_item ON data_pairs (reading, item);
CREATE INDEX data_pairs_by_caption ON data_pairs (caption) WHERE caption IS NOT NULL;

-- What the user changed, by content: it holds for every reading of the folder in which the same things are found.
CREATE TABLE pair_exclusions (
    data_set INTEGER NOT NULL REFERENCES data_sets (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32),
    PRIMARY KEY (data_set, kind, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE caption_mends (
    data_set INTEGER NOT NULL REFERENCES data_sets (id) ON DELETE CASCADE,
    content BLOB NOT NULL CHECK (length(content) = 32),
    text TEXT NOT NULL,
    PRIMARY KEY (data_set, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE split_moves (
    data_set INTEGER NOT NULL REFERENCES data_sets (id) ON DELETE CASCADE,
    path BLOB NOT NULL, -- of a file below the folder
    split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')),
    PRIMARY KEY (data_set, path)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
