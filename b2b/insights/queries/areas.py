"""The places that figures are told for, by CBS code."""

from b2b.core.db import Work
from b2b.insights.rules.shapes import Level
from b2b.municipalities.queries import places


def code_of(work: Work, municipality_id: int) -> str:
    """Return the CBS code of the whole municipality."""
    return places(work, municipality_id).code


def area_names(work: Work, municipality_id: int) -> dict[str, str]:
    """Return what each area is called: CBS code -> name."""
    here = places(work, municipality_id)
    named = {here.code: here.name}
    for quarter in here.quarters:
        named[quarter.code] = quarter.name
        named.update((hood.code, hood.name) for hood in quarter.hoods)
    return named


def codes_of(work: Work, municipality_id: int, level: Level, *, inside: str | None = None) -> list[str]:
    """Return the codes of all areas of one size, in order; `inside`: only the neighbourhoods of this district."""
    here = places(work, municipality_id)
    if level is Level.MUNICIPALITY:
        return [here.code]
    if level is Level.DISTRICT:
        return sorted(quarter.code for quarter in here.quarters)
    quarters = [quarter for quarter in here.quarters if inside in (None, quarter.code)]
    return sorted(hood.code for quarter in quarters for hood in quarter.hoods)


def populations(work: Work, municipality_id: int) -> dict[str, int]:
    """Return how many people live in each area of which that is known: CBS code -> inhabitants."""
    here = places(work, municipality_id)
    known = {quarter.code: quarter.population for quarter in here.quarters if quarter.population}
    for quarter in here.quarters:
        known.update((hood.code, hood.population) for hood in quarter.hoods if hood.population)
    if known and all(quarter.code in known for quarter in here.quarters):
        known[here.code] = sum(known[quarter.code] for quarter in here.quarters)
    return known
