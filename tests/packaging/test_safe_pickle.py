import collections
import io
import os
import pathlib
import pickle
import struct
import sys
import tempfile
import types
import unittest
import unittest.mock
import zipfile

import support  # noqa: F401  (finds packaging/)
import numpy as np

from converters import safe_pickle
from converters.safe_pickle import UnsafePickle


class RunsACommand:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch {self.path}",)


class FloatStorage:
    pass


FloatStorage.__module__ = "torch"


def _rebuild_tensor_v2():
    raise AssertionError("never called")


_rebuild_tensor_v2.__module__ = "torch._utils"


class Tensor:
    """Pickles as PyTorch's tensors do."""

    def __init__(self, key, count, shape, stride, offset=0):
        self.key, self.count, self.shape, self.stride, self.offset = key, count, shape, stride, offset

    def __reduce__(self):
        storage = StorageReference(self.key, self.count)
        return _rebuild_tensor_v2, (storage, self.offset, self.shape, self.stride, False, collections.OrderedDict())


class StorageReference:
    def __init__(self, key, count):
        self.key, self.count = key, count


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        return ("storage", FloatStorage, obj.key, "cpu", obj.count) if isinstance(obj, StorageReference) else None


def pickled(value):
    torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    torch.FloatStorage, utils._rebuild_tensor_v2 = FloatStorage, _rebuild_tensor_v2
    out = io.BytesIO()
    with unittest.mock.patch.dict(sys.modules, {"torch": torch, "torch._utils": utils}):
        Pickler(out, 2).dump(value)
    return out.getvalue()


def legacy(value, storages):
    parts = [pickle.dumps(part, 2) for part in (safe_pickle.LEGACY_MAGIC, safe_pickle.LEGACY_PROTOCOL, {"little_endian": True})]
    parts += [pickled(value), pickle.dumps(sorted(storages), 2)]
    for key in sorted(storages):
        data = np.asarray(storages[key], "<f4")
        parts += [struct.pack("<q", data.size), data.tobytes()]
    return b"".join(parts)


def zipped(value, storages):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.pkl", pickled(value))
        for key, data in storages.items():
            archive.writestr(f"archive/data/{key}", np.asarray(data, "<f4").tobytes())
    return out.getvalue()


NUMBERS = [0, 1, 2, 3, 4, 5]
GOOD = {"weight": Tensor("7", 6, (2, 3), (3, 1)), "turned": Tensor("7", 6, (3, 2), (1, 3))}
FORMATS = {"legacy": (legacy, safe_pickle.read_legacy), "zip": (zipped, safe_pickle.read_zip)}


class SafePickle(unittest.TestCase):
    def refuses(self, value, storages=None):
        for name, (write, read) in FORMATS.items():
            with self.subTest(name), self.assertRaises(UnsafePickle):
                read(write(value, storages or {"7": NUMBERS}))

    def test_both_formats_give_the_tensors_back(self):
        for name, (write, read) in FORMATS.items():
            with self.subTest(name):
                tensors = read(write(GOOD, {"7": NUMBERS}))
                np.testing.assert_array_equal(tensors["weight"], [[0, 1, 2], [3, 4, 5]])
                np.testing.assert_array_equal(tensors["turned"], [[0, 3], [1, 4], [2, 5]])

    def test_a_command_is_refused_and_does_not_run(self):
        with tempfile.TemporaryDirectory() as folder:
            trace = pathlib.Path(folder) / "ran"
            self.refuses({"weight": RunsACommand(trace)})
            self.assertFalse(trace.exists())
            pickle.loads(pickle.dumps(RunsACommand(trace)))
            self.assertTrue(trace.exists(), "the command of this test must be one that would have run")

    def test_every_name_that_is_not_on_the_list_is_refused(self):
        for module, name in (("builtins", "eval"), ("builtins", "getattr"), ("os", "system"), ("numpy", "load"), ("torch", "load"),
                             ("collections", "OrderedDict.__init__"), ("numpy.core.multiarray", "fromfile")):
            with self.subTest(f"{module}.{name}"), self.assertRaisesRegex(UnsafePickle, "not on the list"):
                blob = b"\x80\x04" + b"".join(b"\x8c" + bytes([len(part)]) + part.encode() for part in (module, name)) + b"\x93."
                safe_pickle._load(io.BytesIO(blob))

    def test_a_truncated_file_is_refused_wherever_it_ends(self):
        for name, (write, read) in FORMATS.items():
            blob = write(GOOD, {"7": NUMBERS})
            for end in range(len(blob)):
                with self.subTest(name, end=end), self.assertRaises(UnsafePickle):
                    read(blob[:end])

    def test_bytes_after_the_last_storage_are_refused(self):
        with self.assertRaises(UnsafePickle):
            safe_pickle.read_legacy(legacy(GOOD, {"7": NUMBERS}) + b"\0")

    def test_a_tensor_outside_its_storage_is_refused(self):
        self.refuses({"weight": Tensor("7", 6, (2, 3), (4, 1))})
        self.refuses({"weight": Tensor("7", 6, (2, 3), (3, 1), offset=1)})
        self.refuses({"weight": Tensor("7", 6, (2, 3), (3, 1), offset=-1)})
        self.refuses({"weight": Tensor("7", 6, (2, 3), (-3, 1), offset=5)})
        self.refuses({"weight": Tensor("7", 6, (2**40, 2**40), (0, 0))})

    def test_a_storage_of_another_size_is_refused(self):
        self.refuses({"weight": Tensor("7", 6, (2, 3), (3, 1))}, {"7": NUMBERS[:5]})
        self.refuses({"weight": Tensor("8", 6, (2, 3), (3, 1))})


if __name__ == "__main__":
    unittest.main()
