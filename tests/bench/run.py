"""Measures FuseFind beside its peers, row by row. Started by packaging/bench.sh, which sets up what it needs.

usage: run.py --build DIR --deps DIR [--quick] [--full] [--only ROW]…
"""
import argparse
import contextlib
import dataclasses
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "golden")]

from rows import machine, table  # noqa: E402
from rows.registry import MEASUREMENTS  # noqa: E402


@dataclasses.dataclass
class Bench:
    """What a measurement may use: programs, models, a folder that is kept for what takes long to make, and one for this run."""

    build: pathlib.Path
    deps: pathlib.Path
    work: pathlib.Path
    quick: bool = False
    full: bool = False

    @property
    def kept(self):
        return self.deps / "bench"

    def model(self, name):
        return self.deps / "models" / name

    def tool(self, name):
        return self.build / "tests" / name

    @property
    def cli(self):
        return self.build / "app" / "cli" / "fusefind-cli"

    def some(self, usual, quick):
        return quick if self.quick else usual

    @contextlib.contextmanager
    def folder(self):
        path = pathlib.Path(tempfile.mkdtemp(dir=self.work))
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)


def chosen(wishes):
    """The names of the rows that were asked for: an exact name, or a part of it. Ends with the list if there is none."""
    names = [row.name for measurement in MEASUREMENTS for row in measurement.rows]
    found = set()
    for wish in wishes:
        matching = [wish] if wish in names else [name for name in names if wish in name]
        if not matching:
            raise SystemExit("\n".join([f"error: there is no row '{wish}'; the rows are:", *names]))
        found.update(matching)
    return found


def outcomes(measurement, names, bench):
    """The rows of one measurement among `names`, judged. What goes wrong in it costs its own rows only."""
    rows = {row.name: row for row in measurement.rows if row.name in names}
    judged = {}
    missing = "it was not measured"
    try:
        for measured in measurement.measure(bench):
            if measured.name in rows:
                judged[measured.name] = table.judge(rows[measured.name], measured)
    except table.Skipped as reason:
        return [judged.get(name) or table.skipped(row, str(reason)) for name, row in rows.items()]
    except ModuleNotFoundError as error:
        return [judged.get(name) or table.skipped(row, str(error)) for name, row in rows.items()]
    except Exception as error:  # a failed row must not take the others with it
        traceback.print_exc()
        missing = f"{type(error).__name__}: {error}"
    return [judged.get(name) or table.failed(row, missing) for name, row in rows.items()]


def save(bench, rows):
    """Whatever there is so far, so that an interrupted run leaves its rows."""
    fresh = bench.kept / "result.json.new"
    result = {"machine": machine.described() | machine.limits(), "rows": rows}
    fresh.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(bench.kept / "result.json")


def measure_all(bench, only):
    names = chosen(only) if only else {row.name for measurement in MEASUREMENTS if measurement.belongs_to(bench) for row in measurement.rows}
    rows = []
    for measurement in MEASUREMENTS:
        if names.isdisjoint(row.name for row in measurement.rows):
            continue
        began = time.monotonic()
        rows += outcomes(measurement, names, bench)
        save(bench, rows)
        print(f"{measurement.rows[0].name} …: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return rows


def main():
    parser = argparse.ArgumentParser(description="Measures FuseFind beside its peers.")
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--deps", type=pathlib.Path, required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", str(machine.cores()))
    kept = arguments.deps.resolve() / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept, prefix="run-") as work:
        bench = Bench(arguments.build.resolve(), arguments.deps.resolve(), pathlib.Path(work), arguments.quick, arguments.full)
        rows = measure_all(bench, arguments.only)
    print(table.printable(rows))
    return 0 if all(row["pass"] is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
