"""Builds the default space without any pair: a picture comes to lie between the captions of what the classifiers see in it.

usage: build_space.py FUSEFIND_CLI MODELS SHARE OUT [SOUNDS]
MODELS holds the converted encoders, SHARE is the usr/share of the unpacked sample packages; OUT gets adapters.safetensors,
space.json and examples.safetensors. SOUNDS is the adapter.safetensors that sounds.py wrote. The method is told in OUT's card.md.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np

import class_captions
from engine import ENCODERS, Engine, classifier, unit
from converters import safetensors_file
from sample import clipart, gcompris, stamps

TEMPERATURE = 2.0    # of the class posterior: what is seen besides the main thing must count
WHITENING = 0.4      # exponent on the spread of the classes' texts: what they all share tells nothing
FEWEST_SHARE = 1e-3  # of the largest variance; directions below it are not blown up further
EXAMPLES = 1000
AUDIO = tuple(f"audio.{part}.{kind}" for part in ("blocks.0.norm", "blocks.0.up", "blocks.0.down", "norm", "project")
              for kind in ("weight", "bias"))
AUDIO_STANDARDIZER = ("audio.standardizer.mean", "audio.standardizer.scale")
BRIDGE = ("image.classify.weight", "image.classify.bias", "image.project.weight", "image.project.bias")


def texts_of_classes(latent, names, captions):
    """latent: caption -> unit latent. -> [1000, 384]: the mean of each class's captions, of which its name is one."""
    return np.stack([np.mean([latent[line] for line in (photo_of(name), *said)], axis=0) for name, said in zip(names, captions)])


def photo_of(name):
    return f"a photo of a {name}"


def captions_of_pictures(share):
    return sorted({caption for source in (stamps, gcompris, clipart) for item in source.read(share) if item.picture is not None
                   for caption in item.captions})


def whitener(rows):
    """Symmetric [D, D] that divides every direction by the variance of the rows along it to the power of WHITENING."""
    variances, directions = np.linalg.eigh(np.cov(rows.T))
    shares = np.maximum(variances / variances.max(), FEWEST_SHARE)
    return (directions * shares ** -WHITENING) @ directions.T


def bridge(models, texts):
    """Linear to logits (the mean of both heads, over the temperature), softmax, linear to texts."""
    heads = [classifier(models, name) for name in ENCODERS["image"]]
    share = 1 / len(heads) / TEMPERATURE
    points = (texts - texts.mean(0)) @ whitener(texts)
    return dict(zip(BRIDGE, (np.hstack([weight for weight, _, _ in heads]) * share, sum(bias for _, bias, _ in heads) * share,
                             points.T, np.zeros(points.shape[1]))))


def weights_hash(tensors):
    """As the program computes it, over names and f32 values: adapters by modality, the temperature, then what is beside them."""
    digest = hashlib.sha256()
    for name, values in tensors.items():
        digest.update(name.encode() + values.astype("<f4").tobytes())
    return digest.hexdigest()


def in_order(image, sounds, text_mean):
    """As the program hashes them; matrices in half the width."""
    adapter = {name: sounds[name] for name in AUDIO if name in sounds}
    beside = {name: sounds[name] for name in AUDIO_STANDARDIZER if name in sounds}
    tensors = {**image, **adapter, "temperature": np.array(0.07), "text.mean_point": text_mean, **beside}
    return {name: values.astype(np.float16 if values.ndim > 1 else np.float32) for name, values in tensors.items()}


def describe(tensors, width):
    modalities = {"text": {"encoders": ENCODERS["text"], "latent_dim": width, "classes": 0},
                  "image": {"encoders": ENCODERS["image"], "latent_dim": tensors["image.classify.weight"].shape[1],
                            "classes": tensors["image.classify.weight"].shape[0]}}
    if "audio.project.weight" in tensors:
        modalities["audio"] = {"encoders": ENCODERS["audio"], "latent_dim": len(tensors["audio.norm.weight"]), "classes": 0}
    recipe = {"name": "default-space", "epochs": 1, "steps": 0, "min_epoch_steps": 0, "patience": 0, "batch": 512, "alpha": 1.0,
              "temperature": 0.07, "layers": 1, "expansion": 2, "dropout": 0.0, "dim": width, "fixed": "text",
              "standardize": False, "correct_gap": False, "lr": 1e-3, "floor_lr": 1e-6, "weight_decay": 0.1, "warmup": 0,
              "decay": "step", "seed": 1, "val_fraction": 0.0, "reasons": ["see card.md"]}
    return {"format": "fusefind-space", "version": 1, "name": "default", "weights_sha256": weights_hash(tensors),
            "modalities": modalities, "dim": width, "correct_gap": True, "recipe": recipe, "pairs": [],
            "recall": {}, "steps": 0, "best_epoch": 0, "seconds": 0.0, "final_loss": 0.0, "temperature": 0.07}


def examples(captions, latents):
    """Captions to compare queries with (gpu/jobs/close_reference.h), in random order."""
    drawn = np.random.default_rng(1).permutation(len(captions))[:EXAMPLES]
    return safetensors_file.encode({"latents": latents[drawn].astype(np.float16)}, {"modality": "text"})


def build(engine, models, share, sounds):
    """-> {file name: bytes}"""
    names = classifier(models, ENCODERS["image"][0])[2]
    captions = class_captions.read(names)
    others = captions_of_pictures(share)
    lines = sorted({line for said in captions for line in said} | set(others))
    latents = engine.text_latents(lines + [photo_of(name) for name in names])
    latent = dict(zip(lines + [photo_of(name) for name in names], unit(latents)))
    class_mean = np.mean([np.mean([latent[line] for line in said], axis=0) for said in captions], axis=0)
    text_mean = (class_mean + np.mean([latent[line] for line in others], axis=0)) / 2
    tensors = in_order(bridge(models, texts_of_classes(latent, names, captions)), sounds, text_mean)
    return {"adapters.safetensors": safetensors_file.encode(tensors, {"format": "fusefind-space"}),
            "space.json": (json.dumps(describe(tensors, len(text_mean)), indent=2) + "\n").encode(),
            "examples.safetensors": examples(lines, latents[:len(lines)])}


def main(arguments):
    if len(arguments) not in (4, 5):
        raise SystemExit(__doc__)
    cli, models, share, out = map(pathlib.Path, arguments[:4])
    sounds = safetensors_file.decode(pathlib.Path(arguments[4]).read_bytes()) if len(arguments) == 5 else {}
    out.mkdir(parents=True, exist_ok=True)
    for name, blob in build(Engine(cli, models), models, share, sounds).items():
        (out / name).write_bytes(blob)


if __name__ == "__main__":
    main(sys.argv[1:])
