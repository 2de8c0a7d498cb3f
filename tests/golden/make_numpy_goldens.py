#!/usr/bin/env python3
"""Writes tests/golden/numpy: small arrays as NumPy saves them, read by tests/core/tensors/test_npy_file.cpp.

Needs numpy. Run: python tests/golden/make_numpy_goldens.py
"""
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent / "numpy"
ROWS = np.array([[1, -2, 0.5], [1024, 0, -0.25]])  # exact in f16 as well

OUT.mkdir(exist_ok=True)
for version in ((1, 0), (2, 0), (3, 0)):
    for dtype in ("<f4", "<f2"):
        with open(OUT / f"v{version[0]}_{dtype[1:]}.image.npy", "wb") as file:
            np.lib.format.write_array(file, ROWS.astype(dtype), version=version)
for name, array in {"fortran": np.asfortranarray(ROWS.astype("<f4")), "big_endian": ROWS.astype(">f4"), "double": ROWS,
                    "flat": ROWS.astype("<f4").ravel(), "records": np.zeros(2, [("a", "<f4"), ("b", "<f4")]),
                    "objects": np.array([[{}, None]], dtype=object)}.items():
    np.save(OUT / f"{name}.image.npy", array, allow_pickle=True)
np.savez(OUT / "archive.npz", array=ROWS)
