"""What every source of sample data yields."""

import dataclasses
import hashlib
import os
import pathlib
import re
import struct


@dataclasses.dataclass
class Item:
    """One thing with captions and a picture, a sound or both; a file is a path or the bytes themselves with a suffix."""

    name: str
    captions: list
    picture: object = None
    sound: object = None
    is_stamp: bool = False

    @property
    def slug(self):
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")[:60]

    @property
    def group(self):
        """Items of one group go to the same side of a split: the first caption without digits, articles and its colours."""
        return re.sub(r"^(a|an|the|some)\s+| in black and white$|[^a-z ]", "", self.captions[0].lower()).strip()

    @property
    def words(self):
        return set(re.findall(r"[a-z]+", " ".join(self.captions).lower()))

    def fraction(self):
        """A number in [0, 1) that depends on the group alone."""
        return int(hashlib.sha256(self.group.encode()).hexdigest()[:8], 16) / 2**32


def suffix_of(file):
    return file.suffix if isinstance(file, pathlib.Path) else file[0]


def bytes_of(file):
    return file.read_bytes() if isinstance(file, pathlib.Path) else file[1]


def place(file, target):
    """Puts a file at `target`: a hard link where the file system allows it, else a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(file, pathlib.Path):
        try:
            os.link(file.resolve(), target)
            return
        except OSError:
            pass
    target.write_bytes(bytes_of(file))


def png_size(path):
    """-> (width, height), or (0, 0) for anything that is not a PNG."""
    with open(path, "rb") as file:
        head = file.read(24)
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" and len(head) == 24 else (0, 0)


def is_usable_png(path):
    width, height = png_size(path)
    return min(width, height) >= 48 and width * height <= 4_000_000
