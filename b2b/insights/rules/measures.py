"""Every measure that is told, in the order in which pages show them, and what their numbers are parts of. Pure."""

from b2b.core.errors import Missing
from b2b.insights.rules.asking import ASKING
from b2b.insights.rules.helping import HELPING
from b2b.insights.rules.moderating import MODERATING
from b2b.insights.rules.shapes import Level, Measure

MEASURES: dict[str, Measure] = {measure.code: measure for measure in (*ASKING, *HELPING, *MODERATING)}
"""Code -> measure. A code never changes its meaning: a new definition is a new `version`."""

DEFINED_ON = "2026-11-22"
"""Since when the newest version of the definitions holds."""


class NoSuchMeasure(Missing):
    """Nobody counts this."""


def measure_of(code: str) -> Measure:
    """Return the measure with this code, or raise NoSuchMeasure (404)."""
    try:
        return MEASURES[code]
    except KeyError:
        raise NoSuchMeasure() from None


def level_of(area: str) -> Level:
    """Return how large the area with this CBS code is: GM…, WK… or BU…."""
    return {"GM": Level.MUNICIPALITY, "WK": Level.DISTRICT}.get(area[:2], Level.NEIGHBOURHOOD)
