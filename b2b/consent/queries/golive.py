"""Questions about what is done before a municipality opens: what the system can see for itself."""

from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.consent.models import GoLiveTick, Terms
from b2b.consent.rules import (
    ASKED,
    HOUSE_RULES,
    PRIVACY,
    SETTING,
    WISHED_MODERATORS,
    Line,
    Seen,
    Signature,
    checklist,
)
from b2b.core.db import Work
from b2b.municipalities import queries as places

CONTACTS = ("contact.residents", "contact.authorities")
"""Settings: where residents and where authorities find the municipality (DSA 12 and 11)."""


def lines(work: Work, municipality_id: int) -> list[Line]:
    """Return the list as it stands now."""
    return checklist(seen(work, municipality_id), signatures(work, municipality_id))


def signatures(work: Work, municipality_id: int) -> dict[str, Signature]:
    """Return who signed for which line."""
    rows = work.exec(select(GoLiveTick).where(GoLiveTick.municipality_id == municipality_id))
    return {row.item: Signature(row.signed_by, row.signed_on, row.note) for row in rows}


def seen(work: Work, municipality_id: int) -> dict[str, Seen]:
    """Return what the system sees by itself."""
    adopted = _adopted(work, municipality_id)
    chosen = places.settings(work, municipality_id)
    coordinators = {member for member, _hood in people.cover(work, Role.COORDINATOR, municipality_id)}
    return {
        "insurance": Seen(bool(chosen.get(SETTING))),
        "contact": Seen(all(chosen.get(key) for key in CONTACTS)),
        "house-rules": Seen(HOUSE_RULES in adopted),
        "privacy": Seen(PRIVACY in adopted),
        "moderators": _moderators(work, municipality_id),
        "coordinator": Seen(bool(coordinators), str(len(coordinators))),
    }


def moderators_by_neighbourhood(work: Work, municipality_id: int) -> dict[int, int]:
    """Return how many moderators each current neighbourhood has; who is there for all counts everywhere."""
    held = people.cover(work, Role.MODERATOR, municipality_id)
    everywhere = {member for member, hood in held if hood is None}
    return {
        hood_id: len(everywhere | {member for member, hood in held if hood == hood_id})
        for hood_id in places.places(work, municipality_id).hoods
    }


def _moderators(work: Work, municipality_id: int) -> Seen:
    counts = moderators_by_neighbourhood(work, municipality_id)
    without = sum(1 for count in counts.values() if count == 0)
    few = sum(1 for count in counts.values() if 0 < count < WISHED_MODERATORS)
    return Seen(bool(counts) and without == 0, f"{len(counts)}/{without}/{few}")


def _adopted(work: Work, municipality_id: int) -> set[str]:
    own = select(Terms.subject).where(
        Terms.municipality_id == municipality_id,
        col(Terms.subject).in_(ASKED),
        col(Terms.built_in).is_(False),
        Terms.effective_from <= work.now(),
    )
    return set(work.exec(own))
