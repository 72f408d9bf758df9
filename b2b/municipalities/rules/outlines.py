"""Outlines as short text, and as paths of an SVG map.

The text holds rings of `x,y` in 0.00001 degree (about a metre): the first point as it is, each
next one as the step from the last. `;` splits rings (the first is the outside), `|` splits parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

Point = tuple[float, float]
Ring = list[Point]
Part = list[Ring]

SCALE = 100_000
WIDTH = 1000
"""Map units from the west to the east edge of a map."""


def write_outline(parts: Iterable[Part]) -> str:
    """Return parts of rings of (lon, lat) in degrees as text; a ring need not be closed."""
    return "|".join(";".join(filter(None, map(_write_ring, rings))) for rings in parts)


def _write_ring(ring: Ring) -> str:
    points = [(round(lon * SCALE), round(lat * SCALE)) for lon, lat in ring]
    if points and points[0] == points[-1]:
        points.pop()
    points = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    if len(points) < 3:
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    return " ".join(f"{x},{y}" for x, y in [points[0], *steps])


def read_outline(text: str) -> list[Part]:
    """Return the parts of rings of (lon, lat) in degrees; an empty text has none."""
    return [[_read_ring(ring) for ring in part.split(";")] for part in text.split("|") if part]


def _read_ring(text: str) -> Ring:
    x = y = 0
    ring = []
    for step in text.split():
        dx, _, dy = step.partition(",")
        x, y = x + int(dx), y + int(dy)
        ring.append((x / SCALE, y / SCALE))
    return ring


@dataclass(frozen=True)
class Box:
    """What a map shows, in degrees; `height` follows from it, in map units."""

    west: float
    south: float
    east: float
    north: float

    @property
    def _across(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        """Map units from the north to the south edge."""
        return max(1, round(WIDTH * (self.north - self.south) / ((self.east - self.west) * self._across or 1)))

    @property
    def view_box(self) -> str:
        """The `viewBox` of the SVG."""
        return f"0 0 {WIDTH} {self.height}"

    def place(self, point: Point) -> tuple[int, int]:
        """Return a (lon, lat) as map units from the upper left corner."""
        lon, lat = point
        unit = WIDTH / ((self.east - self.west) or 1)
        return round((lon - self.west) * unit), round((self.north - lat) * unit / (self._across or 1))


def box_around(outlines: Iterable[str]) -> Box | None:
    """Return the smallest box around these outlines, or None when there is nothing to draw."""
    points = [point for text in outlines for part in read_outline(text) for ring in part for point in ring]
    if not points:
        return None
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


def draw(outline: str, box: Box) -> str:
    """Return the SVG path of an outline, in the map units of `box`, with relative steps."""
    return "".join(
        _draw_ring([box.place(point) for point in ring]) for part in read_outline(outline) for ring in part
    )


def _draw_ring(points: list[tuple[int, int]]) -> str:
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    moved = [f"{x} {y}" for x, y in steps if x or y]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(moved)}z" if len(moved) >= 2 else ""
