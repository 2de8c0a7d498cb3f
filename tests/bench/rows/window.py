"""The window on a large library, from outside and from inside: start, memory, idle processor, key to results, scrolling."""
import contextlib
import json
import mmap
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from .libraries import copied_library
from .library import NEW
from .measurement import Measurement
from .table import Measured, Row, Skipped

STARTS = 5
IDLE_SECONDS = 30

START = Row("window: start, median", "ms", most=400)
MEMORY = Row("window: resident after the start", "MB", most=150)
IDLE = Row("window: idle processor, window and worker", "%", most=1)
KEYS = Row("window: key press to results while a scan runs, median", "ms", most=60)
SLOW_KEYS = Row("window: key press to results while a scan runs, p95", "ms", most=120)
SCROLLING = Row("window: event loop blocked while scrolling, p99", "ms", most=16)
SCROLLED = Row("window: resident after scrolling", "MB", most=300)


@contextlib.contextmanager
def screen():
    """An X server of its own: its display, and what it shows as a mapped file."""
    if not shutil.which("Xvfb"):
        raise Skipped("Xvfb is not installed")
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-fbdir", folder],
                                  pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            display = os.read(reading, 16).decode().strip()
            if not display:
                raise RuntimeError("Xvfb did not start")
            with open(pathlib.Path(folder) / "Xvfb_screen0", "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as shown:
                yield ":" + display, shown
        finally:
            server.terminate()
            server.wait()


def environment(display, runtime):
    return os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": runtime, "OMP_WAIT_POLICY": "PASSIVE"}


def start_window(build, data, display, shown, runtime):
    """The process, and the milliseconds until it had painted something."""
    before = bytes(shown)
    began = time.monotonic()
    window = subprocess.Popen([build / "app/desktop/fusefind", "--data-dir", data, "--device", "cpu"], env=environment(display, runtime))
    while shown[:] == before:
        if window.poll() is not None:
            raise RuntimeError(f"the window ended with status {window.returncode}")
        time.sleep(0.002)
    return window, 1000 * (time.monotonic() - began)


def workers(data):
    found = subprocess.run(["pgrep", "-f", f"fusefind-worker --data-dir {data}"], check=False, stdout=subprocess.PIPE, text=True)
    return [int(pid) for pid in found.stdout.split()]


def end(window, data):
    window.terminate()
    window.wait()
    for pid in workers(data):
        os.kill(pid, signal.SIGTERM)
    while workers(data):
        time.sleep(0.1)


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("no memory is told of the window")


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(pids):
    """Until nobody computes any more."""
    while True:
        before = sum(map(cpu_seconds, pids))
        time.sleep(5)
        if sum(map(cpu_seconds, pids)) - before < 0.1:
            return


def from_outside(build, data, runtime):
    starts = []
    with screen() as (display, shown):
        for i in range(STARTS):
            window, elapsed = start_window(build, data, display, shown, runtime)
            starts.append(elapsed)
            if i + 1 < STARTS:
                end(window, data)
                time.sleep(0.5)
        while not workers(data):
            time.sleep(0.1)
        pids = [window.pid, *workers(data)]
        settle(pids)
        before = sum(map(cpu_seconds, pids))
        time.sleep(IDLE_SECONDS)
        idle = 100 * (sum(map(cpu_seconds, pids)) - before) / IDLE_SECONDS
        memory = resident_mb(window.pid)
        end(window, data)
    return [Measured(START.name, starts), Measured(MEMORY.name, [memory]), Measured(IDLE.name, [idle])]


def from_inside(build, folder, items, runtime):
    with screen() as (display, _):
        ran = subprocess.run([build / "tests/bench_window", folder, str(items)], env=environment(display, runtime), check=True, stdout=subprocess.PIPE)
    found = json.loads(ran.stdout)
    wrong = "" if found["scan_runs_still"] else "the scan ended before the searches did: there must be more new pictures"
    keys, scroll = found["key_to_results"], found["scroll"]
    return [Measured(KEYS.name, [keys["p50"]], wrong=wrong), Measured(SLOW_KEYS.name, [keys["p95"]], wrong=wrong),
            Measured(SCROLLING.name, [scroll["p99"]]), Measured(SCROLLED.name, [found["resident_mb_after_scrolling"]])]


def measure(bench):
    items = bench.some(100_000, 10_000)
    with copied_library(bench, items, NEW) as folder, tempfile.TemporaryDirectory() as runtime:
        yield from from_outside(bench.build, str(folder / "data"), runtime)
        yield from from_inside(bench.build, folder, items, runtime)


MEASUREMENTS = [Measurement((START, MEMORY, IDLE, KEYS, SLOW_KEYS, SCROLLING, SCROLLED), measure)]
