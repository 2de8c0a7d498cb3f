"""How often closeScore (core/search/close_score.h) is right on the sample library: README.md of core/search quotes it.

usage: measure_close_score.py FUSEFIND_CLI DATA_DIR SAMPLE_DIR    (needs numpy; DATA_DIR: a finished sample job, not in use)
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

REFERENCES, RANK, NEAREST, SLOPE, ALLOWANCE = 512, 5, 20, 3.0, 0.75  # as in close_score.cpp


def read_rows(path):
    data = path.read_bytes()
    end = 8 + int.from_bytes(data[:8], "little")
    entry = json.loads(data[8:end])["latents"]
    first, last = entry["data_offsets"]
    return numpy.frombuffer(data[end + first : end + last], "<f4").reshape(entry["shape"])


def unit(rows):
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


class Embedder:
    def __init__(self, cli, data_dir, folder):
        self.command = [cli, "--data-dir", data_dir, "--device", "cpu", "--quiet", "embed"]
        self.out = folder / "rows.safetensors"
        self.lines = folder / "lines.txt"

    def embed(self, *arguments):
        subprocess.run([*self.command, "--out", self.out, *arguments], check=True, stdout=subprocess.DEVNULL)
        return read_rows(self.out)

    def texts(self, lines):
        """Latents of unit length and points of the space."""
        self.lines.write_text("".join(line + "\n" for line in lines))
        latents = self.embed("--lines", self.lines, "--encoder", "minilm-l6")
        return unit(latents), self.embed("--lines", self.lines)


def captions(pairs):
    found = set()
    for table in sorted(pairs.glob("*/metadata.csv")):
        for row in csv.DictReader(table.open(newline="")):
            found.update(text for name, text in row.items() if name.startswith("caption") and text)
    for text in pairs.glob("*/*.txt"):
        found.update(text.read_text().splitlines())
    return sorted(line.replace("\n", " ") for line in found if line.strip())


def mean_of_nearest(cosines):
    return numpy.sort(cosines, axis=1)[:, -NEAREST:].mean(axis=1)


def interval(hits, count):
    """Wilson's, 95 %, in percent."""
    z, share = 1.96, hits / count
    centre = share + z * z / (2 * count)
    half = z * numpy.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return [round(100 * (centre + sign * half) / (1 + z * z / count)) for sign in (-1, 1)]


def main():
    cli, data_dir, sample = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    queries = json.loads((pathlib.Path(__file__).parent / "close_score_queries.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        embedder = Embedder(cli, data_dir, pathlib.Path(folder))
        examples, example_points = embedder.texts(captions(sample / "pairs"))
        files = sorted(path for path in (sample / "library").rglob("*") if path.is_file())
        library = embedder.embed("--segments", *files)

        chosen = numpy.random.default_rng(0).permutation(len(examples))[:REFERENCES]
        hits = numpy.sort(example_points[chosen] @ library.T, axis=1)[:, -RANK]
        cosines = examples[chosen] @ examples.T
        cosines[numpy.arange(len(chosen)), chosen] = -1
        alike = mean_of_nearest(cosines)

        def says_nothing_close(lines):
            latents, points = embedder.texts(lines)
            unlike = numpy.maximum(0, (alike.mean() - mean_of_nearest(latents @ examples.T)) / alike.std())
            cut = hits.mean() + SLOPE * hits.std() * (unlike - ALLOWANCE)
            return int(((points @ library.T).max(axis=1) < cut).sum())

        for kind in ("present", "absent", "nonsense"):
            said = [says_nothing_close(group[kind]) for group in queries["rounds"]]
            count = sum(len(group[kind]) for group in queries["rounds"])
            print(kind, "by round", said, "in all", f"{sum(said)} of {count}", interval(sum(said), count))
        known = queries["known to the space, not in the library"]
        print("known to the space, not in the library", says_nothing_close(known), "of", len(known))


if __name__ == "__main__":
    main()
