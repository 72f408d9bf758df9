"""A text with its concepts, and rules over them: which stand near each other, and what must not.

A way is a rule: `A & B /12 !C !!D`. A and B within a window of 12 words, no C inside it or just
beside it, no D in the whole text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from b2b.moderation.signals.digits import runs
from b2b.moderation.signals.shapes import Spans
from b2b.moderation.signals.text import Text

WINDOW = 14
BESIDE = 4


class Hit(NamedTuple):
    """A concept in the text: from this word up to that one."""

    start: int
    end: int


class Way(NamedTuple):
    wanted: tuple[str, ...]
    window: int
    not_near: tuple[str, ...]
    not_at_all: tuple[str, ...]


class Seen:
    """A text with its concepts, for detectors."""

    def __init__(self, text: Text, hits: Mapping[str, list[Hit]]):
        self.text = text
        self.hits = hits
        self.runs = runs(text.folded)

    def spans(self, hits: Iterable[Hit]) -> Spans:
        """Return where hits were typed."""
        tokens = self.text.tokens
        return [self.text.span(tokens[hit.start].start, tokens[hit.end - 1].end) for hit in hits]

    def any_way(self, ways: tuple[Way, ...]) -> Spans:
        """Return the first place of every way that holds."""
        hits = self.hits
        spoken = [way for way in ways if way.wanted[0] in hits and way.wanted[-1] in hits]
        found = (self._way(way) for way in spoken)
        return self.spans(hit for hit in found if hit is not None)

    def _way(self, way: Way) -> Hit | None:
        lists = [self.hits.get(name) for name in way.wanted]
        if not all(lists) or any(self.hits.get(name) for name in way.not_at_all):
            return None
        first, *others = lists
        for hit in first or ():
            start, end = hit
            for other in others:
                near = _nearest(other or [], hit)
                start, end = min(start, near.start), max(end, near.end)
            if end - start <= max(way.window, hit.end - hit.start) and not self._beside(way, start, end):
                return Hit(start, end)
        return None

    def _beside(self, way: Way, start: int, end: int) -> bool:
        low, high = start - BESIDE, end + BESIDE
        return any(hit.end > low and hit.start < high for name in way.not_near for hit in self.hits.get(name) or ())


def _nearest(hits: list[Hit], to: Hit) -> Hit:
    at = bisect_left(hits, to)
    around = hits[max(0, at - 2) : at + 2]
    return min(around, key=lambda hit: max(hit.start - to.end, to.start - hit.end))


def ways(text: str) -> tuple[Way, ...]:
    """Read rules, one on a line."""
    return tuple(_read_way(line.strip()) for line in text.strip().splitlines() if line.strip())


def _read_way(line: str) -> Way:
    not_at_all = tuple(re.findall(r"!!(\w+)", line))
    not_near = tuple(re.findall(r"(?<!!)!(\w+)", line))
    window = re.search(r"/(\d+)", line)
    wanted = tuple(name.strip() for name in re.split(r"[/!]", line)[0].split("&"))
    return Way(wanted, int(window.group(1)) if window else WINDOW, not_near, not_at_all)
