"""Reads the tensors of a CTranslate2 model.bin (binary version 6)."""

import math
import struct

import numpy as np

DTYPES = {0: np.dtype("<f4"), 1: np.dtype("i1"), 2: np.dtype("<i2"), 3: np.dtype("<i4"), 4: np.dtype("<f2")}


class DamagedModel(ValueError):
    """The file ends early or says something impossible."""


class _Reader:
    def __init__(self, blob):
        self.blob, self.at = memoryview(blob), 0

    def take(self, count):
        if count < 0 or self.at + count > len(self.blob):
            raise DamagedModel("the model file is truncated")
        self.at += count
        return self.blob[self.at - count:self.at]

    def number(self, code):
        return struct.unpack("<" + code, self.take(struct.calcsize(code)))[0]

    def string(self):
        raw = bytes(self.take(self.number("H")))
        return raw.rstrip(b"\0").decode("utf-8", "strict")


def _read_tensor(reader):
    name, rank = reader.string(), reader.number("B")
    shape = tuple(reader.number("I") for _ in range(rank))
    dtype = DTYPES.get(reader.number("B"))
    size = reader.number("I")
    if dtype is None or math.prod(shape) * dtype.itemsize != size:
        raise DamagedModel(f"tensor {name!r} does not fit its shape")
    return name, np.frombuffer(reader.take(size), dtype=dtype).reshape(shape)


def read_model(blob):
    """-> (name of the model's specification, {tensor name: array})."""
    reader = _Reader(blob)
    version = reader.number("I")
    if version != 6:
        raise DamagedModel(f"CTranslate2 binary version {version} is not read, only 6")
    spec = reader.string()
    reader.number("I")  # revision of the specification
    return spec, dict(_read_tensor(reader) for _ in range(reader.number("I")))
