"""The small map of the wijken: drawn once for each edition of the places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from b2b.municipalities.rules import box_around, draw
from b2b.municipalities.rules.outlines import Point
from b2b.municipalities.snapshots import Places, Quarter


@dataclass(frozen=True)
class Picture:
    """SVG paths by wijk, the `viewBox` in which they lie, and where in it the number of a wijk can stand."""

    view_box: str
    paths: Mapping[int, str]
    spots: Mapping[int, tuple[int, int]]


def picture(places: Places) -> Picture:
    """Return the map of the wijken of `places`; empty when no outline is known."""
    return _picture(
        tuple((quarter.id, quarter.outline, _spot(quarter)) for quarter in places.quarters if quarter.outline)
    )


@lru_cache(maxsize=32)
def _picture(areas: tuple[tuple[int, str, Point | None], ...]) -> Picture:
    box = box_around(text for _, text, _ in areas)
    if box is None:
        return Picture("0 0 1 1", {}, {})
    paths = {key: draw(text, box) for key, text, _ in areas}
    return Picture(box.view_box, paths, {key: box.place(spot) for key, _, spot in areas if spot is not None})


def _spot(quarter: Quarter) -> Point | None:
    """Return the middle of the most central neighbourhood: the middle of a bent wijk may lie outside it."""
    if not quarter.hoods:
        return None
    lon = sum(hood.lon for hood in quarter.hoods) / len(quarter.hoods)
    lat = sum(hood.lat for hood in quarter.hoods) / len(quarter.hoods)
    nearest = min(quarter.hoods, key=lambda hood: (hood.lon - lon) ** 2 + (hood.lat - lat) ** 2)
    return nearest.lon, nearest.lat
