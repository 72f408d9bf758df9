"""The small map of the wijken: drawn once for each edition of the places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from b2b.municipalities.rules import box_around, draw
from b2b.municipalities.snapshots import Places


@dataclass(frozen=True)
class Picture:
    """SVG paths by wijk, and the `viewBox` in which they lie."""

    view_box: str
    paths: Mapping[int, str]


def picture(places: Places) -> Picture:
    """Return the map of the wijken of `places`; empty when no outline is known."""
    return _picture(tuple((quarter.id, quarter.outline) for quarter in places.quarters if quarter.outline))


@lru_cache(maxsize=32)
def _picture(outlines: tuple[tuple[int, str], ...]) -> Picture:
    box = box_around(text for _, text in outlines)
    if box is None:
        return Picture("0 0 1 1", {})
    return Picture(box.view_box, {key: draw(text, box) for key, text in outlines})
