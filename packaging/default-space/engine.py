"""Latents by the program itself, so that what is built and measured is what the program will see."""

import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from converters import safetensors_file  # noqa: E402

ENCODERS = {"text": ["minilm-l6"], "image": ["efficientnet-lite0", "efficientnet-lite2"], "audio": ["aisfx"]}


class Engine:
    """fusefind-cli on a data directory of its own with the encoders of the default space."""

    def __init__(self, cli, models):
        self.cli = pathlib.Path(cli).resolve()
        self.folder = tempfile.TemporaryDirectory()
        for name in (name for names in ENCODERS.values() for name in names):
            self.call("models", "add", pathlib.Path(models).resolve() / name)

    def call(self, *arguments):
        command = [self.cli, "--data-dir", pathlib.Path(self.folder.name) / "data", "--quiet", "--threads", 1, *arguments]
        return subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True).stdout

    def embed(self, *what):
        out = pathlib.Path(self.folder.name) / "rows.safetensors"
        self.call("embed", *what, "--out", out)
        return safetensors_file.decode(out.read_bytes())["latents"]

    def texts(self, lines, *how):
        listed = pathlib.Path(self.folder.name) / "lines.txt"
        listed.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return self.embed("--lines", listed, *how)

    def text_latents(self, lines):
        return self.texts(lines, "--encoder", ENCODERS["text"][0])

    def picture_latents(self, files):
        return np.hstack([self.embed(*files, "--encoder", name) for name in ENCODERS["image"]])


def unit(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)


def softmax(rows, temperature):
    rows = np.exp((rows - rows.max(1, keepdims=True)) / temperature)
    return rows / rows.sum(1, keepdims=True)


def classifier(models, name):
    """-> (weight [1000, D], bias [1000], class names) of an encoder's own head."""
    folder = pathlib.Path(models) / name
    tensors = safetensors_file.decode((folder / "model.safetensors").read_bytes())
    labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
    return tensors["_fc.weight"], tensors["_fc.bias"], [labels[str(index)] for index in range(len(labels))]
