"""Libraries to measure on, and the command line on them."""
import contextlib
import hashlib
import json
import pathlib
import shutil
import subprocess
import threading
import time

from .peer import need

SCHEMA = pathlib.Path(__file__).resolve().parents[3] / "core" / "library" / "schema"


def made_library(bench, items, unseen):
    """A folder of make_large_library, kept as long as what it is made of stays the same: that takes minutes."""
    folder = bench.kept / f"library-{items}"
    made_of = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(SCHEMA.glob("*.sql")))).hexdigest() + f" {unseen}"
    stamp = folder / "made-of"
    if not stamp.exists() or stamp.read_text() != made_of:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([bench.tool("make_large_library"), folder, str(items), str(unseen)], check=True, stdout=subprocess.DEVNULL)
        stamp.write_text(made_of)
    return folder


@contextlib.contextmanager
def copied_library(bench, items, unseen=0):
    """A copy for one run of its data and of the paths of its new pictures: a scan changes the first and adds the others. Pictures are only read."""
    made = made_library(bench, items, unseen)
    with bench.folder() as folder:
        shutil.copytree(made / "data", folder / "data")
        (folder / "new").symlink_to(made / "new")
        yield folder


def photos(bench, count):
    """A folder of JPEG files of 2 to 12 megapixels, each of a content of its own, kept."""
    folder = bench.kept / f"photos-{count}"
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        some = [photo(number) for number in range(24)]
        for number in range(count):
            # What follows a JPEG's end is not looked at, and makes each file a content of its own.
            (folder / f"photo {number:05}.jpg").write_bytes(some[number % len(some)] + str(number).encode())
        (folder / "done").touch()
    return folder


def photo(number):
    """Soft shapes with a little grain, which take the space of a photo."""
    import io

    import numpy as np
    image = need("PIL.Image")
    random = np.random.default_rng(number)
    height = round((2e6 * 6 ** (number / 23) * 3 / 4) ** 0.5)
    width = height * 4 // 3
    soft = image.fromarray(random.integers(0, 255, (height // 24, width // 24, 3), dtype=np.uint8)).resize((width, height), image.BICUBIC)
    grain = image.fromarray(random.normal(128, 20, (height // 2, width // 2, 3)).clip(0, 255).astype(np.uint8)).resize((width, height))
    file = io.BytesIO()
    image.blend(soft, grain, 0.15).save(file, "JPEG", quality=85)
    return file.getvalue()


@contextlib.contextmanager
def watched(pid):
    """The largest memory in MB of a process so far, again and again. (What wait4 says begins with the memory of whoever started it.)"""
    peaks, over = [0.0], threading.Event()

    def watch():
        while not over.wait(0.02):
            with contextlib.suppress(OSError):
                lines = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
                peaks.extend(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM:"))
    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield peaks
    finally:
        over.set()
        watcher.join()


class Ran:
    """A finished fusefind-cli: its JSON document, its milliseconds, and its largest memory in MB."""

    def __init__(self, bench, data, *arguments):
        began = time.perf_counter()
        command = [bench.cli, "--data-dir", data, "--device", "cpu", "--quiet", "--json", *map(str, arguments)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process, watched(process.pid) as peaks:
            out = process.stdout.read()
            process.wait()
            self.ms = 1000 * (time.perf_counter() - began)
        if process.returncode != 0:
            raise RuntimeError(f"fusefind-cli {' '.join(map(str, arguments))} ended with status {process.returncode}")
        self.answer = json.loads(out)
        self.peak_mb = max(peaks)


@contextlib.contextmanager
def worker(bench, data):
    """The worker of a data directory, once it listens."""
    program = bench.build / "app" / "worker" / "fusefind-worker"
    with subprocess.Popen([program, "--data-dir", data, "--device", "cpu"], stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout.readline() != "ready\n":
                raise RuntimeError("the worker did not start")
            yield process
        finally:
            process.terminate()
