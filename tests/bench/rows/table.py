"""What a row of the benchmark is, when it passes, and how the table of all is printed."""
from __future__ import annotations

import dataclasses
import statistics


class Skipped(Exception):
    """This cannot be measured here; the text says why."""


@dataclasses.dataclass(frozen=True)
class Row:
    """`floor` and `aim` are ratios to the peer, above 1 where ours is better; `most` is what our own value may be at most."""

    name: str
    unit: str
    floor: float | None = None
    aim: float | None = None
    most: float | None = None
    larger_is_better: bool = False


@dataclasses.dataclass(frozen=True)
class Measured:
    """What was found of the row called `name`: values of each repeat, in its unit. `limit` is what the machine itself allows, in the same unit.

    `wrong` says in what the results were not what they had to be: then the values count for nothing. `without_peer` says why there is none.
    """

    name: str
    ours: list[float]
    peer: list[float] = dataclasses.field(default_factory=list)
    limit: float | None = None
    wrong: str = ""
    without_peer: str = ""
    note: str = ""


def spread_of(*columns):
    """The widest range of a column's values, as a share of its median; none where nothing was repeated."""
    ranges = [(max(values) - min(values)) / statistics.median(values) for values in columns if len(values) > 1 and statistics.median(values) > 0]
    return round(max(ranges), 3) if ranges else None


def shortened(value):
    return None if value is None else float(f"{value:.4g}")


def blank(row):
    """The row as result.json has it, before anything is known."""
    return {"row": row.name, "ours": None, "peer": None, "unit": row.unit, "ratio": None, "floor": row.floor, "aim": row.aim, "limit": None,
            "most": row.most, "spread": None, "pass": None}


def skipped(row, reason):
    return blank(row) | {"skipped": reason}


def failed(row, reason):
    return blank(row) | {"pass": False, "failed": reason}


def judge(row, measured):
    """The row with what was measured."""
    remarks = {kind: text for kind, text in (("skipped", measured.without_peer), ("note", measured.note)) if text}
    if measured.wrong:
        return failed(row, measured.wrong) | remarks
    ours, ratio, held = statistics.median(measured.ours), None, []
    if row.most is not None:
        held.append(ours <= row.most)
    if measured.peer:
        peer = statistics.median(measured.peer)
        ratio = ours / peer if row.larger_is_better else peer / max(ours, 1e-9)
        if row.floor is not None:
            held.append(ratio >= row.floor)
    return blank(row) | remarks | {
        "ours": shortened(ours), "peer": shortened(peer) if measured.peer else None, "ratio": None if ratio is None else round(ratio, 2),
        "limit": shortened(measured.limit), "spread": spread_of(measured.ours, measured.peer), "pass": all(held) if held else None}


COLUMNS = ["row", "ours", "peer", "unit", "ratio", "spread", "floor", "aim", "most", "limit", "pass"]


def cells(found):
    verdict = {True: "yes", False: "NO", None: "-"}[found["pass"]]
    shown = {"spread": "" if found["spread"] is None else f"{100 * found['spread']:.0f} %", "pass": verdict}
    return [shown.get(column, "" if found[column] is None else str(found[column])) for column in COLUMNS]


def printable(rows):
    """The table as Markdown, and below it what there is to say of single rows."""
    lines = [COLUMNS, *(cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(COLUMNS))]
    drawn = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    drawn.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    remarks = [f"{row['row']}: {kind}: {row[kind]}" for row in rows for kind in ("failed", "skipped", "note") if kind in row]
    return "\n".join(drawn + ([""] + remarks if remarks else []))
