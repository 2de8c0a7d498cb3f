"""Reads and writes safetensors: u64 header size, JSON header, then the tensors' bytes, little-endian and without gaps."""

import json

import numpy as np

NAMES = {"<f4": "F32", "<f2": "F16", "<i8": "I64", "<i4": "I32", "|i1": "I8"}


def encode(tensors, metadata=None):
    header, chunks, at = {}, [], 0
    if metadata:
        header["__metadata__"] = {key: str(value) for key, value in metadata.items()}
    # Wide types first, so that every tensor lies aligned to its own width.
    for name in sorted(tensors, key=lambda key: (-tensors[key].dtype.itemsize, key)):
        array = np.ascontiguousarray(tensors[name])
        raw = array.tobytes()
        header[name] = {"dtype": NAMES[array.dtype.str], "shape": list(tensors[name].shape),
                        "data_offsets": [at, at + len(raw)]}
        chunks.append(raw)
        at += len(raw)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return b"".join([len(text).to_bytes(8, "little"), text, *chunks])


def decode(blob):
    """-> {name: array} of what encode() or the program wrote."""
    dtypes = {name: np.dtype(dtype) for dtype, name in NAMES.items()}
    start = 8 + int.from_bytes(blob[:8], "little")
    header = json.loads(blob[8:start])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (start + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(blob[begin:end], dtypes[entry["dtype"]]).reshape(entry["shape"])
    return tensors
