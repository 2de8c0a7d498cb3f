"""The library: scanning beside the encoder alone, discovery beside `find`, growth, and the command line's queries."""
import itertools
import statistics
import subprocess

from .encoders import write_pictures
from .libraries import Ran, copied_library, made_library, photos, worker
from .measurement import Measurement
from .peer import Program, alternate, rates, timed
from .table import Measured, Row

ENCODER = "efficientnet-lite0"
SHORT_SIDE = 256  # that it wants
READY = 64        # tensors of the encoder alone
NEW = 1500        # pictures that nobody has encoded yet, in a library that the window is measured on

SCAN = Row("library scan, JPEGs of 2-12 megapixels: the encoder alone", "pictures/s", floor=0.8, aim=0.9, larger_is_better=True)
SCAN_MEMORY = Row("peak memory of scan", "MB", most=1500)
DISCOVERY = Row("file discovery: find -printf", "ms", floor=0.25, aim=0.5, most=3000)
RESCAN = Row("unchanged re-scan: find -printf", "ms", floor=0.25, aim=0.5, most=3000)
GROWTH = [Row(f"growth: scan rate with {more} files known, beside {fewer}", "pictures/s", floor=0.9, larger_is_better=True)
          for fewer, more in (("1 k", "10 k"), ("10 k", "100 k"))]
WARM = Row("command line, text query, worker running: rclip's cold query", "ms", aim=63.0, most=60)
COLD = Row("command line, text query, cold: rclip's cold query", "ms", aim=3.2, most=1200)
RCLIP_MS = 1900  # as its authors say
HITS = 20


def scanned(bench, data, folder, count):
    """The scan after `folder` was added; what is wrong with it."""
    Ran(bench, data, "library", "add", folder)
    ran = Ran(bench, data, "library", "scan")
    encoded, skipped = ran.answer["encoded"], len(ran.answer["skipped"])
    return ran, "" if (encoded, skipped) == (count, 0) else f"{encoded} of {count} files were encoded, {skipped} skipped"


def measure_scan(bench):
    count = bench.some(2000, 500)
    folder = photos(bench, count)
    ready = sorted(folder.glob("*.jpg"))[:READY]
    with Program(bench.tool("bench_decode"), SHORT_SIDE, folder) as decoder:
        decoding = rates([decoder.ask()], count)[0]
    runs, failures = [], []

    def scan():
        with copied_library(bench, 1_000, 300) as library:
            ran, failure = scanned(bench, library / "data", folder, count)
        runs.append(ran)
        failures.append(failure)
        return 1000 * ran.answer["seconds"]
    with Program(bench.tool("bench_encoder"), bench.model(ENCODER), "image", *ready) as encoder:
        encoder.ask()
        times, alone = alternate(2, scan, encoder.ask, warm_up=0)
    theirs, wrong = rates(alone, READY), max(failures)
    both = 1 / (1 / statistics.median(theirs) + 1 / decoding)
    yield Measured(SCAN.name, rates(times, count), theirs, limit=both, wrong=wrong,
                   note=f"{count} files; decoding alone {decoding:.0f} pictures/s, and the limit is both one after the other on the same cores")
    yield Measured(SCAN_MEMORY.name, [max(ran.peak_mb for ran in runs)], wrong=wrong)


def measure_discovery(bench):
    items = bench.some(100_000, 10_000)
    folder = made_library(bench, items, NEW) / "library"
    command = ["find", folder, "-type", "f", "-printf", "%p\t%s\t%T@\n"]
    listed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.count(b"\n")
    find = timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
    with bench.folder() as work, Program(bench.tool("bench_discover"), folder) as ours:
        ours.ask(work / "count")
        found = int((work / "count").read_text())
        yield Measured(DISCOVERY.name, *alternate(5, ours.ask, find), wrong="" if found == listed else f"{found} files were found, {listed} by find",
                       note=f"{items} files")
    with copied_library(bench, items, NEW) as library:
        unchanged = []

        def scan():
            answer = Ran(bench, library / "data", "library", "scan").answer
            unchanged.append(answer["unchanged"])
            return 1000 * answer["seconds"]
        columns = alternate(3, scan, find)
    wrong = "" if set(unchanged) == {listed} else f"{unchanged} files were unchanged, there are {listed}"
    yield Measured(RESCAN.name, *columns, wrong=wrong, note=f"{items} files, without the start of the process")


def scan_rates(bench, items, unseen, folder, count):
    """New pictures a second, beside so many known ones."""
    found, wrong = [], ""
    for _ in range(2):
        with copied_library(bench, items, unseen) as library:
            ran, failure = scanned(bench, library / "data", folder, count)
        found.append(count / ran.answer["seconds"])
        wrong = wrong or failure
    return found, wrong


def measure_growth(bench):
    count = 300
    with bench.folder() as folder:
        write_pictures(folder, count, 480, 640)
        found = [scan_rates(bench, items, unseen, folder, count) for items, unseen in ((1_000, 300), (10_000, NEW), (100_000, NEW))]
    for row, (theirs, before), (mine, wrong) in zip(GROWTH, found, found[1:]):
        yield Measured(row.name, mine, theirs, wrong=before or wrong)


def questions():
    """Another one each time: the worker remembers what a text means."""
    words = ["red", "green", "blue", "white", "upper", "lower", "left", "right"]
    return (" ".join(chosen) for chosen in itertools.permutations(words, 4))


def measure_queries(bench):
    asked = questions()
    with copied_library(bench, bench.some(100_000, 10_000), NEW) as library:
        data, hits = library / "data", []

        def query():
            ran = Ran(bench, data, "search", next(asked), "--top", HITS)
            hits.append(len(ran.answer["hits"]))
            return ran.ms
        cold = alternate(bench.some(5, 3), query)[0]
        with worker(bench, data):
            warm = alternate(15, query, warm_up=3)[0]
    wrong = "" if set(hits) == {HITS} else f"the queries had {hits} hits"
    yield Measured(WARM.name, warm, [RCLIP_MS], wrong=wrong)
    yield Measured(COLD.name, cold, [RCLIP_MS], wrong=wrong)


MEASUREMENTS = [Measurement((SCAN, SCAN_MEMORY), measure_scan), Measurement((DISCOVERY, RESCAN), measure_discovery),
                Measurement((*GROWTH,), measure_growth, quick=False), Measurement((WARM, COLD), measure_queries)]
