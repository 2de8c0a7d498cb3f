"""Encoders of published families beside the `transformers` library, in eager mode with 32-bit floats, on the same random weights and ready inputs."""

import pathlib

from .captions import mixed_captions
from .encoders import compare, read_wave, write_pictures, write_sounds, write_texts
from .measurement import Measurement
from .peer import need
from .table import Row

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "golden" / "published"
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


class Library:
    """The library's side: batches of ready tensors, texts sorted by length, and their places among the inputs."""

    def __init__(self, model, latent, modality, folder, files):
        self.model, self.latent, size = model, latent, BATCHES[modality]
        self.order = list(range(COUNTS[modality]))
        if modality == "text":
            self.inputs = self.token_batches(folder, files[0].read_text(encoding="utf-8").splitlines(), size)
        else:
            self.inputs = [self.features(folder, modality, files[i:i + size]) for i in range(0, len(files), size)]

    @staticmethod
    def features(folder, modality, files):
        from transformers import AutoFeatureExtractor, AutoImageProcessor
        if modality == "audio":
            return AutoFeatureExtractor.from_pretrained(folder)([read_wave(one) for one in files], sampling_rate=16_000, return_tensors="pt")
        image = need("PIL.Image")
        return AutoImageProcessor.from_pretrained(folder, use_fast=False)([image.open(one).convert("RGB") for one in files], return_tensors="pt")

    def token_batches(self, folder, lines, size):
        from transformers import PreTrainedTokenizerFast
        padding = "<pad>" if "roberta" in self.model.config.model_type else "<|endoftext|>"
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"), pad_token=padding)
        lengths = [len(tokenizer(line).input_ids) for line in lines]
        self.order = sorted(range(len(lines)), key=lengths.__getitem__)
        batches = ([lines[i] for i in self.order[start:start + size]] for start in range(0, len(lines), size))
        return [tokenizer(batch, padding=True, truncation=True, max_length=77, return_tensors="pt") for batch in batches]

    def latents(self):
        import torch
        rows = torch.cat([self.latent(self.model, inputs) for inputs in self.inputs])
        return rows[torch.argsort(torch.tensor(self.order))]


def write_inputs(modality, folder):
    if modality == "image":
        return write_pictures(folder, COUNTS["image"], 480, 640)
    if modality == "audio":
        return write_sounds(folder, COUNTS["audio"], 16_000)
    return [write_texts(folder, mixed_captions(COUNTS["text"]))]


def measure(row, family, bench):
    need("transformers").logging.set_verbosity_error()
    from tiny_models import write_json, write_model
    modality, config, processor, latent = family
    with bench.folder() as root:
        folder = root / "model"
        model = write_model(folder, config, processor, 1)
        if modality == "text":
            (folder / "tokenizer.json").write_bytes((GOLDEN / config["model_type"] / "tokenizer.json").read_bytes())
            write_json(folder / "1_Pooling" / "config.json", {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False})
        files = write_inputs(modality, root)
        library = Library(model, latent, modality, folder, files)
        yield from compare(bench, (row,), [folder, modality, *files], [library.latents], COUNTS[modality], 2)


def measurement(name, family):
    row = Row(f"encoder: {name}", "ms", floor=FLOORS[family[0]])
    return Measurement((row,), lambda bench: measure(row, family, bench), quick=False, only_full=True)


MEASUREMENTS = [measurement(name, family) for name, family in FAMILIES.items()]
