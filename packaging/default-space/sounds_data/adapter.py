"""Fits the audio adapter: kernel regression from latents to points of text, then an adapter that learns to do the same.

Few sounds carry names, and an adapter trained on them alone learns them by heart: contrastive training falls behind a ridge map
on names that it has not met. Kernel ridge regression over directions of standardised latents does better than either, but is no
adapter. It can, however, be asked for the point of any latent, so the adapter is trained on mixed latents (FuseMix's mixing,
lambda ~ U(0, 1)) with the regression's answers.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F

EXPANSION = 2
SHARPNESS, RIDGE = 3.0, 1.0  # of the kernel exp(SHARPNESS * (cosine - 1)); chosen by cross-validation
LINEAR_RIDGE = 3000.0  # likewise, for the linear map
BALANCE = 0.8  # a row weighs its class's size to the power of -BALANCE
STEPS, BATCH, RATE = 800, 256, 2e-3


def weights_of(groups):
    sizes = {group: groups.count(group) for group in set(groups)}
    weights = torch.tensor([sizes[group] ** -BALANCE for group in groups])
    return weights / weights.mean()


def centre(rows, weights):
    return (weights[:, None] * rows).sum(0) / weights.sum()


class Standardizer:
    def __init__(self, latents):
        self.mean = latents.mean(0)
        deviation = latents.std(0, correction=0)
        # A column that hardly moves is not blown up beyond 1,000 times its weight; one that never does is left out.
        floor = math.sqrt(1e-6 * float((deviation**2).mean()))
        self.scale = torch.where(deviation > 1e-6 * self.mean.abs(), 1 / deviation.clamp_min(floor), 0.0)

    def __call__(self, latents):
        return (latents - self.mean) * self.scale


class LinearMap:
    """Weighted ridge regression, both sides centred."""

    def __init__(self, rows, points, weights, ridge=LINEAR_RIDGE):
        self.mean = centre(rows, weights)
        rows, points = rows - self.mean, points - centre(points, weights)
        gram = (rows * weights[:, None]).T @ rows + ridge * torch.eye(rows.shape[1])
        self.matrix = torch.linalg.solve(gram, (rows * weights[:, None]).T @ points)

    def __call__(self, rows):
        return F.normalize((rows - self.mean) @ self.matrix)


class KernelMap:
    """Weighted kernel ridge regression over directions from the centre of the training rows."""

    def __init__(self, rows, points, weights):
        self.mean = centre(rows, weights)
        self.anchors = F.normalize(rows - self.mean)
        points = points - centre(points, weights)
        self.coefficients = torch.linalg.solve(self.kernel(self.anchors) + RIDGE * torch.diag(1 / weights), points)

    def kernel(self, directions):
        return torch.exp(SHARPNESS * (directions @ self.anchors.T - 1))

    def __call__(self, rows):
        return F.normalize(self.kernel(F.normalize(rows - self.mean)) @ self.coefficients)


class Adapter(torch.nn.Module):
    """One residual block, LayerNorm, Linear: what gpu/fusemix/adapter.h computes, with its names."""

    def __init__(self, width, out):
        super().__init__()
        block = {"norm": torch.nn.LayerNorm(width), "up": torch.nn.Linear(width, EXPANSION * width),
                 "down": torch.nn.Linear(EXPANSION * width, width)}
        self.blocks = torch.nn.ModuleList([torch.nn.ModuleDict(block)])
        self.norm = torch.nn.LayerNorm(width)
        self.project = torch.nn.Linear(width, out)

    def forward(self, rows):
        for block in self.blocks:
            rows = rows + block["down"](F.gelu(block["up"](block["norm"](rows))))
        return self.project(self.norm(rows))

    def start_from(self, linear):
        """The linear map's answers are the start; the block adds nothing yet."""
        with torch.no_grad():
            self.project.weight.copy_(linear.matrix.T)
            self.project.bias.copy_(-(linear.mean @ linear.matrix))
            self.blocks[0]["down"].weight.zero_()
            self.blocks[0]["down"].bias.zero_()


def mixed(rows, generator):
    """BATCH rows: half of them mixed two by two, half as they are with some noise."""
    one, two = (rows[torch.randint(len(rows), (BATCH,), generator=generator)] for _ in range(2))
    share = torch.rand((BATCH, 1), generator=generator)
    share[BATCH // 2:] = 1
    noise = torch.randn(one.shape, generator=generator) * 0.2
    noise[:BATCH // 2] = 0
    return share * one + (1 - share) * two + noise


def fit(rows, points, weights, seed, steps=STEPS):
    """Standardised latents [N, D] and unit points of their captions [N, 384] -> an Adapter."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    teacher = KernelMap(rows, points, weights)
    adapter = Adapter(rows.shape[1], points.shape[1])
    adapter.start_from(LinearMap(F.layer_norm(rows, rows.shape[1:]), points, weights))
    optimizer = torch.optim.AdamW(adapter.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    for _ in range(steps):
        batch = mixed(rows, generator)
        with torch.no_grad():
            wanted = teacher(batch)
        loss = 1 - (F.normalize(adapter(batch)) * wanted).sum(1).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return adapter.eval(), loss.item()


def tensors_of(adapter, standardizer):
    """Names as in the space file."""
    named = {f"audio.{name}": value for name, value in adapter.state_dict().items()}
    named |= {"audio.standardizer.mean": standardizer.mean, "audio.standardizer.scale": standardizer.scale}
    return {name: value.detach().numpy().astype("<f4") for name, value in named.items()}
