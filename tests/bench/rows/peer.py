"""How two sides are measured: in turns within one run, ours a program of our own, the peer a function of Python or a program too."""
import importlib
import subprocess
import time

from .table import Skipped


class Program:
    """A measuring program that plays round by round (bench/rounds.h): every line asked for is answered by a number, mostly milliseconds."""

    def __init__(self, path, *arguments):
        if not path.exists():
            raise Skipped(f"{path.name} is not built")
        self.process = subprocess.Popen([path, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready_ms = self.answer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0].name} ended with status {self.process.wait()}")
        return float(line)

    def ask(self, line=""):
        print(line, file=self.process.stdin, flush=True)
        return self.answer()


def timed(work):
    """The work as a contender: the milliseconds that a call of it takes."""
    def play():
        began = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - began)
    return play


def alternate(rounds, *contenders, warm_up=1):
    """Each contender's values, after rounds that do not count; in a round each plays once, and none always goes first."""
    columns = [[] for _ in contenders]
    for number in range(warm_up + rounds):
        order = range(len(contenders)) if number % 2 == 0 else reversed(range(len(contenders)))
        for i in order:
            value = contenders[i]()
            if number >= warm_up:
                columns[i].append(value)
    return columns


def scaled(values, factor):
    return [factor * value for value in values]


def rates(milliseconds, count):
    """Per second, of `count` things that took these times."""
    return [1000 * count / value for value in milliseconds]


def need(module):
    """A library that a peer is made of."""
    try:
        return importlib.import_module(module)
    except Exception as error:  # whatever a broken package may raise on import
        raise Skipped(f"{module} cannot be imported: {error}") from error
