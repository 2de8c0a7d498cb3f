"""Folders of tiny models with random weights, and what the `transformers` library prepares for them; for make_published_goldens.py."""

import json
import pathlib
import wave

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file
from transformers import AutoConfig, AutoFeatureExtractor, AutoImageProcessor, AutoModel

from make_wordpiece_golden import SENTENCES

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE / "published"
SOUNDS = ["long.wav", "short.wav"]  # 3 s and 0.9 s
PICTURES = ["landscape.jpg", "portrait.jpg", "photo.png"]
TEXTS = ["", "a red apple", "A photo of the OLD station, isn't it?", SENTENCES[4], SENTENCES[9], SENTENCES[12], "ﬁne   naïve\u00a0café… " * 9]
LARGEST = 200_000


def randomise(model, seed):
    """Weights large enough that every part of the network counts; norms near one."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        fan = parameter[0].numel() if parameter.dim() > 1 else 1
        if parameter.dim() > 1 and "embedding" not in name and "token" not in name:
            parameter.data = noise * 1.2 / fan**0.5
        elif name.endswith(("norm.weight", "norm1.weight", "norm2.weight", "norm_before.weight", "norm_after.weight", "LayerNorm.weight")):
            parameter.data = 1 + 0.2 * noise
        else:
            parameter.data = 0.4 * noise
    for name, buffer in model.named_buffers():
        if name.endswith("running_mean"):
            buffer.copy_(torch.randn(buffer.shape, generator=generator) * 5)
        elif name.endswith("running_var"):
            buffer.copy_(torch.rand(buffer.shape, generator=generator) * 200 + 50)


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def write_model(folder, config, processor, seed, dtype=torch.float16):
    """The folder, with the weights in `dtype`; returns the model as it is read back, in float32."""
    write_json(folder / "config.json", config)
    if processor:
        write_json(folder / "preprocessor_config.json", processor)
    model = AutoModel.from_config(AutoConfig.from_pretrained(folder))
    randomise(model, seed)
    state = {name: tensor.to(dtype) if tensor.is_floating_point() else tensor for name, tensor in model.state_dict().items()}
    save_file({name: tensor.contiguous() for name, tensor in state.items()}, folder / "model.safetensors", {"format": "pt"})
    return AutoModel.from_pretrained(folder, dtype=torch.float32).eval()


def save_expected(folder, tensors):
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, folder / "expected.safetensors")
    for path in folder.iterdir():
        assert path.is_dir() or path.stat().st_size < LARGEST, (path, path.stat().st_size)
    print(folder.name, {name: list(tensor.shape) for name, tensor in tensors.items()},
          sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))


def pixels(folder):
    """[1, 3, height, width] for each picture, as the processor that works with Pillow makes them."""
    processor = AutoImageProcessor.from_pretrained(folder, use_fast=False)
    return [processor(Image.open(HERE / "media" / name).convert("RGB"), return_tensors="pt")["pixel_values"] for name in PICTURES]


def texts(folder, tokenizer, most, fill=None, prompt=""):
    """Token ids [1, L] of each text behind the prompt, at most `most`, filled up with the token `fill` if there is one."""
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write_json(folder / "texts.json", TEXTS)
    tokenizer.enable_truncation(most)
    rows = [tokenizer.encode(prompt + text).ids for text in TEXTS]
    rows = [row + [fill] * (most - len(row)) if fill is not None else row for row in rows]
    return [torch.tensor([row]) for row in rows]


def sounds(folder, names=SOUNDS):
    """What the feature extractor makes of each sound."""
    extractor, inputs = AutoFeatureExtractor.from_pretrained(folder), []
    for name in names:
        with wave.open(str(HERE / "media" / name)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
        inputs.append(extractor(samples, sampling_rate=16_000, return_tensors="pt"))
    return inputs
