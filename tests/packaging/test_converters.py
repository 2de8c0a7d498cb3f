import json
import pathlib
import struct
import tempfile
import unittest
import zipfile

import support  # noqa: F401  (finds packaging/)
import numpy as np

import convert_encoders
from converters import ctranslate2, safetensors_file


def model_binary(tensors, version=6):
    text = lambda name: struct.pack("<H", len(name) + 1) + name.encode() + b"\0"
    out = struct.pack("<I", version) + text("WhisperSpec") + struct.pack("<II", 3, len(tensors))
    for name, array in tensors.items():
        kind = {value.str: key for key, value in ctranslate2.DTYPES.items()}[array.dtype.str]
        out += text(name) + struct.pack(f"<B{array.ndim}IBI", array.ndim, *array.shape, kind, array.nbytes) + array.tobytes()
    return out


TENSORS = {"encoder/a": np.arange(6, dtype="<f2").reshape(2, 3), "encoder/b": np.array(7, dtype="<i2")}


class CTranslate2(unittest.TestCase):
    def test_tensors_come_back(self):
        spec, tensors = ctranslate2.read_model(model_binary(TENSORS))
        self.assertEqual(spec, "WhisperSpec")
        for name, array in TENSORS.items():
            np.testing.assert_array_equal(tensors[name], array)

    def test_a_truncated_model_is_refused_wherever_it_ends(self):
        blob = model_binary(TENSORS)
        for end in range(len(blob)):
            with self.subTest(end=end), self.assertRaises(ctranslate2.DamagedModel):
                ctranslate2.read_model(blob[:end])

    def test_another_version_is_refused(self):
        with self.assertRaises(ctranslate2.DamagedModel):
            ctranslate2.read_model(model_binary(TENSORS, version=5))


class Safetensors(unittest.TestCase):
    def test_the_header_describes_the_bytes_without_gaps(self):
        tensors = {"half": np.ones((3,), "<f2"), "turned": np.arange(6, dtype="<f4").reshape(2, 3).T, "count": np.array(5, "<i8")}
        blob = safetensors_file.encode(tensors, {"format": "pt"})
        size = int.from_bytes(blob[:8], "little")
        header = json.loads(blob[8:8 + size])
        self.assertEqual(size % 8, 0)
        self.assertEqual(header.pop("__metadata__"), {"format": "pt"})
        ends = sorted(entry["data_offsets"] for entry in header.values())
        self.assertEqual([begin for begin, _ in ends], [0] + [end for _, end in ends[:-1]])
        self.assertEqual(ends[-1][1], len(blob) - 8 - size)
        begin, end = header["turned"]["data_offsets"]
        data = np.frombuffer(blob[8 + size + begin:8 + size + end], "<f4").reshape(header["turned"]["shape"])
        np.testing.assert_array_equal(data, tensors["turned"])
        self.assertEqual(header["count"]["shape"], [])


class Packages(unittest.TestCase):
    def test_a_weight_file_that_is_not_the_pinned_one_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            name = "aisfx/models/checkpoint.pth"
            with zipfile.ZipFile(pathlib.Path(folder) / "aisfx-0.1.2-py2.py3-none-any.whl", "w") as archive:
                archive.writestr(name, b"other weights")
            with self.assertRaisesRegex(SystemExit, "not the file that was pinned"):
                convert_encoders.aisfx(folder)

    def test_a_folder_is_replaced_as_a_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "encoder"
            convert_encoders.write_encoder(target, {"config.json": b"1", "old.txt": b"1"})
            convert_encoders.write_encoder(target, {"config.json": b"2", "1_Pooling/config.json": b"2"})
            found = sorted(str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*") if path.is_file())
            self.assertEqual(found, ["encoder/1_Pooling/config.json", "encoder/config.json"])


if __name__ == "__main__":
    unittest.main()
