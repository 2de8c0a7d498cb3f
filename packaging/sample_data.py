"""Lays out the sample data: pairs to train on, a library to search (no captions beside its files) and queries.

usage: sample_data.py SHARE SAMPLE
SHARE is the usr/share of the unpacked Debian packages; SAMPLE is replaced as a whole, by one rename.
"""

import csv
import hashlib
import json
import pathlib
import shutil
import sys

from sample import clipart, gcompris, samples, stamps
from sample.items import bytes_of, place, suffix_of

# Share of the groups of pictures, and of single sounds, that is held out for the library.
HELD_OUT_PICTURES, HELD_OUT_SOUNDS = 0.3, 0.35
# Pictures of these things are divided one by one, so that a search finds several and training has seen some.
DIVIDED = set("apple apples butterfly car cat dog dogs drum drums guitar horse train sailboat boat".split())

# A file is a right answer when its captions say one of "any" and none of "none"; "wrong" names exceptions that captions do not tell.
TEXT_QUERIES = [
    {"text": "a red apple", "any": ["apple", "apples"], "wrong": ["photo-words-sample-apple"],
     "none": ["green", "granny", "juice", "pie", "core", "grenade", "candied", "slate", "black"]},
    {"text": "a guitar", "any": ["guitar", "guitars"], "none": []},
    {"text": "a drum", "any": ["drum", "drums", "drumkit", "tabla", "bongo", "timpani"], "none": ["synthesizer"]},
]
# name of the item, taken out of pairs and library; what counts as right in the library
LIKE_QUERIES = [
    {"item": "drum_tom_mid_soft", "any": ["drum", "drums", "drumkit", "tabla", "bongo", "timpani"], "none": ["synthesizer"]},
    {"item": "photo-tools-hammer1", "any": ["hammer", "mallet"], "none": []},
]


def collect(share):
    """Every item of every source once: a file that another item has already brought is left out."""
    seen, names, items = set(), set(), []
    for source in (stamps, clipart, gcompris, samples):
        for item in source.read(share):
            files = [file for file in (item.picture, item.sound) if file is not None]
            digests = {hashlib.sha256(bytes_of(file)).digest() for file in files}
            if digests & seen:
                continue
            seen |= digests
            while item.slug in names:
                item.name += "-x"
            names.add(item.slug)
            items.append(item)
    return items


def is_held_out(item):
    alone = int(hashlib.sha256(item.slug.encode()).hexdigest()[:8], 16) / 2**32
    if item.picture is None:
        return alone < HELD_OUT_SOUNDS
    if DIVIDED & set(item.group.split()):
        return alone < 0.6
    return item.fraction() < HELD_OUT_PICTURES


def write_table(folder, items, kind):
    """A folder with metadata.csv: file_name, caption_1 … caption_N; a row with fewer captions has empty cells."""
    width = max(len(item.captions) for item in items)
    folder.mkdir(parents=True)
    with open(folder / "metadata.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["file_name", *(f"caption_{n + 1}" for n in range(width))])
        for item in items:
            media = getattr(item, kind)
            name = item.slug + suffix_of(media)
            place(media, folder / name)
            table.writerow([name, *item.captions, *[""] * (width - len(item.captions))])


def write_stems(folder, items):
    """x.png with x.txt and, where there is one, x.ogg."""
    for item in items:
        for media in (item.picture, item.sound):
            if media is not None:
                place(media, folder / (item.slug + suffix_of(media)))
        (folder / f"{item.slug}.txt").write_text("\n".join(item.captions) + "\n", encoding="utf-8")


def write_library(folder, items):
    """-> {relative path: words of its captions}, which only the judge of the queries sees."""
    words = {}
    for item in items:
        for kind, media in (("pictures", item.picture), ("sounds", item.sound)):
            if media is not None:
                name = f"{kind}/{item.slug}{suffix_of(media)}"
                place(media, folder / name)
                words[name] = item.words
    return words


def answers(query, words):
    wrong = set(query.get("wrong", []))
    return sorted(name for name, said in words.items()
                  if said & set(query["any"]) and not said & set(query["none"]) and pathlib.Path(name).stem not in wrong)


def write_queries(folder, queries, words):
    listed = [{"text": query["text"], "right": answers(query, words)} for query in TEXT_QUERIES]
    for query, item in queries:
        media = item.picture or item.sound
        name = item.slug + suffix_of(media)
        place(media, folder / "queries" / name)
        listed.append({"like": f"queries/{name}", "kind": "image" if item.picture else "audio", "title": item.captions[0],
                       "right": answers(query, words)})
    (folder / "queries.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return listed


def build(share, folder):
    items = collect(share)
    queries = [(query, next(item for item in items if item.name == query["item"])) for query in LIKE_QUERIES]
    asked = {item.slug for _, item in queries}
    held_out = [item for item in items if is_held_out(item) and item.slug not in asked]
    kept = [item for item in items if not is_held_out(item) and item.slug not in asked]
    write_stems(folder / "pairs" / "stamps", [i for i in kept if i.picture and (i.sound or i.is_stamp)])
    write_table(folder / "pairs" / "pictures", [i for i in kept if i.picture and not (i.sound or i.is_stamp)], "picture")
    write_table(folder / "pairs" / "sounds", [i for i in kept if not i.picture], "sound")
    words = write_library(folder / "library", held_out)
    listed = write_queries(folder, queries, words)
    report = {"training pictures": sum(1 for i in kept if i.picture), "training sounds": sum(1 for i in kept if i.sound),
              "triples": sum(1 for i in kept if i.picture and i.sound),
              "library pictures": sum(name.startswith("pictures/") for name in words),
              "library sounds": sum(name.startswith("sounds/") for name in words),
              "right answers": [len(query["right"]) for query in listed]}
    (folder / "contents.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return report


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    share, folder = map(pathlib.Path, arguments)
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    report = build(share, fresh)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    print(", ".join(f"{count} {what}" for what, count in report.items()), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
