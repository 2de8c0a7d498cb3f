"""The sample job: trains a space on the sample pairs, scans the sample library, asks five questions and prints tables.

usage: sample_job.py FUSEFIND_CLI DEPS
DEPS holds models/ and sample/; the job starts with an empty DEPS/sample-data and leaves it for further searches.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import time

MODELS = ("minilm-l6", "efficientnet-lite0", "aisfx")
ENCODERS = ("text=minilm-l6", "image=efficientnet-lite0", "audio=aisfx")
TOP = 5


class Job:
    def __init__(self, cli, deps):
        self.cli, self.deps, self.sample = cli, deps, deps / "sample"
        self.data = deps / "sample-data"
        self.times = []

    def call(self, *arguments):
        """Runs one command of the CLI -> (its JSON, seconds). Its progress goes to standard error as it comes."""
        command = [str(self.cli), "--data-dir", str(self.data), "--json", *map(str, arguments)]
        started = time.monotonic()
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if done.returncode not in (0, 3):  # 3: done, but some files were skipped
            raise SystemExit(f"error: fusefind-cli {arguments[0]} ended with status {done.returncode}; its message is above")
        try:
            return json.loads(done.stdout), time.monotonic() - started
        except json.JSONDecodeError as error:
            raise SystemExit(f"error: fusefind-cli {arguments[0]} did not print one JSON document ({error})") from None

    def took(self, what, seconds):
        self.times.append((what, seconds))

    def add_models(self):
        seconds = sum(self.call("models", "add", self.deps / "models" / name)[1] for name in MODELS)
        self.took(f"add {len(MODELS)} encoders", seconds)

    def train(self):
        pairs = [self.sample / "pairs" / name for name in ("pictures", "sounds", "stamps")]
        chosen = [word for encoder in ENCODERS for word in ("--encoder", encoder)]
        report, seconds = self.call("train", *pairs, "--name", "sample", "--seed", 1, *chosen)
        self.took("encode the pairs", report["encode_seconds"])
        self.took(f"train, {report['steps']} steps", seconds - report["encode_seconds"])
        return report

    def scan(self):
        self.call("library", "add", self.sample / "library")
        report, seconds = self.call("library", "scan")
        self.took(f"scan the library, {report['encoded']} files", seconds)
        return report

    def search(self, query):
        question = [query["text"]] if "text" in query else ["--like", self.sample / query["like"]]
        answer, seconds = self.call("search", *question, "--top", TOP)
        return answer, seconds


def row(cells, widths):
    """Cells in columns: a positive width is filled from the left, a negative one from the right."""
    return "  ".join(f"{cell:<{width}}" if width > 0 else f"{cell:>{-width}}" for cell, width in zip(cells, widths)).rstrip()


def print_times(job):
    widths = (34, -8)
    print("\n" + row(("step", "seconds"), widths))
    for what, seconds in job.times:
        print(row((what, f"{seconds:.1f}"), widths))


def print_recall(report):
    widths = (18, -6, -6, -6, -8, -11)
    print("\n" + row(("held-out recall, %", "R@1", "R@5", "R@10", "queries", "candidates"), widths))
    for direction, recall in sorted(report["recall"].items()):
        scores = [f"{recall[key]:.1f}" for key in ("R@1", "R@5", "R@10")]
        print(row((direction.replace("_", " "), *scores, recall["queries"], recall["candidates"]), widths))


def print_answers(job, query, answer):
    """-> how many of the first five are right."""
    library, right = (job.sample / "library").resolve(), set(query["right"])
    like = pathlib.Path(query.get("like", "")).name
    asked = f'"{query["text"]}"' if "text" in query else f"{query['kind']} like {like} ({query['title']})"
    print(f"\n{asked}, {answer['elapsed_ms']:.0f} ms")
    found = 0
    for hit in answer["hits"][:TOP]:
        path = pathlib.Path(hit["path"]).resolve()
        name = str(path.relative_to(library)) if path.is_relative_to(library) else str(path)
        found += name in right
        moment = f" from {hit['start_s']:.0f} s" if "start_s" in hit else ""
        print(row(("  *" if name in right else "", f"{hit['rank']}.", f"{hit['score']:.3f}", name + moment), (3, -2, -6, 1)))
    return found


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    job = Job(*(pathlib.Path(argument).resolve() for argument in arguments))
    shutil.rmtree(job.data, ignore_errors=True)
    queries = json.loads((job.sample / "queries.json").read_text(encoding="utf-8"))
    job.add_models()
    trained = job.train()
    job.scan()
    answers = [job.search(query) for query in queries]
    job.took(f"{len(queries)} searches, each a process of its own", sum(seconds for _, seconds in answers))
    job.took("all", sum(seconds for _, seconds in job.times))
    print_times(job)
    print_recall(trained)
    found = [print_answers(job, query, answer) for query, (answer, _) in zip(queries, answers)]
    print(f"\n* is what was asked: {', '.join(map(str, found))} of the first {TOP}.")
    print('Ask your own: packaging/run.sh cli --data-dir .deps/sample-data search "a bird"')
    if any(count == 0 for count, query in zip(found, queries) if "text" in query):
        raise SystemExit("error: a text query found nothing of what was asked among its first five answers")


if __name__ == "__main__":
    main(sys.argv[1:])
