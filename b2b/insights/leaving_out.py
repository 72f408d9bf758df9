"""Who is not counted: a registry, because who decides about objections stands beside figures and not below them."""

from collections.abc import Callable, Iterable

from b2b.core.db import Work
from b2b.insights.rules.facts import Fact

UNCOUNTED: list[Callable[[Work, int], set[int]]] = []
"""Each returns the keys of members of a municipality that no count may hold from now on."""


def without(facts: Iterable[Fact], left_out: set[str]) -> list[Fact]:
    """Return the facts but those about people who are left out: what they asked, gave, said and reported."""
    return [fact for fact in facts if fact.person not in left_out]


def left_out(work: Work, municipality_id: int) -> set[str]:
    """Return the people who are not counted, as facts call them: by key, and as who reported something."""
    members = set().union(*(ask(work, municipality_id) for ask in UNCOUNTED))
    return {name for member in members for name in (str(member), f"m{member}")}
