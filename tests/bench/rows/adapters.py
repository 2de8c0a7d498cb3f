"""The peer of training: FuseMix in eager PyTorch with 32-bit floats, as the released code does a step, with two logit matrices and AdamW."""
import math

import numpy as np
import torch
import torch.nn.functional as F

SMALLEST_TEMPERATURE, LARGEST_TEMPERATURE = 0.001, 0.5


class Block(torch.nn.Module):
    def __init__(self, width, expansion, dropout):
        super().__init__()
        self.norm = torch.nn.LayerNorm(width)
        self.up = torch.nn.Linear(width, expansion * width)
        self.down = torch.nn.Linear(expansion * width, width)
        self.dropout = torch.nn.Dropout(dropout)

    def forward(self, x):
        return x + self.down(self.dropout(F.gelu(self.up(self.norm(x)))))


class Adapter(torch.nn.Module):
    def __init__(self, width, out, layers, expansion, dropout):
        super().__init__()
        self.blocks = torch.nn.ModuleList(Block(width, expansion, dropout) for _ in range(layers))
        self.norm = torch.nn.LayerNorm(width)
        self.project = torch.nn.Linear(width, out)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return F.normalize(self.project(self.norm(x)))


class Training(torch.nn.Module):
    """Adapters of pictures and texts, their temperature and their optimiser."""

    def __init__(self, widths, out, layers, expansion, dropout, temperature=0.07, weight_decay=0.1):
        super().__init__()
        self.image, self.text = (Adapter(width, out, layers, expansion, dropout) for width in widths)
        self.temperature = torch.nn.Parameter(torch.tensor(temperature))
        matrices = [p for p in self.parameters() if p.dim() >= 2]
        others = [p for p in self.parameters() if p.dim() < 2]
        self.optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0.0}], lr=1e-3)

    def named_weights(self):
        return {name: value.detach() for name, value in self.named_parameters()}

    def step(self, image, text, weight, rate=1e-3):
        """A step on loaded rows, whose halves are mixed by the weight; the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        with torch.no_grad():
            self.temperature.clamp_(SMALLEST_TEMPERATURE, LARGEST_TEMPERATURE)
        x, y = self.image(mixed(image, weight)), self.text(mixed(text, weight))
        labels = torch.arange(len(x))
        loss = (F.cross_entropy(x @ y.T / self.temperature, labels) + F.cross_entropy(y @ x.T / self.temperature, labels)) / 2
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss.item()


def mixed(rows, weight):
    half = len(rows) // 2
    return weight * rows[:half] + (1 - weight) * rows[half:]


def rate_at(recipe, steps, step):
    """The learning rate of the automatic recipe: a line, then a cosine by step."""
    warmup = min(recipe["warmup"], steps // 10)
    if step < warmup:
        return recipe["floor_lr"] + (recipe["lr"] - recipe["floor_lr"]) * (step + 1) / warmup
    progress = (step - warmup) / max(1, steps - warmup)
    return (recipe["lr"] - recipe["floor_lr"]) * (1 + math.cos(math.pi * progress)) / 2 + recipe["floor_lr"]


class Run:
    """A whole training run of the automatic recipe: standardised latents, correction of the gap, the best epoch by recall on held-out pairs."""

    def __init__(self, data, recipe, seed):
        torch.manual_seed(seed)
        self.recipe, self.pairs, self.held_out = recipe, data["pairs.train"], data["pairs.val"]
        self.latents = [data["latents.image"], data["latents.text"]]
        for side in range(2):
            rows = self.latents[side][self.pairs[:, side].unique()]
            self.latents[side] = (self.latents[side] - rows.mean(0)) / rows.std(0, correction=0).clamp_min(1e-9)
        widths = [latents.shape[1] for latents in self.latents]
        self.training = Training(widths, recipe["dim"], recipe["layers"], recipe["expansion"], recipe["dropout"], recipe["temperature"], recipe["weight_decay"])
        self.random = np.random.default_rng(seed)

    def batches(self):
        loaded = min(2 * self.recipe["batch"], len(self.pairs) // 2 * 2)
        while True:
            order = torch.randperm(len(self.pairs))
            for start in range(0, len(order) - loaded + 1, loaded):
                yield self.pairs[order[start:start + loaded]]

    def points(self, side, rows):
        adapter = (self.training.image, self.training.text)[side]
        train = self.pairs[:, side].unique()[:: max(1, len(self.pairs[:, side].unique()) // 2048)]
        points = adapter(self.latents[side][rows]) - adapter(self.latents[side][train]).mean(0)
        return F.normalize(points)

    @torch.no_grad()
    def recall(self):
        self.training.eval()
        images, a = self.held_out[:, 0].unique(return_inverse=True)
        texts, b = self.held_out[:, 1].unique(return_inverse=True)
        right = torch.zeros(len(images), len(texts), dtype=torch.bool)
        right[a, b] = True
        scores = self.points(0, images) @ self.points(1, texts).T
        shares = []
        for table, hits in ((scores, right), (scores.T, right.T)):
            best = table.topk(10, dim=1).indices
            shares += [hits.gather(1, best[:, :k]).any(1).float().mean().item() for k in (1, 5, 10)]
        self.training.train()
        return 100 * sum(shares) / len(shares)

    def until_best(self, clock):
        """The best recall, and what the clock said when it was reached."""
        recipe, batches = self.recipe, self.batches()
        loaded = min(2 * recipe["batch"], len(self.pairs) // 2 * 2)
        epoch_steps = max(len(self.pairs) // loaded, recipe["min_epoch_steps"])
        best, reached, since = -1.0, 0.0, 0
        for step in range(recipe["steps"]):
            rows = next(batches)
            weight = self.random.beta(recipe["alpha"], recipe["alpha"])
            self.training.step(self.latents[0][rows[:, 0]], self.latents[1][rows[:, 1]], weight, rate_at(recipe, recipe["steps"], step))
            if (step + 1) % epoch_steps and step + 1 < recipe["steps"]:
                continue
            found = self.recall()
            since += 1
            if found > best:
                best, reached, since = found, clock(), 0
            if recipe["patience"] and since >= recipe["patience"]:
                break
        return best, reached
