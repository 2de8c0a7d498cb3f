#!/usr/bin/env python3
"""Records 50 steps of FuseMix by PyTorch: initial weights, latents, the rows, lambda and learning rate of every step, and its loss.

Written by PyTorch's own autograd and torch.optim.AdamW, dropout off, for two modalities and for three that take turns. Run with the
torch of packaging/requirements.txt; writes fusemix_trace_2.safetensors and fusemix_trace_3.safetensors beside this script.
"""
import json
import pathlib
import struct

import torch

STEPS, ROWS, PAIRS, OUT, LAYERS, EXPANSION = 50, 64, 16, 12, 2, 2
WIDTHS = {"image": 24, "text": 16, "audio": 20}


class Block(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm = torch.nn.LayerNorm(width)
        self.up = torch.nn.Linear(width, EXPANSION * width)
        self.down = torch.nn.Linear(EXPANSION * width, width)

    def forward(self, x):
        return x + self.down(torch.nn.functional.gelu(self.up(self.norm(x))))


class Adapter(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.blocks = torch.nn.ModuleList(Block(width) for _ in range(LAYERS))
        self.norm = torch.nn.LayerNorm(width)
        self.project = torch.nn.Linear(width, OUT)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return torch.nn.functional.normalize(self.project(self.norm(x)))


def latents_of(modalities):
    shared = torch.randn(ROWS, 8)
    return {m: torch.tanh(shared @ torch.randn(8, WIDTHS[m]) / 3) + 0.3 * torch.randn(ROWS, WIDTHS[m]) for m in modalities}


def mix(rows, weight):
    return weight * rows[:PAIRS] + (1 - weight) * rows[PAIRS:]


def record(modalities, kinds):
    torch.manual_seed(7)
    latents = latents_of(modalities)
    adapters = torch.nn.ModuleDict({m: Adapter(WIDTHS[m]) for m in modalities})
    temperature = torch.nn.Parameter(torch.tensor(0.07))
    named = list(adapters.named_parameters()) + [("temperature", temperature)]
    tensors = {f"weights.{name}": value.detach().clone() for name, value in named}
    tensors |= {f"latents.{m}": value for m, value in latents.items()}
    optimizer = torch.optim.AdamW([
        {"params": [p for _, p in named if p.dim() >= 2], "weight_decay": 0.1},
        {"params": [p for _, p in named if p.dim() < 2], "weight_decay": 0.0},
    ], lr=1e-3)
    rows, lambdas, rates, losses = [], [], [], []
    for step in range(STEPS):
        a, b = kinds[step % len(kinds)]
        rows.append(torch.randperm(ROWS)[:2 * PAIRS])
        lambdas.append(torch.rand(()).item())
        rates.append(1e-6 + (1e-3 - 1e-6) * min(step / 20, 1))
        for group in optimizer.param_groups:
            group["lr"] = rates[-1]
        with torch.no_grad():
            temperature.clamp_(0.001, 0.5)
        x = adapters[a](mix(latents[a][rows[-1]], lambdas[-1]))
        y = adapters[b](mix(latents[b][rows[-1]], lambdas[-1]))
        logits = x @ y.T / temperature
        labels = torch.arange(PAIRS)
        cross_entropy = torch.nn.functional.cross_entropy
        loss = (cross_entropy(logits, labels) + cross_entropy(logits.T, labels)) / 2
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    tensors["rows"] = torch.stack(rows)
    tensors |= {"lambda": torch.tensor(lambdas), "rate": torch.tensor(rates), "loss": torch.tensor(losses)}
    tensors |= {f"final.{name}": value.detach() for name, value in named if name.endswith("project.weight")}
    return tensors, kinds


def write(path, tensors, kinds):
    header, blobs, offset = {"__metadata__": {"kinds": " ".join(f"{a}-{b}" for a, b in kinds)}}, [], 0
    for name, value in sorted(tensors.items()):
        blob = value.contiguous().numpy().tobytes()
        kind = {torch.float32: "F32", torch.int64: "I64"}[value.dtype]
        header[name] = {"dtype": kind, "shape": list(value.shape), "data_offsets": [offset, offset + len(blob)]}
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def main():
    here = pathlib.Path(__file__).parent
    write(here / "fusemix_trace_2.safetensors", *record(["image", "text"], [("image", "text")]))
    kinds = [("image", "text"), ("audio", "text"), ("image", "audio")]
    write(here / "fusemix_trace_3.safetensors", *record(["image", "text", "audio"], kinds))


if __name__ == "__main__":
    main()
