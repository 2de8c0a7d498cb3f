"""Reads Qt binary resource files (.rcc): "qres", four u32, then a tree of folders and files, big-endian."""

import struct
import zlib

COMPRESSED, FOLDER = 1, 2


def read(path):
    """Yields (path inside the file, bytes) of every file that is stored plainly or with zlib."""
    blob = path.read_bytes()
    magic, version, tree, data, names = struct.unpack_from(">4s4I", blob)
    if magic != b"qres":
        raise ValueError(f"{path} is not a Qt resource file")
    node_size = 22 if version >= 2 else 14

    def name_at(offset):
        length = struct.unpack_from(">H", blob, names + offset)[0]
        start = names + offset + 6
        return blob[start:start + 2 * length].decode("utf-16-be")

    def content_at(offset, flags):
        size = struct.unpack_from(">I", blob, data + offset)[0]
        raw = blob[data + offset + 4:data + offset + 4 + size]
        return zlib.decompress(raw[4:]) if flags & COMPRESSED else raw

    def walk(index, folder):
        at = tree + index * node_size
        name, flags = struct.unpack_from(">IH", blob, at)
        here = folder + "/" + name_at(name) if index else ""
        if flags & FOLDER:
            count, first = struct.unpack_from(">II", blob, at + 6)
            for child in range(first, first + count):
                yield from walk(child, here)
        elif flags in (0, COMPRESSED):
            yield here, content_at(struct.unpack_from(">I", blob, at + 10)[0], flags)

    return walk(0, "")
