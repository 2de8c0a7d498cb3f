"""Writes the golden files of the encoders: an independent PyTorch reference, eager fp32, from the published definitions.

usage: make_encoder_goldens.py MODELS        (MODELS: the folder of the converted models)
Inputs are formulas that tests/gpu/encoders/golden_inputs.h repeats. Needs torch and numpy.
"""

import json
import pathlib
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE / "encoders"
DTYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64, "U8": torch.uint8}
NAMES = {value: key for key, value in DTYPES.items()}


def load(path):
    blob = path.read_bytes()
    (size,) = struct.unpack("<Q", blob[:8])
    header = json.loads(blob[8:8 + size])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        tensor = torch.frombuffer(bytearray(blob[begin:end]), dtype=DTYPES[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = tensor.float() if tensor.is_floating_point() else tensor
    return tensors


def save(path, tensors):
    header, blobs, offset = {}, [], 0
    for name, tensor in sorted(tensors.items()):
        tensor = tensor.contiguous()
        blob = tensor.view(torch.uint8).numpy().tobytes() if tensor.dtype == torch.bfloat16 else tensor.numpy().tobytes()
        header[name] = {"dtype": NAMES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(blob)]}
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))
    print(path.relative_to(HERE), path.stat().st_size)


# Inputs by formula.

def picture(width, height):
    """uint8 [height, width, 3]: gradients and fine patterns."""
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    return ((x * (3 + c) // 2 + y * (5 - c) // 3 + x * y // (97 + 31 * c)) % 256).astype(np.uint8)


def sound(rate, seconds, seed):
    """float32: a rising sweep and noise of a linear congruential generator."""
    count = int(rate * seconds)
    t = np.arange(count) / rate
    sweep = np.sin(2 * np.pi * (100.0 + 100.0 * seed) * t * (1 + t))
    noise, state = np.empty(count), seed
    for i in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        noise[i] = state / 2**31 - 1
    return (0.5 * sweep + 0.1 * noise).astype(np.float32)


PICTURES = [(292, 292), (400, 292), (292, 350)]  # short side = what lite2 resizes to
SOUND_SECONDS = [10.0, 2.5, 0.4]
SENTENCES = ["", "a red apple", "a dog barks in the rain while a train passes by the old station", "unbelievable"]


# EfficientNet-Lite.

LITE = {
    "lite0": (224, [(3, 1, 1, 32, 16, 1), (3, 2, 6, 16, 24, 2), (5, 2, 6, 24, 40, 2), (3, 2, 6, 40, 80, 3),
                    (5, 1, 6, 80, 112, 3), (5, 2, 6, 112, 192, 4), (3, 1, 6, 192, 320, 1)]),
    "lite2": (260, [(3, 1, 1, 32, 16, 1), (3, 2, 6, 16, 24, 3), (5, 2, 6, 24, 48, 3), (3, 2, 6, 48, 88, 4),
                    (5, 1, 6, 88, 120, 4), (5, 2, 6, 120, 208, 5), (3, 1, 6, 208, 352, 1)]),
}


def same_conv(x, weight, stride=1, groups=1):
    kernel = weight.shape[-1]
    sides = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        sides += [total // 2, total - total // 2]
    return F.conv2d(F.pad(x, sides), weight, stride=stride, groups=groups)


def batch_norm(x, weights, name, eps):
    return F.batch_norm(x, weights[name + ".running_mean"], weights[name + ".running_var"], weights[name + ".weight"],
                        weights[name + ".bias"], False, 0.0, eps)


def lite_network(weights, stages, x):
    """[N, 3, H, W] -> [N, D]"""
    x = F.relu6(batch_norm(same_conv(x, weights["_conv_stem.weight"], 2), weights, "_bn0", 1e-3))
    index = 0
    for kernel, stride, expansion, inputs, outputs, repeats in stages:
        for repeat in range(repeats):
            name, before = f"_blocks.{index}.", x
            if expansion > 1:
                x = F.relu6(batch_norm(same_conv(x, weights[name + "_expand_conv.weight"]), weights, name + "_bn0", 1e-3))
            x = same_conv(x, weights[name + "_depthwise_conv.weight"], stride if repeat == 0 else 1, x.shape[1])
            x = F.relu6(batch_norm(x, weights, name + "_bn1", 1e-3))
            x = batch_norm(same_conv(x, weights[name + "_project_conv.weight"]), weights, name + "_bn2", 1e-3)
            if repeat > 0:
                x = x + before
            index += 1
    x = F.relu6(batch_norm(same_conv(x, weights["_conv_head.weight"]), weights, "_bn1", 1e-3))
    return x.mean((2, 3))


def lite(weights, stages, pixels):
    return lite_network(weights, stages, (torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None] - 127) / 128)[0]


def centre(pixels, size):
    top, left = (pixels.shape[0] - size) // 2, (pixels.shape[1] - size) // 2
    return pixels[top:top + size, left:left + size]


def make_lite(models):
    for variant, (size, stages) in LITE.items():
        weights = load(models / f"efficientnet-{variant}" / "model.safetensors")
        # Pictures whose short side is what they are resized to: nothing but the crop is left to do.
        shrink = 292 - (size + 32)
        inputs = [centre(picture(width - shrink, height - shrink), size) for width, height in PICTURES]
        save(OUT / f"efficientnet_{variant}.safetensors", {"latents": torch.stack([lite(weights, stages, p) for p in inputs])})


# BERT.

def bert(weights, config, ids, pooling, prefix=""):
    def linear(x, name):
        return F.linear(x, weights[prefix + name + ".weight"], weights[prefix + name + ".bias"])

    def norm(x, name):
        return F.layer_norm(x, x.shape[-1:], weights[prefix + name + ".weight"], weights[prefix + name + ".bias"],
                            config["layer_norm_eps"])

    heads, length = config["num_attention_heads"], len(ids)
    x = weights[prefix + "embeddings.word_embeddings.weight"][torch.tensor(ids)]
    x = x + weights[prefix + "embeddings.position_embeddings.weight"][:length]
    x = norm(x + weights[prefix + "embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for index in range(config["num_hidden_layers"]):
        name = f"encoder.layer.{index}."
        q, k, v = (linear(x, name + "attention.self." + part).view(length, heads, -1).transpose(0, 1)
                   for part in ("query", "key", "value"))
        scores = (q @ k.transpose(1, 2)) / q.shape[-1] ** 0.5
        context = (scores.softmax(-1) @ v).transpose(0, 1).reshape(length, -1)
        x = norm(x + linear(context, name + "attention.output.dense"), name + "attention.output.LayerNorm")
        inner = F.gelu(linear(x, name + "intermediate.dense"))
        x = norm(x + linear(inner, name + "output.dense"), name + "output.LayerNorm")
    return x[0] if pooling == "cls" else x.mean(0)


def word_pieces(text, vocabulary):
    """Greedy longest match; for lower-case ASCII words parted by spaces."""
    ids = [vocabulary["[CLS]"]]
    for word in text.split():
        start = 0
        while start < len(word):
            end = next(e for e in range(len(word), start, -1) if ("##" * (start > 0) + word[start:e]) in vocabulary)
            ids.append(vocabulary["##" * (start > 0) + word[start:end]])
            start = end
    return ids + [vocabulary["[SEP]"]]


def read_vocabulary(folder):
    return {word: index for index, word in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}


def make_minilm(models):
    folder = models / "minilm-l6"
    weights, config = load(folder / "model.safetensors"), json.loads((folder / "config.json").read_text())
    vocabulary = read_vocabulary(folder)
    ids = [word_pieces(text, vocabulary) for text in SENTENCES]
    save(OUT / "minilm.safetensors", {"latents": torch.stack([bert(weights, config, i, "mean") for i in ids])})


TINY = {"model_type": "bert", "vocab_size": 40, "max_position_embeddings": 24, "hidden_size": 24, "num_hidden_layers": 3,
        "num_attention_heads": 4, "intermediate_size": 40, "type_vocab_size": 2, "layer_norm_eps": 1e-5, "hidden_act": "gelu",
        "license": "CC0-1.0"}


def tiny_weights():
    generator = torch.Generator().manual_seed(7)
    width, inner = TINY["hidden_size"], TINY["intermediate_size"]
    shapes = {f"embeddings.{kind}_embeddings.weight": (TINY[size], width) for kind, size in
              (("word", "vocab_size"), ("position", "max_position_embeddings"), ("token_type", "type_vocab_size"))}
    norms = ["embeddings.LayerNorm"]
    for index in range(TINY["num_hidden_layers"]):
        name = f"encoder.layer.{index}."
        norms += [name + "attention.output.LayerNorm", name + "output.LayerNorm"]
        for part, out, inputs in (("attention.self.query", width, width), ("attention.self.key", width, width),
                                  ("attention.self.value", width, width), ("attention.output.dense", width, width),
                                  ("intermediate.dense", inner, width), ("output.dense", width, inner)):
            shapes |= {f"{name}{part}.weight": (out, inputs), f"{name}{part}.bias": (out,)}
    tensors = {name: torch.randn(shape, generator=generator) * 0.3 for name, shape in shapes.items()}
    for name in norms:
        tensors[name + ".weight"] = 1 + 0.1 * torch.randn(width, generator=generator)
        tensors[name + ".bias"] = 0.1 * torch.randn(width, generator=generator)
    tensors["embeddings.word_embeddings.weight"] = tensors["embeddings.word_embeddings.weight"].half()
    tensors["encoder.layer.0.output.dense.weight"] = tensors["encoder.layer.0.output.dense.weight"].bfloat16()
    return {"bert." + name: tensor for name, tensor in tensors.items()}


def make_tiny_bert():
    """A folder in Hugging Face's layout with other sizes, other dtypes, prefixed names and pooling at the first token."""
    folder = OUT / "tiny_bert"
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrst", "##er", "##ing", "red", "apple", "dog",
             "bark", "rain", "train", "in", "the", "on", "##s", "##ed", "un", "##do"]
    assert len(words) == TINY["vocab_size"], len(words)
    save(folder / "model.safetensors", tiny_weights())
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "config.json").write_text(json.dumps(TINY, indent=2) + "\n")
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": 16, "do_lower_case": False}) + "\n")
    (folder / "1_Pooling" / "config.json").write_text(
        json.dumps({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}) + "\n")
    (folder / "vocab.txt").write_text("\n".join(words) + "\n")
    weights, vocabulary = load(folder / "model.safetensors"), {word: index for index, word in enumerate(words)}
    texts = ["", "red apple", "the dog barks in the rain on the train", "undo " * 30]
    ids = [word_pieces(text, vocabulary) for text in texts]
    ids = [i if len(i) <= 16 else i[:15] + i[-1:] for i in ids]
    latents = {pooling: torch.stack([bert(weights, TINY, i, pooling, "bert.") for i in ids]) for pooling in ("cls", "mean")}
    save(OUT / "tiny_bert.safetensors", latents)


# aiSFX.

def frames_of(samples, size, hop):
    count = 1 + (len(samples) - size) // hop
    return np.stack([samples[i * hop:i * hop + size] for i in range(count)])


def hann(size):
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)


def triangles(edges, bins):
    """[bands, len(bins)]: rows rise from edge i to edge i + 1 and fall to edge i + 2, all in Hz."""
    rows = []
    for low, middle, high in zip(edges, edges[1:], edges[2:]):
        rows.append(np.maximum(0, np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle))))
    return np.array(rows)


def aisfx_filters():
    """[96, 1025]"""
    mels = np.linspace(0, 2595 * np.log10(1 + 22050 / 700), 98)
    filters = triangles(700 * (10 ** (mels / 2595) - 1), np.linspace(0, 22050, 1025))
    return filters / np.abs(filters).sum(1, keepdims=True)


def aisfx_spectrogram(samples):
    """[frames, 96]"""
    samples = samples.astype(np.float64)
    peak = np.abs(samples).max()
    samples = np.pad(samples / (peak if peak > 0 else 1), 1024)
    power = np.abs(np.fft.rfft(frames_of(samples, 2048, 1024) * hann(2048))) ** 2
    return np.log10(power @ aisfx_filters().T * 1e4 + 1) / 9.457798957824707


def aisfx(weights, spectrogram):
    frames = len(spectrogram)
    blocks = max(1, (frames - 100) // 50 + 1)
    padded = np.vstack([spectrogram, np.zeros((100, 96))])
    x = torch.from_numpy(np.stack([padded[50 * b:50 * b + 100] for b in range(blocks)])).float()[:, None]
    for index in range(1, 5):
        name = f"embedding_net.conv_block{index}."
        for layer in "12":
            x = F.conv2d(x, weights[f"{name}conv{layer}.weight"], padding=1)
            x = F.relu(batch_norm(x, weights, f"{name}bn{layer}", 1e-5))
        if index < 4:
            x = F.max_pool2d(x, 2)
    return x.mean(3).amax(2).mean(0)


def make_aisfx(models):
    weights = load(models / "aisfx" / "model.safetensors")
    spectrograms = [aisfx_spectrogram(sound(44100, seconds, i + 1)) for i, seconds in enumerate(SOUND_SECONDS)]
    save(OUT / "aisfx.safetensors", {"latents": torch.stack([aisfx(weights, s) for s in spectrograms]),
                                     "spectrogram": torch.from_numpy(spectrograms[1]).float()})


# Whisper's encoder.

def slaney_to_hertz(mels):
    return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp((mels - 15) * np.log(6.4) / 27))


def hertz_to_slaney(hertz):
    return hertz * 3 / 200 if hertz < 1000 else 15 + 27 * np.log(hertz / 1000) / np.log(6.4)


def whisper_spectrogram(samples):
    """[80, frames]"""
    samples = np.pad(samples.astype(np.float64), 200, mode="reflect")
    power = np.abs(np.fft.rfft(frames_of(samples, 400, 160)[:-1] * hann(400))) ** 2
    edges = slaney_to_hertz(np.linspace(0, hertz_to_slaney(8000), 82))
    filters = triangles(edges, np.linspace(0, 8000, 201)) * (2 / (edges[2:] - edges[:-2]))[:, None]
    log = np.log10(np.maximum(filters @ power.T, 1e-10))
    return (np.maximum(log, log.max() - 8) + 4) / 4


def whisper(weights, spectrogram, heads, layers):
    """The mean over time of the hidden states after the two middle layers."""
    def linear(x, name):
        return F.linear(x, weights[name + "/weight"], weights[name + "/bias"])

    def norm(x, name):
        return F.layer_norm(x, x.shape[-1:], weights[name + "/gamma"], weights[name + "/beta"], 1e-5)

    x = torch.from_numpy(spectrogram).float()[None]
    x = F.gelu(F.conv1d(x, weights["encoder/conv1/weight"], weights["encoder/conv1/bias"], padding=1))
    x = F.gelu(F.conv1d(x, weights["encoder/conv2/weight"], weights["encoder/conv2/bias"], stride=2, padding=1))[0].T
    length = len(x)
    x = x + weights["encoder/position_encodings/encodings"][:length]
    states = []
    for index in range(layers):
        name = f"encoder/layer_{index}/"
        y = linear(norm(x, name + "self_attention/layer_norm"), name + "self_attention/linear_0")
        q, k, v = (part.view(length, heads, -1).transpose(0, 1) for part in y.chunk(3, -1))
        scores = (q @ k.transpose(1, 2)) / q.shape[-1] ** 0.5
        x = x + linear((scores.softmax(-1) @ v).transpose(0, 1).reshape(length, -1), name + "self_attention/linear_1")
        y = F.gelu(linear(norm(x, name + "ffn/layer_norm"), name + "ffn/linear_0"))
        x = x + linear(y, name + "ffn/linear_1")
        states.append(x)
    return ((states[layers // 2 - 1] + states[layers // 2]) / 2).mean(0)


def make_whisper(models):
    weights = load(models / "whisper-tiny-en" / "model.safetensors")
    spectrograms = [whisper_spectrogram(sound(16000, seconds, i + 1)) for i, seconds in enumerate(SOUND_SECONDS)]
    save(OUT / "whisper.safetensors", {"latents": torch.stack([whisper(weights, s, 6, 4) for s in spectrograms]),
                                       "spectrogram": torch.from_numpy(spectrograms[1]).float()})


def main(arguments):
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    models = pathlib.Path(arguments[0])
    with torch.no_grad():
        make_lite(models)
        make_minilm(models)
        make_tiny_bert()
        make_aisfx(models)
        make_whisper(models)


if __name__ == "__main__":
    main(sys.argv[1:])
