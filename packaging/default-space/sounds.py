"""The audio side of the default space: from the sounds of free packages to the weights of its adapter.

usage: sounds.py SHARE MODELS CLI SPACE WORK [--measure]
SHARE is the usr/share of the unpacked packages, MODELS the folder of the converted encoders, CLI the program, SPACE the
adapters.safetensors that build_space.py wrote, for the mean that is taken off texts. WORK receives the sounds, the pairs (audio.safetensors, text.safetensors: what
`train --latents` reads) and adapter.safetensors, with the tensors of the space file. Needs numpy, torch and sounds-requirements.txt.
"""

import argparse
import json
import pathlib
import sys

import numpy as np
import torch

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]
# pylint: disable=wrong-import-position
from sounds_data import adapter, captions, corpus, latents, measure  # noqa: E402

SEED = 1


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def load_items(share, work):
    listed = work / "items.json"
    return json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else corpus.lay_out(share, work)


def write_pairs(work, items, audio, lines, texts):
    rows = {line: row for row, line in enumerate(lines)}
    pairs = [(owner, rows[said]) for owner, item in enumerate(items) for said in captions.wordings(item)]
    owner, chosen = (np.array(column, "<i8") for column in zip(*pairs))
    latents.write(work / "audio.safetensors", {"latents": audio.astype("<f4")}, {"modality": "audio"})
    latents.write(work / "text.safetensors", {"latents": texts[chosen].astype("<f4"), "owner": owner}, {"modality": "text"})


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("share", "models", "cli", "space", "work"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--measure", action="store_true", help="cross-validate against linear maps first")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    items = load_items(options.share, work)
    families = captions.families(items)
    program = latents.Program(options.cli.resolve(), options.models.resolve(), work)
    audio = program.sounds([work / item["file"] for item in items], "aisfx", work)
    lines = sorted({said for item in items for said in captions.wordings(item)})
    texts = program.texts(lines, work)
    write_pairs(work, items, audio, lines, texts)
    points = torch.tensor(unit(unit(texts) - latents.read(options.space)["text.mean_point"]))
    rows = {line: row for row, line in enumerate(lines)}
    data = measure.Data(items, audio, lambda said: points[rows[said]])
    if options.measure:
        print(measure.report(data, families, seeds=(0, 1)))
    standardizer, known = data.training(np.arange(len(items)))
    fitted, loss = adapter.fit(*known, SEED)
    print(f"adapter of {len(items)} sounds, {loss:.3f} from the regression", file=sys.stderr)
    latents.write(work / "adapter.safetensors", adapter.tensors_of(fitted, standardizer), {"format": "fusefind-space-part"})


if __name__ == "__main__":
    main(sys.argv[1:])
