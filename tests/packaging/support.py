"""Lets the tests import packaging/, with the set-up's numpy where the interpreter has none of its own."""

import importlib.util
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
if importlib.util.find_spec("numpy") is None:
    sys.path += [str(path) for path in (ROOT / ".deps" / "venv").glob("lib/python3.*/site-packages")]
