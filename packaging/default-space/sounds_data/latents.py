"""Latents of sounds and captions, by the program itself."""

import subprocess

import numpy as np

from converters import safetensors_file

AT_ONCE = 200  # files a call; what is encoded stays when the rest is interrupted


def read(path):
    """-> {name: array}"""
    return safetensors_file.decode(path.read_bytes())


def write(path, tensors, metadata):
    path.write_bytes(safetensors_file.encode(tensors, metadata))


class Program:
    """The command line of the program, with the encoders of `models` in a data directory of its own."""

    def __init__(self, cli, models, folder):
        self.cli, self.data = cli, folder / "data"
        for name in ("minilm-l6", "aisfx"):
            if not (self.data / "models" / name).exists():
                self.call("models", "add", models / name)

    def call(self, *arguments):
        subprocess.run([self.cli, "--data-dir", self.data, "--quiet", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def sounds(self, files, encoder, folder):
        """-> [N, D]"""
        parts = []
        for start in range(0, len(files), AT_ONCE):
            part = folder / f"{encoder}-{start:05d}.safetensors"
            if not part.exists():
                self.call("embed", *files[start:start + AT_ONCE], "--encoder", encoder, "--out", part)
            parts.append(read(part)["latents"])
        return np.concatenate(parts)

    def texts(self, lines, folder):
        path, out = folder / "texts.txt", folder / "texts.safetensors"
        text = "\n".join(lines) + "\n"
        if not out.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            self.call("embed", "--lines", path, "--encoder", "minilm-l6", "--out", out)
        return read(out)["latents"]
