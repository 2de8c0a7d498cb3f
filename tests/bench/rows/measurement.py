"""Rows that one measurement fills together."""
import collections.abc
import dataclasses

from .table import Row


@dataclasses.dataclass(frozen=True)
class Measurement:
    """`measure(bench)` yields a table.Measured for each of the rows. What is not `quick` is left out of --quick, what is only for
    --full out of a usual run, unless it is asked for by name."""

    rows: tuple[Row, ...]
    measure: collections.abc.Callable
    quick: bool = True
    only_full: bool = False

    def belongs_to(self, bench):
        return (self.quick or not bench.quick) and (bench.full or not self.only_full)
