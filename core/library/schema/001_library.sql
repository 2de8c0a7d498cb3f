-- The truth about a library. Times are milliseconds or nanoseconds since 1970 (UTC) as the column's name says, paths are the
-- bytes of the file system, a content is the SHA-256 of a file's bytes (of a caption: of its UTF-8 text).

CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    device INTEGER NOT NULL, -- st_dev when last seen: an empty folder on another device is a drive that is not mounted
    added_at_ms INTEGER NOT NULL
) STRICT;

-- A file that can be found. Files of equal content are items of their own and share segments and latents.
CREATE TABLE items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video')),
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32),
    width INTEGER,
    height INTEGER,
    duration_ms INTEGER,
    taken_at_ms INTEGER,
    shown_at_ms INTEGER AS (coalesce(taken_at_ms, mtime_ns / 1000000)) VIRTUAL, -- what it is browsed by
    name TEXT COLLATE NOCASE AS (replace(path, rtrim(path, replace(path, '/', '')), '')) VIRTUAL -- after the last slash
) STRICT;
CREATE INDEX items_by_content ON items (content);
CREATE INDEX items_by_folder ON items (folder, path);
-- One for each order of browsing, so that any page is found without sorting; with what is filtered by, so that
-- filtering reads no items.
CREATE INDEX items_by_time ON items (shown_at_ms, kind, folder);
CREATE INDEX items_by_name ON items (name, kind, folder);
CREATE INDEX items_by_size ON items (size, kind, folder);
CREATE INDEX items_by_length ON items (duration_ms, kind, folder);

-- What a latent describes: all of a content (0 to 0), or a stretch of sound. The id is the label in every vector index and is
-- never given twice.
CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content BLOB NOT NULL CHECK (length(content) = 32),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    UNIQUE (content, start_ms, end_ms)
) STRICT;

CREATE TABLE encoders (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    dim INTEGER NOT NULL
) STRICT;

-- Where latents/<encoder> keeps what the encoder said of a segment. Queries come to it from segments, by CROSS JOIN: left to choose,
-- SQLite walks all rows of an encoder for each content that is looked for.
CREATE TABLE latents (
    encoder INTEGER NOT NULL REFERENCES encoders (id) ON DELETE CASCADE,
    segment INTEGER NOT NULL REFERENCES segments (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    PRIMARY KEY (segment, encoder)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX latents_by_row ON latents (encoder, row);

-- Files and folders a scan came upon and could not use. With size and time: not tried again until one of them changes;
-- without: tried at every scan.
CREATE TABLE skipped (
    path BLOB PRIMARY KEY,
    folder INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    size INTEGER,
    mtime_ns INTEGER,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX skipped_by_folder ON skipped (folder);

-- How often the process crashed while it read a content.
CREATE TABLE work (
    content BLOB PRIMARY KEY CHECK (length(content) = 32),
    strikes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spaces (
    name TEXT PRIMARY KEY,
    created_at_ms INTEGER NOT NULL,
    in_use INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_space_in_use ON spaces (in_use) WHERE in_use = 1;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x46464e44;
PRAGMA user_version = 1;
