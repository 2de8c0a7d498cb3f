#!/usr/bin/env python3
"""Writes tests/golden/script: a tiny network of random weights for each modality as a TorchScript program, a folder each, with what
PyTorch makes of the files in tests/golden/media without TorchScript (expected.safetensors); and programs that answer wrongly.

Needs the packages of packaging/requirements-published.txt. Run: python tests/golden/make_script_goldens.py
"""
import shutil
import wave
import zipfile

import numpy as np
import torch
from torch import nn

import tiny_tokenizers
from make_wordpiece_golden import SENTENCES
from tiny_models import HERE, SOUNDS, pixels, randomise, save_expected, texts, write_json

OUT = HERE / "script"
RATE = 16_000


class Pictures(nn.Module):
    """Looks at the pixels as they lie in memory, and gives a tuple; traced."""

    def __init__(self):
        super().__init__()
        self.patches, self.latent = nn.Linear(3 * 8 * 8, 16), nn.Linear(16, 12)

    def forward(self, pixels):
        patches = pixels.view(-1, 3, 4, 8, 4, 8).permute(0, 2, 4, 1, 3, 5).flatten(3).flatten(1, 2)
        states = torch.tanh(self.patches(patches))
        return self.latent(states.mean(1)), states


class Texts(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.words, self.latent = nn.Embedding(vocabulary, 8), nn.Linear(8, 10)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor):
        weights = mask.to(torch.float32).unsqueeze(2)
        return self.latent((self.words(ids) * weights).sum(1) / weights.sum(1))


class Sounds(nn.Module):
    """Answers in f16."""

    def __init__(self):
        super().__init__()
        self.frames, self.latent = nn.Conv1d(1, 8, 400, 160), nn.Linear(8, 6)

    def forward(self, samples: torch.Tensor):
        return self.latent(torch.log1p(self.frames(samples.unsqueeze(1)).abs()).mean(2)).half()


def save(script, path):
    """Without what is kept for error messages alone: the sources, and where they lay on this machine."""
    script.save(str(path))
    with zipfile.ZipFile(path) as archive:
        records = [(record, archive.read(record)) for record in archive.infolist() if not record.filename.endswith(".debug_pkl")]
    with zipfile.ZipFile(path, "w") as archive:
        for record, content in records:
            archive.writestr(zipfile.ZipInfo(record.filename), content, record.compress_type)


def write(name, network, config, expected, example=None):
    randomise(network, len(name))
    network.eval()
    folder = OUT / name
    folder.mkdir(parents=True)
    (folder / "README.md").write_text(f"A program for {WHAT[name]}, written by `../../make_script_goldens.py`.\n")
    write_json(folder / "config.json", {"model_type": "torchscript", "modality": name, "license": "CC0-1.0", **config})
    with torch.no_grad():
        save_expected(folder, {name: torch.cat([expected(network, one) for one in INPUTS[name](folder)]).float()})
        script = torch.jit.trace(network, example) if example is not None else torch.jit.script(network)
    save(script, folder / "model.pt")


def make_inputs_of_pictures(folder):
    write_json(folder / "preprocessor_config.json", {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 40},
                                                     "crop_size": {"height": 32, "width": 32}})
    return pixels(folder)


def sounds(_):
    for name in SOUNDS:
        with wave.open(str(HERE / "media" / name)) as file:
            assert file.getframerate() == RATE
            yield torch.from_numpy(np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768)[None]


TOKENIZER = tiny_tokenizers.roberta(SENTENCES[:14])
WHAT = {"image": "pictures", "text": "texts", "audio": "sounds"}
INPUTS = {"image": make_inputs_of_pictures, "text": lambda folder: texts(folder, TOKENIZER, 20), "audio": sounds}

# The body of a forward that takes pixels.
WRONG = {
    "throws": "raise RuntimeError('no pictures on a Sunday')",
    "text": "return 'a latent'",
    "flat": "return pixels.flatten(1).sum(1)",
    "one_row": "return pixels.flatten(1).mean(0, keepdim=True)",
    "not_finite": "return pixels.flatten(1)[:, :4] / 0",
    "complex": "return torch.complex(pixels.flatten(1), pixels.flatten(1))",
    "sparse": "return pixels.flatten(1).to_sparse()",
    "nothing": "return pixels.flatten(1)[:, :0]",
    "huge": "return torch.zeros([1 << 50])",
}


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    write("image", Pictures(), {}, lambda network, one: network(one)[0], torch.zeros(2, 3, 32, 32))
    write("text", Texts(TOKENIZER.get_vocab_size()), {"vocab_size": TOKENIZER.get_vocab_size(), "max_tokens": 20},
          lambda network, ids: network(ids, torch.ones_like(ids, dtype=torch.bool)))
    write("audio", Sounds(), {"sampling_rate": RATE, "min_seconds": 0.1, "max_seconds": 5}, lambda network, one: network(one))
    folder = OUT / "wrong"
    folder.mkdir()
    (folder / "README.md").write_text("Programs that answer wrongly, or that are none; each in the place of `../image/model.pt`.\n")
    programs = {name: f"def forward(self, pixels):\n    {body}\n" for name, body in WRONG.items()}
    programs["two_inputs"] = "def forward(self, pixels, mask):\n    return pixels\n"
    programs["no_forward"] = "def encode(self, pixels):\n    return pixels\n"
    for name, code in programs.items():
        module = type(name, (torch.jit.ScriptModule,), {})()  # methods are defined once a class
        module.define(code)
        save(module, folder / f"{name}.pt")
    torch.save({"weight": torch.zeros(2)}, folder / "pickle.pt")


if __name__ == "__main__":
    main()
