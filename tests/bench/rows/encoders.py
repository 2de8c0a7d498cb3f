"""The encoders that set-up converts, beside eager PyTorch, sentence-transformers and ONNX Runtime on the same weights and inputs."""
import statistics
import wave

from . import machine
from .captions import mixed_captions
from .measurement import Measurement
from .peer import Program, alternate, need, scaled, timed
from .table import Measured, Row

SMALLEST_COSINE = 0.999  # of a latent with the peer's: where the processor has bf16, ours are computed in it
PICTURES, SOUNDS = 32, 8

PICTURE = Row("picture encoder, lite0, batch 32, from decoded pixels: PyTorch", "ms a picture", floor=1.5, aim=2.0)
PICTURE_ONNX = Row("picture encoder, lite0, batch 32, from decoded pixels: ONNX Runtime", "ms a picture", floor=1.0, aim=1.2)
TEXTS = Row("text encoder, captions of mixed length: sentence-transformers", "ms a caption", floor=1.5, aim=2.0)
TEXTS_ONNX = Row("text encoder, captions of mixed length: ONNX Runtime", "ms a caption", floor=1.0, aim=2.0)
QUERY = Row("text encoder, one query: sentence-transformers", "ms", floor=1.5, aim=2.0, most=5)
QUERY_ONNX = Row("text encoder, one query: ONNX Runtime", "ms", floor=1.0, aim=2.0, most=5)
SOUND = Row("sound encoder, aiSFX, 10 s clips", "ms a clip", floor=1.2, aim=1.5)


def write_pictures(folder, count, height=256, width=320):
    """Landscapes of noise that is soft enough to be a photo's."""
    import numpy as np
    image = need("PIL.Image")
    random, paths = np.random.default_rng(1), []
    for number in range(count):
        soft = random.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8)
        paths.append(folder / f"{number}.png")
        image.fromarray(soft).resize((width, height), image.BICUBIC).save(paths[-1])
    return paths


def write_sounds(folder, count, rate, seconds=10):
    import numpy as np
    random, paths = np.random.default_rng(2), []
    for number in range(count):
        paths.append(folder / f"{number}.wav")
        with wave.open(str(paths[-1]), "wb") as file:
            file.setparams((1, 2, rate, 0, "NONE", None))
            file.writeframes(random.normal(0, 3000, rate * seconds).astype("<i2").tobytes())
    return paths


def read_wave(path):
    import numpy as np
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768


def write_texts(folder, texts):
    path = folder / "texts.txt"
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def smallest_cosine(latents, expected):
    import torch
    if latents.shape != expected.shape:
        raise RuntimeError(f"the latents are {tuple(latents.shape)}, of the peer {tuple(expected.shape)}")
    return torch.nn.functional.cosine_similarity(latents, expected).min().item()


def judged(cosine):
    """What is wrong with latents that have this cosine with the peer's."""
    return "" if cosine >= SMALLEST_COSINE else f"a latent's cosine with the peer's is {cosine:.5f}, less than {SMALLEST_COSINE}"


def compare(bench, rows, arguments, peers, count, rounds, repeated=1):
    """Ours, `bench_encoder` with these arguments, in turns with the peers. `peers`: for each row a function that gives the latents, or why there is
    none; the first one's operations, at the rate of products of matrices, are the limit. A round encodes `count` inputs and is played `repeated`
    times."""
    safetensors, torch = need("safetensors.torch"), need("torch")
    there = {row: peer for row, peer in zip(rows, peers) if callable(peer)}
    with bench.folder() as folder, Program(bench.tool("bench_encoder"), *arguments) as ours, torch.inference_mode():
        ours.ask(folder / "latents.safetensors")
        latents = safetensors.load_file(folder / "latents.safetensors")["latents"]
        checked = {row: machine.counted(peer) for row, peer in there.items()}
        cosines = {row: smallest_cosine(latents, theirs) for row, (theirs, _) in checked.items()}
        limit = 1000 * checked[rows[0]][1] / machine.fastest_products() / count if rows[0] in checked else None
        contenders = [lambda: statistics.median(ours.ask() for _ in range(repeated))]
        contenders += [lambda play=timed(peer): statistics.median(play() for _ in range(repeated)) for peer in there.values()]
        mine, *theirs = alternate(rounds, *contenders, warm_up=0)  # the check was it
    columns = dict(zip(there, theirs))
    for row, peer in zip(rows, peers):
        if row in there:
            note = f"{ours.ready_ms:.0f} ms to the first latent; cosine with the peer's at least {cosines[row]:.5f}"
            yield Measured(row.name, scaled(mine, 1 / count), scaled(columns[row], 1 / count), limit, judged(cosines[row]), note=note)
        else:
            yield Measured(row.name, scaled(mine, 1 / count), limit=limit, without_peer=str(peer))


def or_reason(make):
    """A peer, or why it cannot be had: the other ones are measured all the same."""
    try:
        return make()
    except Exception as reason:  # whatever a peer's library may raise
        return reason


def measure_pictures(bench):
    image = need("PIL.Image")
    import numpy as np
    from . import networks
    folder = bench.model("efficientnet-lite0")
    network = networks.Lite(folder).eval()
    with bench.folder() as made:
        files = write_pictures(made, PICTURES)
        pixels = [np.asarray(image.open(file).convert("RGB")) for file in files]

        def onnx():
            session = networks.export(network, made / "lite0.onnx", {"pixels": network.cut(pixels)}, {0: "batch"})
            return lambda: session(pixels=network.cut(pixels))
        peers = [lambda: network(network.cut(pixels)), or_reason(onnx)]
        yield from compare(bench, (PICTURE, PICTURE_ONNX), [folder, "image+prepare", *files], peers, PICTURES, bench.some(11, 5))


def measure_texts(bench, rows, texts, rounds, repeated):
    from . import networks
    folder = bench.model("minilm-l6")

    def sentence_transformers():
        model = need("sentence_transformers").SentenceTransformer(str(folder), device="cpu")
        return lambda: model.encode(texts, batch_size=32, convert_to_tensor=True, normalize_embeddings=False, show_progress_bar=False)

    def onnx():
        network = networks.Sentences(folder)
        session = networks.export(network, made / "minilm.onnx", network.tokens(["a red apple", "a dog"]), {0: "batch", 1: "length"})
        return lambda: networks.in_batches(lambda batch: session(**network.tokens(batch)), texts)
    with bench.folder() as made:
        peers = [or_reason(sentence_transformers), or_reason(onnx)]
        yield from compare(bench, rows, [folder, "text+prepare", write_texts(made, texts)], peers, len(texts), rounds, repeated)


def measure_captions(bench):
    return measure_texts(bench, (TEXTS, TEXTS_ONNX), mixed_captions(bench.some(2500, 500)), 2, 1)


def measure_query(bench):
    return measure_texts(bench, (QUERY, QUERY_ONNX), ["a dog barks in the rain while a train passes by"], bench.some(11, 5), 20)


def measure_sounds(bench):
    torch = need("torch")
    from . import networks
    folder = bench.model("aisfx")
    network = networks.Aisfx(folder)
    with bench.folder() as made:
        files = write_sounds(made, SOUNDS, 44_100)
        sounds = torch.stack([torch.from_numpy(read_wave(file)) for file in files])
        yield from compare(bench, (SOUND,), [folder, "audio+prepare", *files], [lambda: network(sounds)], SOUNDS, bench.some(5, 2))


MEASUREMENTS = [Measurement((PICTURE, PICTURE_ONNX), measure_pictures), Measurement((TEXTS, TEXTS_ONNX), measure_captions),
                Measurement((QUERY, QUERY_ONNX), measure_query), Measurement((SOUND,), measure_sounds)]
