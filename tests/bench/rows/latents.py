"""Latents that are made up: a signal of low rank and noise, as those of encoders are (tests/support/latent_like.h)."""
import numpy as np

RANK = 32
NOISE = np.sqrt(1 / 3)  # of the signal's deviation


def normal(random, *shape):
    return random.standard_normal(shape, dtype=np.float32)


def basis(dim, space):
    """[RANK, dim], the same for the same space."""
    return normal(np.random.default_rng(space), RANK, dim) / np.float32(np.sqrt(RANK))


def latent_like(rows, dim, seed, space=1):
    """Unit rows [rows, dim]."""
    random = np.random.default_rng(1000 + seed)
    points = normal(random, rows, RANK) @ basis(dim, space) + np.float32(NOISE) * normal(random, rows, dim)
    return points / np.linalg.norm(points, axis=1, keepdims=True)


def paired_latents(items, captions, widths, seed=5, deviation=3.0):
    """Latents of pictures [items, W0] and of several captions of each [items * captions, W1], which say what is in the picture only about."""
    random = np.random.default_rng(seed)
    seen = normal(random, items, RANK)
    said = np.repeat(seen, captions, 0) + np.float32(deviation) * normal(random, items * captions, RANK)
    return [signal @ basis(width, 10 + side) + np.float32(NOISE) * normal(random, len(signal), width)
            for side, (signal, width) in enumerate(zip((seen, said), widths))]


def paired_rows(items, captions, held_out):
    """Pairs of rows [N, 2] to train on and, of the last `held_out` items, to measure on."""
    rows = np.stack([np.repeat(np.arange(items), captions), np.arange(items * captions)], 1)
    border = (items - held_out) * captions
    return rows[:border], rows[border:]
