"""Reads PyTorch checkpoints without running what is in them.

A pickle is a program. This unpickler knows six names, each bound to a function of this file; any other name is refused.
"""

import collections
import io
import math
import pickle
import struct
import zipfile

import numpy as np

LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
LEGACY_PROTOCOL = 1001
STORAGE_TYPES = {"FloatStorage": np.dtype("<f4"), "HalfStorage": np.dtype("<f2"), "LongStorage": np.dtype("<i8")}


class UnsafePickle(ValueError):
    """The file is damaged, or asks for something that is not on the list."""


class LazyTensor:
    """A view of a storage whose bytes may come later in the file."""

    def __init__(self, storage, offset, shape, stride):
        self.storage, self.offset = storage, offset
        self.shape, self.stride = tuple(shape), tuple(stride)

    def resolve(self):
        data, last = self.storage.data, self.offset
        numbers = (self.offset, *self.shape, *self.stride)
        if len(self.shape) != len(self.stride) or any(type(n) is not int or n < 0 for n in numbers):
            raise UnsafePickle("a tensor has an impossible shape")
        if math.prod(self.shape):
            last += 1 + sum((size - 1) * step for size, step in zip(self.shape, self.stride))
        if data is None or last > len(data) or math.prod(self.shape) > len(data):
            raise UnsafePickle("a tensor reaches outside its storage")
        steps = [step * data.itemsize for step in self.stride]
        view = np.lib.stride_tricks.as_strided(data[self.offset:], self.shape, steps, writeable=False)
        return np.array(view, order="C")


class Storage:
    def __init__(self, dtype, count):
        self.dtype, self.count, self.data = dtype, count, None

    def fill(self, raw):
        if len(raw) != self.count * self.dtype.itemsize:
            raise UnsafePickle("a storage is truncated")
        self.data = np.frombuffer(raw, dtype=self.dtype)


def _rebuild_tensor(storage, offset, shape, stride, *_unused):
    if not isinstance(storage, Storage):
        raise UnsafePickle("a tensor has no storage")
    return LazyTensor(storage, offset, shape, stride)


class _Dtype:
    """Stands for numpy.dtype; its pickled state changes nothing here."""

    def __init__(self, name, *_unused):
        if name not in ("i8", "i4", "f8", "f4") and not (name[:1] == "U" and name[1:].isdigit()):
            raise UnsafePickle(f"scalars of type {name!r} are not read")
        self.dtype = np.dtype(name).newbyteorder("<")

    def __setstate__(self, state):
        if len(state) > 1 and state[1] not in ("<", "|", "="):
            raise UnsafePickle("big-endian scalars are not read")


def _scalar(dtype, raw):
    if not isinstance(dtype, _Dtype) or len(raw) != dtype.dtype.itemsize:
        raise UnsafePickle("a scalar is damaged")
    return np.frombuffer(raw, dtype=dtype.dtype)[0].item()


def _encode(text, codec):
    if codec != "latin1":
        raise UnsafePickle(f"codec {codec!r} is not on the list")
    return text.encode("latin1")


ALLOWED = {
    ("collections", "OrderedDict"): collections.OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
    ("numpy.core.multiarray", "scalar"): _scalar,
    ("numpy", "dtype"): _Dtype,
    ("_codecs", "encode"): _encode,
}
ALLOWED.update({("torch", name): dtype for name, dtype in STORAGE_TYPES.items()})


class AllowListedUnpickler(pickle.Unpickler):
    def __init__(self, file, storages=None):
        super().__init__(file)
        self.storages = storages

    def find_class(self, module, name):
        try:
            return ALLOWED[(module, name)]
        except KeyError:
            raise UnsafePickle(f"{module}.{name} is not on the list") from None

    def persistent_load(self, pid):
        if self.storages is None or not isinstance(pid, tuple) or len(pid) < 5 or pid[0] != "storage":
            raise UnsafePickle("an outside reference is not a tensor's storage")
        _, dtype, key, _, count = pid[:5]
        if not isinstance(dtype, np.dtype) or not isinstance(count, int) or count < 0:
            raise UnsafePickle("a storage is not described as one")
        known = self.storages.setdefault(str(key), Storage(dtype, count))
        if (known.dtype, known.count) != (dtype, count):
            raise UnsafePickle("a storage is described twice")
        return known


def _load(file, storages=None):
    try:
        return AllowListedUnpickler(file, storages).load()
    except UnsafePickle:
        raise
    except Exception as error:  # the unpickler raises nearly anything on damaged input
        raise UnsafePickle(f"damaged pickle ({type(error).__name__})") from error


def _resolve(value):
    if isinstance(value, LazyTensor):
        return value.resolve()
    if isinstance(value, dict):
        return {key: _resolve(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_resolve(item) for item in value)
    return value


def read_legacy(blob):
    """The format before torch 1.6: five pickles, then each storage as a count (i64) and its bytes."""
    file = io.BytesIO(blob)
    if _load(file) != LEGACY_MAGIC or _load(file) != LEGACY_PROTOCOL:
        raise UnsafePickle("not a legacy PyTorch checkpoint")
    info = _load(file)
    if not isinstance(info, dict) or not info.get("little_endian", False):
        raise UnsafePickle("big-endian checkpoints are not read")
    storages = {}
    value = _load(file, storages)
    for key in _load(file):
        head = file.read(8)
        storage = storages.get(str(key))
        if storage is None or len(head) != 8 or struct.unpack("<q", head)[0] != storage.count:
            raise UnsafePickle("a storage is truncated")
        storage.fill(file.read(storage.count * storage.dtype.itemsize))
    if file.read(1):
        raise UnsafePickle("bytes are left over after the last storage")
    return _resolve(value)


def read_zip(blob):
    """The format since torch 1.6: NAME/data.pkl and NAME/data/KEY in an uncompressed zip."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(blob))
        pickles = [name for name in archive.namelist() if name.endswith("/data.pkl")]
        if len(pickles) != 1:
            raise UnsafePickle("not a PyTorch checkpoint")
        folder, storages = pickles[0][:-len("data.pkl")], {}
        value = _load(io.BytesIO(archive.read(pickles[0])), storages)
        for key, storage in storages.items():
            storage.fill(archive.read(f"{folder}data/{key}"))
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise UnsafePickle("the checkpoint is truncated or damaged") from error
    return _resolve(value)
