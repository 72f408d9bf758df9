"""A report before it has a form: the same parts become a page to print, and a PDF with tags."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Sheet:
    """A table. `bars` are parts of the longest (0 to 1, None: no number), one a row, or nothing at all."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Part:
    """A heading with what stands below it."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A report in Dutch, ready to print. `made` is the day in words."""

    title: str
    lead: str
    author: str
    made_on: date
    made: str
    parts: tuple[Part, ...]

    def as_data(self) -> dict[str, Any]:
        """Return it as plain values, for the typesetter."""
        day = self.made_on
        return {**asdict(self), "made_on": [day.year, day.month, day.day]}
