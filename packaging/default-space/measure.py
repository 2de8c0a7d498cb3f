"""Measures recall of the default space, in the program itself, on folders of captioned pictures, with bootstrap intervals.

usage: measure.py FUSEFIND_CLI MODELS FOLDER…
Each FOLDER holds captions.csv or metadata.csv (file_name, caption_1 … caption_N) and pictures,
or pictures with a text file each. The first lines of every table are what class names alone reach (ConSE, Norouzi et al.
2014): the names of the classes, by their probability.
"""

import csv
import pathlib
import sys

import numpy as np

from engine import ENCODERS, Engine, classifier, softmax, unit

RANKS = (1, 5, 10)
DRAWS = 2000
PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def read_folder(folder):
    """-> (picture files, captions, for each caption the row of its picture)."""
    tables = [folder / name for name in ("captions.csv", "metadata.csv") if (folder / name).exists()]
    if tables:
        with open(tables[0], encoding="utf-8", newline="") as file:
            rows = [(folder / row.pop("file_name"), [said for said in row.values() if said]) for row in csv.DictReader(file)]
    else:
        files = sorted(file for file in folder.iterdir() if file.suffix in PICTURES and file.with_suffix(".txt").exists())
        rows = [(file, file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()) for file in files]
    captions = [" ".join(said.split()) for _, many in rows for said in many]
    return [file for file, _ in rows], captions, np.repeat(np.arange(len(rows)), [len(many) for _, many in rows])


def ranks(scores, owner):
    """scores [captions, pictures] -> ranks from 0: of each caption's picture, and of each picture's best own caption."""
    right = scores[np.arange(len(owner)), owner]
    best = [(scores[:, i] > scores[owner == i, i].max()).sum() for i in range(scores.shape[1])]
    return (scores > right[:, None]).sum(1), np.array(best)


def with_intervals(ranked, groups, generator):
    """Recalls in percent; intervals by drawing pictures again, with all their captions."""
    hits = np.array([ranked < k for k in RANKS]).T
    count = groups.max() + 1
    sums = np.stack([np.bincount(groups, column, count) for column in hits.T], 1)
    sizes = np.bincount(groups, minlength=count)
    drawn = generator.integers(count, size=(DRAWS, count))
    spread = 100 * sums[drawn].sum(1) / sizes[drawn].sum(1)[:, None]
    low, high = np.percentile(spread, (2.5, 97.5), axis=0)
    return " / ".join(f"{value:.1f} [{a:.0f}, {b:.0f}]" for value, a, b in zip(100 * hits.mean(0), low, high))


def report(name, texts, pictures, owner):
    generator = np.random.default_rng(1)
    of_captions, of_pictures = ranks(texts @ pictures.T, owner)
    print(f"| {name} | {with_intervals(of_captions, owner, generator)} "
          f"| {with_intervals(of_pictures, np.arange(len(pictures)), generator)} |", flush=True)


def class_names_alone(engine, models, latents, texts, owner):
    """ConSE on the first picture encoder, both sides centred on what is measured: the 50 likeliest classes, and all, softened."""
    weight, bias, names = classifier(models, ENCODERS["image"][0])
    logits = latents[:, :weight.shape[1]] @ weight.T + bias
    named = unit(engine.text_latents([f"a photo of a {name}" for name in names]))
    likely = softmax(logits, 1.0)
    likely[likely < np.sort(likely, 1)[:, -50][:, None]] = 0
    for name, seen in (("class names, the 50 likeliest", likely), ("class names, T = 3", softmax(logits, 3.0))):
        points = unit(seen @ named)
        report(name, unit(texts - texts.mean(0)), unit(points - points.mean(0)), owner)


def measure(engine, models, folder):
    files, captions, owner = read_folder(folder)
    print(f"\n{folder.name}: {len(files)} pictures, {len(captions)} captions\n\n"
          "| | text to image, R@1 / 5 / 10 | image to text, R@1 / 5 / 10 |\n|---|---|---|", flush=True)
    class_names_alone(engine, models, engine.picture_latents(files), unit(engine.text_latents(captions)), owner)
    report("default space", engine.texts(captions, "--space", "default"), engine.embed(*files, "--space", "default"), owner)


def main(arguments):
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    engine = Engine(*arguments[:2])
    for folder in arguments[2:]:
        measure(engine, arguments[1], pathlib.Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
