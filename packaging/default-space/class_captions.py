"""Reads class_captions.txt."""

import pathlib
import re

FILE = pathlib.Path(__file__).with_name("class_captions.txt")


def read(names):
    """-> for each of the class names the captions of photos that usually show it."""
    captions = [[] for _ in names]
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        span = re.match(r"\[(\d+)-(\d+)\] (.+)", line)
        if span:
            classes, said = range(int(span[1]), int(span[2]) + 1), span[3]
        else:
            name, said = line.split(" = ")
            classes = [names.index(name)]
        for index in classes:
            if captions[index]:
                raise SystemExit(f"error: {FILE.name} has two lines for {names[index]}")
            captions[index] = said.replace("{}", names[index]).split(" / ")
    lacking = [name for name, said in zip(names, captions) if not said]
    if lacking:
        raise SystemExit(f"error: {FILE.name} has no line for {', '.join(lacking)}")
    return captions
