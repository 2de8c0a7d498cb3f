-- How well the halves of each pair fit each other in the space that was in use when somebody asked (core/library/datasets/pair_fits.h).
CREATE TABLE pair_fits (
    pair INTEGER PRIMARY KEY, -- data_pairs
    reading INTEGER NOT NULL,
    fit INTEGER,  -- in thousandths; NULL: one half has not been encoded
    rank INTEGER, -- likewise
    twins INTEGER -- the first pair with a file of the same content; NULL: none has
) STRICT;
CREATE INDEX pair_fits_by_reading ON pair_fits (reading);

PRAGMA user_version = 5;
