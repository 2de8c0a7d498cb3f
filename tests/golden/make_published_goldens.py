#!/usr/bin/env python3
"""Writes tests/golden/published: tiny models with random weights as the `transformers` library publishes them, a folder each,
and what that library makes of the files in tests/golden/media (expected.safetensors, read by tests/gpu/encoders).

Needs the packages of packaging/requirements-published.txt. Run: python tests/golden/make_published_goldens.py [FAMILY…]
"""
import sys

import torch

import tiny_tokenizers
from make_wordpiece_golden import SENTENCES
from tiny_models import OUT, SOUNDS, pixels, save_expected, sounds, texts, write_json, write_model

IMAGENET = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}


def picture_model(name, config, processor, seed, dtype=torch.float16, latent=lambda output: output.last_hidden_state[:, 0]):
    folder = OUT / name
    model = write_model(folder, config, processor, seed, dtype)
    save_expected(folder, {"image": torch.cat([latent(model(pixel_values=one)) for one in pixels(folder)])})


LAYERS = {"hidden_size": 32, "num_hidden_layers": 3, "num_attention_heads": 4, "intermediate_size": 56}


def make_vit():
    """ViT with pictures that are not square, resized to exactly their size."""
    picture_model("vit", {"model_type": "vit", **LAYERS, "image_size": [48, 32], "patch_size": 8, "hidden_act": "gelu"},
                  {"image_processor_type": "ViTImageProcessor", "size": {"height": 48, "width": 32}, "do_resize": True,
                   "do_normalize": True, "image_mean": [0.5, 0.4, 0.3], "image_std": [0.5, 0.6, 0.7]}, 1)


DINO = {"hidden_size": 32, "num_hidden_layers": 3, "num_attention_heads": 4, "mlp_ratio": 2, "image_size": 56, "patch_size": 8}
DINO_PICTURES = {"image_processor_type": "BitImageProcessor", "do_center_crop": True, "do_convert_rgb": True, "do_resize": True,
                 "do_rescale": True, "do_normalize": True, "rescale_factor": 1 / 255, "resample": 3, **IMAGENET,
                 "size": {"shortest_edge": 41}, "crop_size": {"height": 32, "width": 32}}


def make_dinov2():
    """DINOv2 seen on fewer patches than its positions were trained on, its weights in bfloat16."""
    picture_model("dinov2", {"model_type": "dinov2", **DINO}, DINO_PICTURES, 2, torch.bfloat16)


def make_dinov2_giant():
    """DINOv2 with SwiGLU, as the largest one has it, its weights in full precision."""
    picture_model("dinov2_giant", {"model_type": "dinov2", **DINO, "num_hidden_layers": 2, "mlp_ratio": 3, "use_swiglu_ffn": True},
                  DINO_PICTURES, 3, torch.float32)


def make_dinov2_registers():
    """DINOv2 with register tokens and pictures that are not square."""
    picture_model("dinov2_registers", {"model_type": "dinov2_with_registers", **DINO, "num_register_tokens": 3},
                  DINO_PICTURES | {"crop_size": {"height": 24, "width": 40}}, 4)


CLIP_PICTURES = {"feature_extractor_type": "CLIPFeatureExtractor", "size": 32, "crop_size": 32, "do_resize": True, "do_center_crop": True,
                 "do_normalize": True, "resample": 3, "image_mean": [0.48145466, 0.4578275, 0.40821073],
                 "image_std": [0.26862954, 0.26130258, 0.27577711]}


def make_clip():
    """CLIP: two towers in one folder, sizes as the first releases wrote them."""
    folder, tokenizer = OUT / "clip", tiny_tokenizers.clip()
    words = tokenizer.get_vocab()
    config = {"model_type": "clip", "projection_dim": 24,
              "text_config": {**LAYERS, "vocab_size": len(words), "max_position_embeddings": 20, "eos_token_id": words["<|endoftext|>"],
                              "bos_token_id": words["<|startoftext|>"], "pad_token_id": words["<|endoftext|>"]},
              "vision_config": {**LAYERS, "hidden_size": 40, "num_hidden_layers": 2, "num_attention_heads": 5, "image_size": 32, "patch_size": 8}}
    model = write_model(folder, config, CLIP_PICTURES, 5)
    ids = texts(folder, tokenizer, 20)
    save_expected(folder, {"image": torch.cat([model.get_image_features(pixel_values=one) for one in pixels(folder)]),
                           "text": torch.cat([model.get_text_features(input_ids=one) for one in ids])})


def pooled(model, ids, pooling):
    states = model(input_ids=ids).last_hidden_state[0]
    return states[:1] if pooling == "cls" else states.mean(0, keepdim=True)


def text_model(name, config, tokenizer, most, seed, pooling):
    """A sentence encoder as sentence-transformers publishes it; `config` gets the size of the vocabulary."""
    folder = OUT / name
    model = write_model(folder, {**config, "vocab_size": tokenizer.get_vocab_size()}, None, seed)
    write_json(folder / "1_Pooling" / "config.json", {"word_embedding_dimension": config["hidden_size"], "pooling_mode_cls_token": pooling == "cls",
                                                      "pooling_mode_mean_tokens": pooling == "mean", "pooling_mode_max_tokens": False})
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": most, "do_lower_case": False})
    write_json(folder / "modules.json", [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
                                         {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
                                         {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}])
    return folder, model, pooling


def make_xlm_roberta():
    """XLM-RoBERTa averaged over its tokens, with a prompt before every text as E5 wants it."""
    tokenizer = tiny_tokenizers.xlm_roberta(tiny_tokenizers.FEW_RULES, SENTENCES[:14], 500)
    folder, model, pooling = text_model("xlm_roberta", {"model_type": "xlm-roberta", **LAYERS, "max_position_embeddings": 40, "type_vocab_size": 1,
                                                        "layer_norm_eps": 1e-5, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2},
                                        tokenizer, 30, 6, "mean")
    write_json(folder / "config_sentence_transformers.json", {"prompts": {"query": "query: ", "passage": "passage: "}, "default_prompt_name": "query"})
    ids = texts(folder, tokenizer, 30, prompt="query: ")
    save_expected(folder, {"text": torch.cat([pooled(model, one, pooling) for one in ids])})


def make_roberta():
    """RoBERTa pooled at its first token."""
    tokenizer = tiny_tokenizers.roberta(SENTENCES[:14])
    folder, model, pooling = text_model("roberta", {"model_type": "roberta", **LAYERS, "max_position_embeddings": 34, "type_vocab_size": 1,
                                                    "layer_norm_eps": 1e-5, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2},
                                        tokenizer, 512, 7, "cls")
    save_expected(folder, {"text": torch.cat([pooled(model, one, pooling) for one in texts(folder, tokenizer, 32)])})


def bert_model(name, seed, pooling):
    """Texts longer than the model takes lose their end."""
    tokenizer = tiny_tokenizers.bert(SENTENCES[:14])
    folder, model, pooling = text_model(name, {"model_type": "bert", **LAYERS, "max_position_embeddings": 24, "type_vocab_size": 2,
                                               "layer_norm_eps": 1e-12, "pad_token_id": 0}, tokenizer, 512, seed, pooling)
    save_expected(folder, {"text": torch.cat([pooled(model, one, pooling) for one in texts(folder, tokenizer, 24)])})


def make_bert_cls():
    """BERT pooled at its first token, as BGE is."""
    bert_model("bert_cls", 16, "cls")


def make_bert_mean():
    """BERT averaged over its tokens, as E5, GTE and MiniLM are."""
    bert_model("bert_mean", 17, "mean")


def make_siglip():
    """SigLIP: two towers in one folder, texts filled up to one length."""
    folder, tokenizer = OUT / "siglip", tiny_tokenizers.siglip(SENTENCES[:14])
    config = {"model_type": "siglip",
              "text_config": {**LAYERS, "vocab_size": tokenizer.get_vocab_size(), "max_position_embeddings": 16, "pad_token_id": 1,
                              "bos_token_id": 1, "eos_token_id": 1, "projection_size": 24},
              "vision_config": {**LAYERS, "hidden_size": 24, "num_hidden_layers": 2, "image_size": 40, "patch_size": 8}}
    processor = {"image_processor_type": "SiglipImageProcessor", "size": {"height": 40, "width": 40}, "resample": 3, "do_resize": True,
                 "do_rescale": True, "do_normalize": True, "rescale_factor": 1 / 255, "image_mean": [0.5] * 3, "image_std": [0.5] * 3}
    model = write_model(folder, config, processor, 8)
    ids = texts(folder, tokenizer, 16, fill=1)
    save_expected(folder, {"image": torch.cat([model.get_image_features(pixel_values=one) for one in pixels(folder)]),
                           "text": torch.cat([model.get_text_features(input_ids=one) for one in ids])})


CONVNEXT = {"model_type": "convnext", "hidden_sizes": [8, 16, 24, 32], "depths": [1, 2, 2, 1], "patch_size": 4, "hidden_act": "gelu",
            "layer_norm_eps": 1e-12, "num_stages": 4}


def make_convnext():
    """ConvNeXt below 384 pixels: resized, and the centre cut."""
    picture_model("convnext", CONVNEXT, {"image_processor_type": "ConvNextImageProcessor", "size": {"shortest_edge": 64}, "crop_pct": 0.875,
                                         "do_resize": True, "do_normalize": True, "resample": 3, **IMAGENET}, 9,
                  latent=lambda output: output.pooler_output)


def make_convnext_large():
    """ConvNeXt from 384 pixels on: the whole picture squeezed into a square."""
    picture_model("convnext_large", {**CONVNEXT, "hidden_sizes": [8, 16], "depths": [1, 1], "num_stages": 2},
                  {"image_processor_type": "ConvNextImageProcessor", "size": 384, "do_resize": True, "do_normalize": True, "resample": 2,
                   **IMAGENET}, 10, latent=lambda output: output.pooler_output)


def make_whisper():
    """Whisper made for 3 s, so that a sound of 3 s is not filled up; the latent is the mean of the two middle layers' states."""
    folder = OUT / "whisper"
    config = {"model_type": "whisper", "d_model": 32, "encoder_layers": 4, "encoder_attention_heads": 4, "encoder_ffn_dim": 48, "decoder_layers": 1,
              "decoder_attention_heads": 2, "decoder_ffn_dim": 8, "vocab_size": 64, "num_mel_bins": 80, "max_source_positions": 150,
              "max_target_positions": 8, "activation_function": "gelu", "pad_token_id": 1, "bos_token_id": 1, "eos_token_id": 1,
              "decoder_start_token_id": 1, "suppress_tokens": None, "begin_suppress_tokens": None}
    processor = {"feature_extractor_type": "WhisperFeatureExtractor", "chunk_length": 3, "feature_size": 80, "hop_length": 160, "n_fft": 400,
                 "nb_max_frames": 300, "n_samples": 48_000, "sampling_rate": 16_000}
    model = write_model(folder, config, processor, 11)
    states = model.encoder(**sounds(folder, SOUNDS[:1])[0], output_hidden_states=True).hidden_states
    save_expected(folder, {"audio": (states[2] + states[3]).mean(1) / 2})


def make_ast():
    """The Audio Spectrogram Transformer: long sounds as they are, short ones filled up."""
    folder = OUT / "ast"
    config = {"model_type": "audio-spectrogram-transformer", **LAYERS, "patch_size": 8, "frequency_stride": 6, "time_stride": 7, "max_length": 310,
              "num_mel_bins": 40, "hidden_act": "gelu", "qkv_bias": True}
    processor = {"feature_extractor_type": "ASTFeatureExtractor", "do_normalize": True, "feature_size": 1, "max_length": 310, "mean": -4.2677393,
                 "num_mel_bins": 40, "padding_side": "right", "padding_value": 0.0, "sampling_rate": 16_000, "std": 4.5689974}
    model = write_model(folder, config, processor, 12)
    save_expected(folder, {"audio": torch.cat([model(**one).pooler_output for one in sounds(folder)])})


SPEECH = {**LAYERS, "conv_dim": [24, 24, 32, 32], "conv_kernel": [10, 3, 3, 2], "conv_stride": [5, 4, 4, 4], "num_feat_extract_layers": 4,
          "num_conv_pos_embeddings": 16, "num_conv_pos_embedding_groups": 4}
SPEECH_SOUNDS = {"feature_extractor_type": "Wav2Vec2FeatureExtractor", "do_normalize": True, "feature_size": 1, "padding_side": "right",
                 "padding_value": 0.0, "return_attention_mask": False, "sampling_rate": 16_000}


def speech_model(name, config, processor, seed):
    folder = OUT / name
    model = write_model(folder, config, processor, seed)
    save_expected(folder, {"audio": torch.cat([model(**one).last_hidden_state.mean(1) for one in sounds(folder)])})


def make_wav2vec2():
    """wav2vec 2.0 as the large ones are: norms after every convolution and before the parts of every layer."""
    speech_model("wav2vec2", {"model_type": "wav2vec2", **SPEECH, "feat_extract_norm": "layer", "conv_bias": True, "do_stable_layer_norm": True},
                 SPEECH_SOUNDS, 13)


def make_hubert():
    """HuBERT as the base model is: one norm after the first convolution, and samples as they are."""
    speech_model("hubert", {"model_type": "hubert", **SPEECH, "num_conv_pos_embeddings": 15}, SPEECH_SOUNDS | {"do_normalize": False}, 14)


def make_clap():
    """CLAP without fusion: a Swin transformer over spectrograms, and RoBERTa."""
    folder, tokenizer = OUT / "clap", tiny_tokenizers.roberta(SENTENCES[:14])
    config = {"model_type": "clap", "projection_dim": 24,
              "text_config": {**LAYERS, "num_hidden_layers": 2, "vocab_size": tokenizer.get_vocab_size(), "max_position_embeddings": 34,
                              "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "type_vocab_size": 1},
              "audio_config": {"depths": [2, 2], "num_attention_heads": [2, 4], "num_hidden_layers": 2, "patch_embeds_hidden_size": 16, "hidden_size": 32,
                               "window_size": 4, "spec_size": 32, "num_mel_bins": 16, "patch_size": 2, "patch_stride": [2, 2], "mlp_ratio": 2.0}}
    processor = {"feature_extractor_type": "ClapFeatureExtractor", "feature_size": 16, "sampling_rate": 16_000, "hop_length": 800,
                 "max_length_s": 3, "fft_window_size": 1024, "frequency_min": 50, "frequency_max": 7000, "truncation": "rand_trunc",
                 "padding": "repeatpad"}
    model = write_model(folder, config, processor, 15)
    ids = texts(folder, tokenizer, 32)
    save_expected(folder, {"audio": torch.cat([model.get_audio_features(**one) for one in sounds(folder)]),
                           "text": torch.cat([model.get_text_features(input_ids=one) for one in ids])})


FAMILIES = {name.removeprefix("make_"): make for name, make in list(globals().items()) if name.startswith("make_")}


def main(names):
    torch.set_num_threads(2)
    with torch.no_grad():
        for name in names or FAMILIES:
            FAMILIES[name]()
            (OUT / name / "README.md").write_text(f"{FAMILIES[name].__doc__} Written by `../../make_published_goldens.py`.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
