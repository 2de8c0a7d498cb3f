"""The window on a large library, from outside and from inside: start, memory, idle processor, key to results, scrolling.

usage: measure_window.py BUILD_DIR FOLDER ITEMS    (FOLDER: made by make_large_library with that many items)
Prints a JSON list of rows: row, ours, limit, unit, pass.
"""

import contextlib
import json
import mmap
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

STARTS = 5
IDLE_SECONDS = 30


@contextlib.contextmanager
def screen():
    """An X server of its own: its display, and what it shows as a mapped file."""
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-fbdir", folder],
                                  pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            display = os.read(reading, 16).decode().strip()
            if not display:
                raise SystemExit("error: Xvfb did not start")
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
            raise SystemExit(f"error: the window ended with status {window.returncode}")
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
    raise SystemExit("error: no memory is told of the window")


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
    return [("start, median", sorted(starts)[len(starts) // 2], 400, "ms"), ("resident after the start", memory, 150, "MB"),
            ("idle processor, window and worker", idle, 1, "%")]


def from_inside(build, folder, items, runtime):
    with screen() as (display, _):
        ran = subprocess.run([build / "tests/bench_window", folder, items], env=environment(display, runtime), check=True, stdout=subprocess.PIPE)
    found = json.loads(ran.stdout)
    print(json.dumps(found), file=sys.stderr)
    if not found["scan_runs_still"]:
        raise SystemExit("error: the scan ended before the searches did; make the library with more new pictures")
    return [("key press to results while a scan runs, median", found["key_to_results"]["p50"], 60, "ms"),
            ("key press to results while a scan runs, p95", found["key_to_results"]["p95"], 120, "ms"),
            ("event loop blocked while scrolling, p99", found["scroll"]["p99"], 16, "ms"),
            ("resident after scrolling", found["resident_mb_after_scrolling"], 300, "MB")]


def main():
    build, folder, items = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
    with tempfile.TemporaryDirectory() as runtime:
        rows = from_outside(build, str(folder / "data"), runtime) + from_inside(build, folder, items, runtime)
    print(json.dumps([{"row": f"window: {row}", "ours": round(ours, 2), "limit": limit, "unit": unit, "pass": ours <= limit}
                      for row, ours, limit, unit in rows], indent=1))


main()
