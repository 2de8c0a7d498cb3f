"""Finds the sounds that names.txt names inside the unpacked packages."""

import dataclasses
import fnmatch
import re
import struct
import zipfile

from sample import qt_resource

SUFFIXES = (".wav", ".ogg", ".oga", ".flac", ".mp3")
MOST_OF_A_LINE = 8  # a line that fits a hundred key strokes must not outweigh the rest


@dataclasses.dataclass
class Named:
    """A sound by name: the path of a file or its bytes."""

    name: str
    group: str  # sounds of one group never meet in training and test
    captions: list
    source: str  # the package's folder or archive
    content: object


def read_names(path):
    """-> [(kind, root, [(glob, class, captions)])]"""
    sections = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[(\w+) (.+)\]", line):
            sections.append((header[1], header[2], []))
        elif line and not line.startswith("#"):
            glob, said = line.split(" = ", 1)
            group, captions = said.split(": ", 1)
            sections[-1][2].append((glob, group, captions.split("; ")))
    return sections


def folder_files(root):
    for path in sorted(root.resolve().rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            yield path.relative_to(root.resolve()).as_posix(), path


def zip_files(path):
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(SUFFIXES):
                yield name, archive.read(name)


def rcc_files(root):
    for path in sorted(root.glob("*.rcc")):
        for name, content in sorted(qt_resource.read(path)):
            if name.endswith(SUFFIXES):
                yield name.removeprefix("/"), content


def cat_files(path):
    """OpenTTD's sound sets: a table of u32 offset and size, then for each a name and a WAV. The name quotes the title."""
    blob = path.read_bytes()
    count = (struct.unpack_from("<I", blob)[0] & 0x7FFFFFFF) // 8
    for index in range(count):
        offset, size = struct.unpack_from("<II", blob, 8 * index)
        offset &= 0x7FFFFFFF
        start = offset + 1 + blob[offset]
        title = re.match(r'"([^"]*)"', blob[offset + 1:start].decode("utf-8", "replace"))
        if title and size > 44:
            yield title[1], blob[start:start + size]


READERS = {"folder": folder_files, "zip": zip_files, "rcc": rcc_files, "cat": cat_files}


def find(share, names):
    """Yields every Named sound, in the order of the list."""
    for kind, root, lines in read_names(names):
        taken = dict.fromkeys(range(len(lines)), 0)
        for name, content in READERS[kind](share / root):
            index = next((i for i, (glob, _, _) in enumerate(lines) if fnmatch.fnmatchcase(name, glob)), None)
            if index is None or taken[index] == MOST_OF_A_LINE:
                continue
            taken[index] += 1
            _, group, captions = lines[index]
            yield Named(name, group, captions, root, content)
        for index, count in taken.items():
            if count == 0:
                raise SystemExit(f"error: {names}: nothing in {root} fits {lines[index][0]}; are the packages of the pinned versions?")

