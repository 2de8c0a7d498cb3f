"""The index of vectors beside hnswlib and usearch: search, memory, building, opening; and how it grows."""
from . import machine
from .captions import short_captions
from .encoders import write_texts
from .latents import latent_like
from .measurement import Measurement
from .peer import Program, alternate, need, scaled, timed
from .table import Measured, Row, Skipped

DIM, FOUND = 256, 10
TUNING = 256  # queries that are not measured: ours chooses by them how broad to search
SMALLEST_RECALL = 0.98
MADE_UP, REAL = "latent-like", "real latents"


def rows_of(kind):
    return {"hnswlib": Row(f"vector search, {kind}: hnswlib", "ms a query", floor=1.5, aim=2.0),
            "usearch": Row(f"vector search, {kind}: usearch f16", "ms a query", floor=1.5, aim=2.0),
            "memory": Row(f"index memory, {kind}: hnswlib", "MB", floor=1.67, aim=2.0),
            "build": Row(f"index build, {kind}: hnswlib", "s", floor=1.2, aim=1.5),
            "open": Row(f"index open to the first answer, {kind}: hnswlib", "ms", floor=1.0, aim=5.0)}


GROWTH = [(Row(f"growth: search p50, {fewer} to {more} points", "ms", floor=0.5), Row(f"growth: memory a point, {fewer} to {more} points", "bytes"))
          for fewer, more in (("10 k", "100 k"), ("100 k", "1 M"))]
COUNTS = {"10 k": 10_000, "100 k": 100_000, "1 M": 1_000_000}
MILLION = Row("peak memory of search, 1 M x 256", "MB", most=1200)


def made_up(bench):
    count, queries = bench.some(200_000, 20_000), bench.some(1000, 300)
    return latent_like(count, DIM, 1), latent_like(queries, DIM, 2), latent_like(TUNING, DIM, 3)


def caption_latents(bench, count):
    """What the text encoder says of so many captions, kept once it is known."""
    load = need("safetensors.torch").load_file
    kept, model = bench.kept / f"caption-latents-{count}.safetensors", bench.model("minilm-l6")
    if not kept.exists():
        with bench.folder() as folder:
            texts = write_texts(folder, short_captions(count, bench.model("efficientnet-lite0")))
            with Program(bench.tool("bench_encoder"), model, "text", texts) as encoder:
                encoder.ask(folder / "latents.safetensors")
            (folder / "latents.safetensors").replace(kept)
    return load(kept)["latents"].numpy()


def real(bench):
    """Latents of captions, turned to 256 dimensions by a fixed orthonormal map, as an adapter of a space would make them fewer."""
    import numpy as np
    queries = bench.some(1000, 300)
    latents = caption_latents(bench, bench.some(50_000, 20_000) + queries + TUNING)
    turn, _ = np.linalg.qr(np.random.default_rng(3).standard_normal((latents.shape[1], DIM)))
    rows = latents @ turn.astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows[queries + TUNING:], rows[:queries], rows[queries:queries + TUNING]


def nearest(points, queries):
    """[Q, FOUND]: the rows with the largest products, by looking at all."""
    import torch
    points = torch.from_numpy(points)
    return torch.cat([(torch.from_numpy(queries[i:i + 100]) @ points.T).topk(FOUND).indices for i in range(0, len(queries), 100)]).numpy()


def recall_of(labels, truth):
    return sum(len(set(found) & set(right)) for found, right in zip(labels.tolist(), truth.tolist())) / truth.size


def too_few(recall):
    return "" if recall >= SMALLEST_RECALL else f"recall@{FOUND} is {recall:.4f}, less than {SMALLEST_RECALL}"


def narrowest(recall_at):
    """The smallest breadth of search that reaches the recall, and that recall."""
    breadth = FOUND
    while (recall := recall_at(breadth)) < SMALLEST_RECALL and breadth < 2000:
        breadth = max(breadth + 2, int(breadth * 1.2))
    return breadth, recall


def found_by(program, folder):
    program.ask(f"found {folder / 'found.safetensors'}")
    return need("safetensors.torch").load_file(folder / "found.safetensors")["labels"]


class Usearch:
    """usearch with f16 values and hnswlib's shape of the graph."""

    def __init__(self, points, queries, truth):
        library = need("usearch.index")
        self.queries = queries
        self.index = library.Index(ndim=DIM, metric="ip", dtype="f16", connectivity=16, expansion_add=200, expansion_search=FOUND)
        self.index.add(list(range(len(points))), points, threads=machine.cores())
        self.breadth, self.recall = narrowest(lambda breadth: recall_of(self.found(breadth), truth))

    def found(self, breadth):
        self.index.expansion_search = breadth
        return self.search().keys

    def search(self):
        return self.index.search(self.queries, FOUND, threads=1)


def save_vectors(path, points, queries, tuning):
    import torch
    tensors = {"points": points, "queries": queries, "tuning": tuning}
    need("safetensors.torch").save_file({name: torch.from_numpy(rows).contiguous() for name, rows in tensors.items()}, path)


def beside_hnswlib(rows, ours, theirs, folder, truth):
    built = [[side.ask("build") / 1000] for side in (ours, theirs)]
    yield Measured(rows["build"].name, *built)
    yield Measured(rows["memory"].name, *([side.ask("memory")] for side in (ours, theirs)))

    def recall_at(breadth):
        theirs.ask(f"breadth {breadth}")
        return recall_of(found_by(theirs, folder), truth)
    breadth, their_recall = narrowest(recall_at)
    recall = recall_of(found_by(ours, folder), truth)
    columns = alternate(5, lambda: ours.ask("search"), lambda: theirs.ask("search"))
    yield Measured(rows["hnswlib"].name, *columns, wrong=too_few(recall) or too_few(their_recall),
                   note=f"recall@{FOUND} {recall:.4f}, hnswlib's {their_recall:.4f} with ef {breadth}")
    paths = {side: folder / f"index-{number}" for number, side in enumerate((ours, theirs))}
    for side, path in paths.items():
        side.ask(f"save {path}")
    opened = alternate(3, *(lambda side=side, path=path: side.ask(f"open {path}") for side, path in paths.items()))
    reading = 1000 * paths[ours].stat().st_size / machine.memory_bandwidth()
    yield Measured(rows["open"].name, *opened, reading, too_few(recall_of(found_by(ours, folder), truth)))


def measure(bench, kind, data):
    rows = rows_of(kind)
    points, queries, tuning = data(bench)
    truth = nearest(points, queries)
    with bench.folder() as folder:
        save_vectors(folder / "data.safetensors", points, queries, tuning)
        arguments = (folder / "data.safetensors", machine.cores())
        with Program(bench.tool("bench_vectors"), *arguments) as ours:
            with Program(bench.tool("bench_hnswlib"), *arguments) as theirs:
                yield from beside_hnswlib(rows, ours, theirs, folder, truth)
            usearch = Usearch(points, queries, truth)
            mine, peer = alternate(5, lambda: ours.ask("search"), timed(usearch.search))
    yield Measured(rows["usearch"].name, mine, scaled(peer, 1 / len(queries)), wrong=too_few(usearch.recall),
                   note=f"usearch's recall@{FOUND} {usearch.recall:.4f} with a breadth of {usearch.breadth}")


def grown(bench, name):
    """Milliseconds a query in the middle, megabytes, of an index of so many points, opened from its file."""
    if COUNTS[name] > 100_000 and not bench.full:
        raise Skipped("takes many minutes; packaging/bench.sh --full measures it")
    with bench.folder() as folder:
        save_vectors(folder / "data.safetensors", latent_like(COUNTS[name], DIM, 1), latent_like(300, DIM, 2), latent_like(TUNING, DIM, 3))
        arguments = (folder / "data.safetensors", machine.cores())
        with Program(bench.tool("bench_vectors"), *arguments) as builder:
            builder.ask("build")
            builder.ask(f"save {folder / 'index'}")
        with Program(bench.tool("bench_vectors"), *arguments) as program:
            program.ask(f"open {folder / 'index'}")
            times = alternate(5, lambda: program.ask("p50"))[0]
            return times, program.ask("memory")


def measure_growth(bench):
    names = list(COUNTS)
    found = {names[0]: grown(bench, names[0])}
    for (speed, memory), fewer, more in zip(GROWTH, names, names[1:]):
        found[more] = grown(bench, more)
        yield Measured(speed.name, found[more][0], found[fewer][0])
        yield Measured(memory.name, *([1e6 * found[name][1] / COUNTS[name]] for name in (more, fewer)))
    yield Measured(MILLION.name, [found["1 M"][1]])


MEASUREMENTS = [Measurement(tuple(rows_of(kind).values()), lambda bench, kind=kind, data=data: measure(bench, kind, data))
                for kind, data in ((MADE_UP, made_up), (REAL, real))]
GROWTH_MEASUREMENTS = [Measurement((*(row for pair in GROWTH for row in pair), MILLION), measure_growth, quick=False)]
