"""The peers of the encoders: eager PyTorch with 32-bit floats on the definitions of tests/golden, and the same networks in ONNX Runtime."""
import json
import warnings

import make_encoder_goldens as reference
import numpy as np
import torch
import torch.nn.functional as F

from . import machine
from .peer import need


class Lite(torch.nn.Module):
    """EfficientNet-Lite from pixels [N, H, W, 3], RGB8, to latents."""

    def __init__(self, folder, variant="lite0"):
        super().__init__()
        self.weights = reference.load(folder / "model.safetensors")
        self.size, self.stages = reference.LITE[variant]

    def forward(self, pixels):
        return reference.lite_network(self.weights, self.stages, (pixels.float().permute(0, 3, 1, 2) - 127) / 128)

    def cut(self, pictures):
        """The centres of pictures [H, W, 3], in one batch."""
        return torch.from_numpy(np.stack([reference.centre(pixels, self.size) for pixels in pictures]))


class Aisfx:
    """aiSFX, with its spectrogram by PyTorch too."""

    def __init__(self, folder):
        self.weights = reference.load(folder / "model.safetensors")
        self.window = torch.from_numpy(reference.hann(2048)).float()
        self.filters = torch.from_numpy(reference.aisfx_filters()).float()

    def spectrograms(self, sounds):
        """[N, samples] to [N, frames, 96]"""
        sounds = F.pad(sounds / sounds.abs().amax(1, keepdim=True).clamp_min(1e-12), (1024, 1024))
        power = torch.fft.rfft(sounds.unfold(1, 2048, 1024) * self.window).abs().square()
        return torch.log10(power @ self.filters.T * 1e4 + 1) / 9.457798957824707

    def __call__(self, sounds):
        return torch.stack([reference.aisfx(self.weights, spectrogram.numpy()) for spectrogram in self.spectrograms(sounds)])


class Session:
    """An ONNX file in ONNX Runtime, on all cores; its threads do not spin on into the other side's turn."""

    def __init__(self, path):
        runtime = need("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = machine.cores()
        options.add_session_config_entry("session.force_spinning_stop", "1")
        self.session = runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def __call__(self, **inputs):
        return torch.from_numpy(self.session.run(None, {name: value.numpy() for name, value in inputs.items()})[0])


def export(network, path, inputs, axes):
    """The network as an ONNX file, traced on the inputs; `axes` name what may have another size."""
    need("onnx")
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that sizes become constants: the traced ones are
        torch.onnx.export(network, tuple(inputs.values()), str(path), input_names=list(inputs), output_names=["latents"],
                          dynamic_axes={name: axes for name in inputs} | {"latents": {0: axes[0]}}, opset_version=17, dynamo=False)
    return Session(path)


class Sentences(torch.nn.Module):
    """BERT by `transformers`, with the mean over the tokens: what sentence-transformers makes of the folder."""

    def __init__(self, folder):
        super().__init__()
        need("transformers")
        from transformers import AutoTokenizer, BertModel, logging
        logging.set_verbosity_error()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.longest = json.loads((folder / "sentence_bert_config.json").read_text())["max_seq_length"]
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager").eval()

    def forward(self, input_ids, attention_mask):
        states = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        return (states * mask).sum(1) / mask.sum(1)

    def tokens(self, texts):
        found = self.tokenizer(texts, padding=True, truncation=True, max_length=self.longest, return_tensors="pt")
        return {"input_ids": found["input_ids"], "attention_mask": found["attention_mask"]}


def in_batches(encode, texts, size=32):
    """Rows of all texts in their order, by batches of similar length, as sentence-transformers does it."""
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    rows = torch.cat([encode([texts[i] for i in order[start:start + size]]) for start in range(0, len(order), size)])
    return rows[torch.argsort(torch.tensor(order))]
