"""Encoders of published families against the `transformers` library, in eager mode with 32-bit floats, on the same weights and inputs.

usage: measure_encoders.py BENCH_ENCODER FOLDER [FAMILY…]    (models of random weights and their inputs are made in FOLDER)
Needs the packages of packaging/requirements-published.txt. Prints a JSON list of rows: row, ours, peer, unit, ratio, floor, pass.
A row whose latents are not those of the library has failed, however fast it was.
"""
import json
import pathlib
import random
import statistics
import subprocess
import sys
import time
import wave

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from transformers import AutoFeatureExtractor, AutoImageProcessor, PreTrainedTokenizerFast

GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "golden"
sys.path.insert(0, str(GOLDEN))
from make_wordpiece_golden import SENTENCES  # noqa: E402
from tiny_models import write_json, write_model  # noqa: E402

ROUNDS = 5
FLOORS = {"image": 1.5, "text": 1.5, "audio": 1.3}
COUNTS = {"image": 16, "text": 256, "audio": 4}  # inputs of a round
BATCHES = {"image": 16, "text": 32, "audio": 4}  # of the library

SMALL = {"hidden_size": 384, "num_hidden_layers": 12, "num_attention_heads": 6, "intermediate_size": 1536}
BASE = {"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072}
SQUARE = {"size": {"height": 224, "width": 224}, "image_mean": [0.5] * 3, "image_std": [0.5] * 3}
IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
DINO_PICTURES = {"image_processor_type": "BitImageProcessor", "size": {"shortest_edge": 256}, "crop_size": {"height": 224, "width": 224}, **IMAGENET}
CLIP_PICTURES = {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 224}, "crop_size": {"height": 224, "width": 224}}
SPEECH = {"feature_extractor_type": "Wav2Vec2FeatureExtractor", "do_normalize": False, "return_attention_mask": False, "sampling_rate": 16_000}


def roberta(shape):
    return {"model_type": "roberta", **shape, "vocab_size": 50_265, "max_position_embeddings": 514, "type_vocab_size": 1, "layer_norm_eps": 1e-5,
            "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2}


def clip(shape, heads):
    text = {**shape, "num_attention_heads": heads, "hidden_size": 64 * heads, "intermediate_size": 256 * heads, "vocab_size": 49_408,
            "max_position_embeddings": 77, "bos_token_id": 49_406, "eos_token_id": 49_407, "pad_token_id": 49_407}
    return {"model_type": "clip", "projection_dim": 512, "text_config": text, "vision_config": {**shape, "image_size": 224, "patch_size": 32}}


def whisper(width, layers, heads):
    return {"model_type": "whisper", "d_model": width, "encoder_layers": layers, "encoder_attention_heads": heads, "encoder_ffn_dim": 4 * width, "num_mel_bins": 80,
            "decoder_layers": 1, "decoder_attention_heads": heads, "decoder_ffn_dim": 8, "vocab_size": 64, "max_source_positions": 500,
            "suppress_tokens": None, "begin_suppress_tokens": None, "pad_token_id": 1, "bos_token_id": 1, "eos_token_id": 1, "decoder_start_token_id": 1}


WHISPER_SOUNDS = {"feature_extractor_type": "WhisperFeatureExtractor", "chunk_length": 10, "feature_size": 80, "hop_length": 160, "n_fft": 400,
                  "nb_max_frames": 1000, "n_samples": 160_000, "sampling_rate": 16_000}


def whisper_latent(model, inputs):
    states = model.encoder(**inputs, output_hidden_states=True).hidden_states
    middle = (len(states) - 1) // 2
    return (states[middle] + states[middle + 1]).mean(1) / 2


def first_token(model, inputs):
    return model(**inputs).last_hidden_state[:, 0]


def pooled(model, inputs):
    return model(**inputs).pooler_output


def mean_frame(model, inputs):
    return model(**inputs).last_hidden_state.mean(1)


# Name: modality, config.json, preprocessor_config.json, and what the latent is.
FAMILIES = {
    "ViT small": ("image", {"model_type": "vit", **SMALL, "image_size": 224, "patch_size": 16}, {"image_processor_type": "ViTImageProcessor", **SQUARE}, first_token),
    "ViT base": ("image", {"model_type": "vit", **BASE, "image_size": 224, "patch_size": 16}, {"image_processor_type": "ViTImageProcessor", **SQUARE}, first_token),
    "DINOv2 small": ("image", {"model_type": "dinov2", **SMALL, "mlp_ratio": 4, "image_size": 518, "patch_size": 14}, DINO_PICTURES, first_token),
    "DINOv2 base": ("image", {"model_type": "dinov2", **BASE, "mlp_ratio": 4, "image_size": 518, "patch_size": 14}, DINO_PICTURES, first_token),
    "CLIP B/32, pictures": ("image", clip(BASE, 8), CLIP_PICTURES, lambda model, inputs: model.get_image_features(**inputs)),
    "CLIP B/32, texts": ("text", clip(BASE, 8), CLIP_PICTURES, lambda model, inputs: model.get_text_features(**inputs)),
    "ConvNeXt tiny": ("image", {"model_type": "convnext", "hidden_sizes": [96, 192, 384, 768], "depths": [3, 3, 9, 3]},
                      {"image_processor_type": "ConvNextImageProcessor", "size": {"shortest_edge": 224}, "crop_pct": 0.875, "resample": 3, **IMAGENET}, pooled),
    "RoBERTa small": ("text", roberta(SMALL), None, first_token),
    "RoBERTa base": ("text", roberta(BASE), None, first_token),
    "Whisper tiny": ("audio", whisper(384, 4, 6), WHISPER_SOUNDS, whisper_latent),
    "Whisper base": ("audio", whisper(512, 6, 8), WHISPER_SOUNDS, whisper_latent),
    "AST base": ("audio", {"model_type": "audio-spectrogram-transformer", **BASE},
                 {"feature_extractor_type": "ASTFeatureExtractor", "mean": -4.2677393, "std": 4.5689974, "sampling_rate": 16_000}, pooled),
    "HuBERT base": ("audio", {"model_type": "hubert", **BASE}, SPEECH, mean_frame),
}


def write_pictures(folder):
    """Landscapes of noise that is soft enough to be a photo's."""
    generator, paths = np.random.default_rng(1), []
    for number in range(COUNTS["image"]):
        soft = generator.integers(0, 255, (30, 40, 3), dtype=np.uint8)
        paths.append(folder / f"{number}.png")
        Image.fromarray(soft).resize((640, 480), Image.BICUBIC).save(paths[-1])
    return paths


def write_sounds(folder):
    generator, paths = np.random.default_rng(2), []
    for number in range(COUNTS["audio"]):
        paths.append(folder / f"{number}.wav")
        with wave.open(str(paths[-1]), "wb") as file:
            file.setparams((1, 2, 16_000, 0, "NONE", None))
            file.writeframes(generator.normal(0, 3000, 160_000).astype("<i2").tobytes())
    return paths


def write_texts(folder):
    """Captions of 3 to 40 words."""
    rng, words = random.Random(3), sorted({word for sentence in SENTENCES for word in sentence.split() if word.isascii()})
    path = folder / "lines.txt"
    path.write_text("".join(" ".join(rng.choices(words, k=rng.randint(3, 40))) + "\n" for _ in range(COUNTS["text"])))
    return [path]


def read_wave(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768


class Library:
    """The library's side: batches of ready tensors, texts sorted by length, and their places among the inputs."""

    def __init__(self, model, latent, modality, folder, files):
        self.model, self.latent, size = model, latent, BATCHES[modality]
        if modality == "image":
            processor = AutoImageProcessor.from_pretrained(folder, use_fast=False)
            self.inputs = [processor([Image.open(one).convert("RGB") for one in files[i:i + size]], return_tensors="pt") for i in range(0, len(files), size)]
            self.order = list(range(len(files)))
        elif modality == "audio":
            extractor = AutoFeatureExtractor.from_pretrained(folder)
            self.inputs = [extractor([read_wave(one) for one in files[i:i + size]], sampling_rate=16_000, return_tensors="pt") for i in range(0, len(files), size)]
            self.order = list(range(len(files)))
        else:
            lines = files[0].read_text().splitlines()
            tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), pad_token="<pad>" if "roberta" in model.config.model_type else "<|endoftext|>")
            ids = [tokenizer(line, truncation=True, max_length=77)["input_ids"] for line in lines]
            self.order = sorted(range(len(lines)), key=lambda i: len(ids[i]))
            self.inputs = [tokenizer.pad({"input_ids": [ids[i] for i in self.order[start:start + size]]}, return_tensors="pt")
                           for start in range(0, len(lines), size)]

    def round(self):
        began = time.perf_counter()
        with torch.inference_mode():
            rows = torch.cat([self.latent(self.model, inputs) for inputs in self.inputs])
        return 1000 * (time.perf_counter() - began), rows[torch.argsort(torch.tensor(self.order))]


def measure(name, program, root):
    modality, config, processor, latent = FAMILIES[name]
    folder = root / name.replace(" ", "-").replace("/", "-").replace(",", "")
    files = {"image": write_pictures, "audio": write_sounds, "text": write_texts}[modality](root)
    model = write_model(folder, config, processor, 1)
    if modality == "text":
        tokenizer = GOLDEN / "published" / config["model_type"] / "tokenizer.json"
        (folder / "tokenizer.json").write_bytes(tokenizer.read_bytes())
        write_json(folder / "1_Pooling" / "config.json", {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False})
    library = Library(model, latent, modality, folder, files)
    with subprocess.Popen([program, folder, modality, *files], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as ours:
        def ask(line):
            print(line, file=ours.stdin, flush=True)
            return float(ours.stdout.readline())
        loading = float(ours.stdout.readline())
        latents = root / "latents.safetensors"
        ask(latents)  # to warm up, as the library does here:
        _, expected = library.round()
        cosine = torch.nn.functional.cosine_similarity(load_file(latents)["latents"], expected).min().item()
        times = [(ask(""), library.round()[0]) for _ in range(ROUNDS)]
        ours.stdin.close()
    mine, theirs = (statistics.median(column) / COUNTS[modality] for column in zip(*times))
    ratio = theirs / mine
    return {"row": f"encoder: {name}", "ours": round(mine, 2), "peer": round(theirs, 2), "unit": "ms", "ratio": round(ratio, 2),
            "floor": FLOORS[modality], "pass": ratio >= FLOORS[modality] and cosine >= 0.9999, "cosine": round(cosine, 6), "to_first_latent_ms": round(loading)}


def main(program, root, names):
    root = pathlib.Path(root)
    root.mkdir(parents=True, exist_ok=True)
    rows = []
    for name in names or FAMILIES:
        rows.append(measure(name, program, root))
        print(rows[-1], file=sys.stderr)
    print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
