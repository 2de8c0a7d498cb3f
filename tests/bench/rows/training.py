"""Training: single steps of the adapters, and whole runs to the best epoch."""
import json
import statistics
import time

from . import machine
from .latents import latent_like, paired_latents, paired_rows
from .measurement import Measurement
from .peer import Program, alternate, need, rates, timed
from .table import Measured, Row

WIDTHS = (1280, 384)
OUT = 512
FIXED_LAMBDA = 0.3  # of bench_step
TOLERANCE = 0.01  # of the losses of the first steps; ours may compute in bfloat16

SHALLOW = Row("adapter step, 1280 x 384, L=1 e=2, B=1024", "pairs/s", floor=2.0, aim=3.0, larger_is_better=True)
DEEP = Row("adapter step, 1280 x 384, L=4 e=4, B=512, dropout 0.6", "pairs/s", floor=1.8, aim=2.5, larger_is_better=True)
WHOLE = Row("whole training run, 800 x 5 latents, to the best epoch", "s", floor=2.0, aim=3.0)
MEMORY = Row("peak memory of training, 800 x 5 latents", "MB", most=2000)


def step_limit(training, batch):
    """Pairs a second of a step's matrix products alone, at the rate of bfloat16 where that is faster."""
    weights = sum(value.numel() for value in training.parameters() if value.dim() >= 2)
    operations = 6 * weights * batch + 6 * batch * batch * OUT  # forward, and backward twice
    return batch * machine.fastest_products() / operations


def apart(ours, theirs):
    """The largest difference of losses, as a share of the peer's."""
    return max(abs(a - b) / abs(b) for a, b in zip(ours, theirs, strict=True))


def measure_step(bench, row, layers, expansion, batch, dropout, steps):
    torch, safetensors = need("torch"), need("safetensors.torch")
    from .adapters import Training
    torch.manual_seed(1)
    # The same seed draws the same signal, seen in two ways: there is something to learn.
    rows = [torch.from_numpy(latent_like(2 * batch, width, 1, space=side + 1)) * width**0.5 for side, width in enumerate(WIDTHS)]
    training = Training(WIDTHS, OUT, layers, expansion, dropout)
    with bench.folder() as folder:
        tensors = {f"weights.{name}": value.contiguous() for name, value in training.named_weights().items()}
        safetensors.save_file(tensors | {"latents.image": rows[0], "latents.text": rows[1]}, folder / "start.safetensors")
        with Program(bench.tool("bench_step"), folder / "start.safetensors", layers, expansion, dropout, steps) as ours:
            ours.ask(folder / "losses")
            losses = [float(line) for line in (folder / "losses").read_text().split()]
            training.eval()
            difference = apart(losses, [training.step(*rows, FIXED_LAMBDA) for _ in losses])
            training.train()
            weights = iter(torch.distributions.Beta(1.0, 1.0).sample((1000,)).tolist())
            mine, theirs = alternate(bench.some(7, 3), ours.ask, timed(lambda: [training.step(*rows, next(weights)) for _ in range(steps)]))
    said = f"the losses of the first {len(losses)} steps differ from the peer's by {100 * difference:.3f} %"
    yield Measured(row.name, rates(mine, steps * batch), rates(theirs, steps * batch), step_limit(training, batch),
                   wrong=said if difference > TOLERANCE else "", note=said)


def whole_runs(bench, ours, data, folder):
    """Of each seed: our result, the peer's best recall, and its milliseconds until then."""
    from .adapters import Run
    for seed in range(1, bench.some(5, 1) + 1):
        ours.ask(f"{seed} {folder / 'run.json'}")
        result = json.loads((folder / "run.json").read_text())
        began = time.perf_counter()
        recall, reached = Run(data, result["recipe"], seed).until_best(lambda: 1000 * (time.perf_counter() - began))
        yield result, recall, reached


def measure_whole(bench):
    torch, safetensors = need("torch"), need("safetensors.torch")
    items, captions = 800, 5
    latents = [torch.from_numpy(rows) for rows in paired_latents(items, captions, WIDTHS)]
    pairs = [torch.from_numpy(rows).contiguous() for rows in paired_rows(items, captions, items // 10)]
    data = {"latents.image": latents[0], "latents.text": latents[1], "pairs.train": pairs[0], "pairs.val": pairs[1]}
    with bench.folder() as folder:
        safetensors.save_file(data, folder / "data.safetensors")
        with Program(bench.tool("bench_train"), folder / "data.safetensors") as ours:
            runs = list(whole_runs(bench, ours, data, folder))
    mine, theirs = (statistics.mean(column) for column in ([run["recall"] for run, _, _ in runs], [recall for _, recall, _ in runs]))
    worse = 1.0 if len(runs) > 1 else 3.0  # points; a single seed is worth about two
    wrong = f"mean recall is {mine:.1f}, of the peer {theirs:.1f}" if mine < theirs - worse else ""
    note = f"mean recall {mine:.1f}, of the peer {theirs:.1f}, over {len(runs)} seed(s)"
    # The best epoch is a matter of luck: the mean over the seeds counts, not one of them.
    yield Measured(WHOLE.name, [statistics.mean(run["best_ms"] for run, _, _ in runs) / 1000],
                   [statistics.mean(reached for _, _, reached in runs) / 1000], wrong=wrong, note=note)
    yield Measured(MEMORY.name, [max(run["peak_mb"] for run, _, _ in runs)])


MEASUREMENTS = [
    Measurement((SHALLOW,), lambda bench: measure_step(bench, SHALLOW, 1, 2, 1024, 0.0, 3)),
    Measurement((DEEP,), lambda bench: measure_step(bench, DEEP, 4, 4, 512, 0.6, 1)),
    Measurement((WHOLE, MEMORY), measure_whole),
]
