"""Rows that one measurement fills together."""
import collections.abc
import dataclasses

from .table import Row


@dataclasses.dataclass(frozen=True)
class Measurement:
    """`measure(bench)` yields a table.Measured for each of the rows. What is not `quick` is left out of --quick unless it is asked for by name."""

    rows: tuple[Row, ...]
    measure: collections.abc.Callable
    quick: bool = True
