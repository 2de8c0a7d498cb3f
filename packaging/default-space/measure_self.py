"""Measures what `train --self` is worth, in the program itself: the pictures of each half of a folder, in the default space adapted to the
pictures of the other half and, as it came, with bootstrap intervals of the difference.

usage: measure_self.py FUSEFIND_CLI MODELS FOLDER…
Each FOLDER holds captioned pictures as measure.py reads them; of the half that is adapted to, no caption is read.
"""

import os
import pathlib
import sys

import numpy as np

from engine import Engine
from measure import DRAWS, RANKS, ranks, read_folder

SPLITS = 3  # in two halves at random; each picture is measured once in each
COLUMNS = {"text to image": slice(0, 3), "image to text": slice(3, 6), "mean of all six": slice(0, 6)}


def hits(texts, pictures, owner):
    """-> [pictures, 6]: the share of a picture's captions that find it at each of RANKS, and whether it finds one of them."""
    of_captions, of_pictures = ranks(texts @ pictures.T, owner)
    count = len(pictures)
    shares = [np.bincount(owner, of_captions < k, count) / np.bincount(owner, minlength=count) for k in RANKS]
    return np.stack(shares + [of_pictures < k for k in RANKS], 1)


def adapted(engine, files, known, unknown, name):
    """-> points of the `unknown` pictures in the default space adapted to the `known` ones."""
    folder = pathlib.Path(engine.folder.name) / name
    folder.mkdir()
    for row in known:
        os.symlink(files[row].resolve(), folder / f"{row}{files[row].suffix}")
    engine.call("train", "--self", folder, "--name", name)
    return engine.embed(*(files[row] for row in unknown), "--space", name)


def compared(engine, folder):
    """-> (hits in the default space, hits when adapted), both [pictures, 6] and means over the splits."""
    files, captions, owner = read_folder(folder)
    texts = engine.texts(captions, "--space", "default")
    points = engine.embed(*files, "--space", "default")
    before, after = np.zeros((2, len(files), 2 * len(RANKS)))
    for split in range(SPLITS):
        order = np.random.default_rng(split).permutation(len(files))
        halves = order[:len(order) // 2], order[len(order) // 2:]
        for number, (known, unknown) in enumerate((halves, halves[::-1])):
            place = np.full(len(files), -1)
            place[unknown] = np.arange(len(unknown))
            asked = place[owner] >= 0
            here = texts[asked], place[owner[asked]]
            before[unknown] += hits(here[0], points[unknown], here[1]) / SPLITS
            moved = adapted(engine, files, known, unknown, f"{folder.name}-{split}-{number}")
            after[unknown] += hits(here[0], moved, here[1]) / SPLITS
    return before, after


def report(name, before, after):
    generator = np.random.default_rng(1)
    drawn = generator.integers(len(before), size=(DRAWS, len(before)))
    cells = []
    for columns in COLUMNS.values():
        difference = 100 * (after - before)[:, columns].mean(1)
        low, high = np.percentile(difference[drawn].mean(1), (2.5, 97.5))
        recalls = " / ".join(f"{100 * value:.1f}" for value in after[:, columns].mean(0))
        recalls = f"{recalls}, " if columns.stop - columns.start == len(RANKS) else ""
        cells.append(f"{recalls}{difference.mean():+.1f} [{low:+.1f}, {high:+.1f}]")
    print(f"| {name} ({len(before)}) | {' | '.join(cells)} |", flush=True)


def main(arguments):
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    engine = Engine(*arguments[:2])
    print(f"| | {' | '.join(COLUMNS)} |\n|---|---|---|---|", flush=True)
    for folder in map(pathlib.Path, arguments[2:]):
        report(folder.name, *compared(engine, folder))


if __name__ == "__main__":
    main(sys.argv[1:])
