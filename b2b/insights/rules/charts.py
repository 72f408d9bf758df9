"""Where lines and columns of a chart stand. Pure: numbers go in, numbers of an SVG come out.

Words are not drawn: they stand beside the chart as text of the page, so that they grow with the letters of the reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, HIGH = 300, 100
"""The size that shapes are drawn in; the page stretches it."""
STUB = 14
"""How high the mark stands for a number that is too small to tell."""
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Point:
    """One number of a chart. None with `hidden`: too small to tell; None without: nobody counted it."""

    value: float | None
    hidden: bool = False


@dataclass(frozen=True)
class Box:
    """A column, or the mark for a hidden number."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Trend:
    """One measure through time. `line` and `dots` are paths of an SVG; both are empty for columns."""

    top: float
    columns: tuple[Box, ...]
    hidden: tuple[Box, ...]
    line: str
    dots: str


def top_of(values: Sequence[float | None]) -> float:
    """Return the round number above all values that the axis ends at; 1 when there is nothing."""
    most = max((value for value in values if value is not None), default=0.0)
    if most <= 0:
        return 1.0
    size = 1.0
    while size * 10 < most:
        size *= 10
    while size > most:
        size /= 10
    return next(step * size for step in _STEPS if step * size >= most)


def trend(points: Sequence[Point], top: float, *, columns: bool) -> Trend:
    """Return the shapes of a trend: columns for what is counted, a line for shares and times.

    A line stops where a number is missing: nobody knows what lies between.
    """
    slot = WIDE / max(1, len(points))
    tall, marks, line, dots = [], [], [], []
    before = False
    for number, point in enumerate(points):
        if point.hidden:
            marks.append(Box(_r(number * slot + slot * 0.2), HIGH - STUB, _r(slot * 0.6), STUB))
        if point.value is None:
            before = False
            continue
        height = HIGH * min(1.0, point.value / top)
        if columns:
            tall.append(Box(_r(number * slot + slot * 0.2), _r(HIGH - height), _r(slot * 0.6), _r(height)))
            continue
        spot = f"{_r((number + 0.5) * slot)} {_r(HIGH - height)}"
        line.append(f"{'L' if before else 'M'}{spot}")
        dots.append(f"M{spot}h0.01")
        before = True
    return Trend(top, tuple(tall), tuple(marks), "".join(line), "".join(dots))


def length(value: float | None, top: float) -> float:
    """Return how long a bar is, from 0 to 100; nothing for a number that is not there."""
    return 0.0 if value is None else _r(100 * min(1.0, value / top))


def _r(number: float) -> float:
    return round(number, 2)
