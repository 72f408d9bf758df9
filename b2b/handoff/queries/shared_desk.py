"""Questions about municipalities that share a desk. Each yes lies with the municipality that gave it, and is asked there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.handoff.models import Handoff
from b2b.handoff.rules import DESK_WITH, Partner, shared_since, yes_to
from b2b.moderation import queries as absences
from b2b.municipalities import queries as areas


@dataclass(frozen=True)
class Neighbour:
    """Another municipality of the installation, and who of the two said yes to sharing a desk."""

    municipality_id: int
    slug: str
    name: str
    ours: datetime | None
    theirs: datetime | None

    @property
    def since(self) -> datetime | None:
        """Since when the desk is shared."""
        return shared_since(self.ours, self.theirs)


def shares_desk(work: Work, municipality_id: int) -> bool:
    """Say from memory whether a municipality said yes to any other: most did not, and their pages ask nothing more."""
    return bool(areas.setting(work, municipality_id, DESK_WITH, {}))


def partners(work: Work, municipality_id: int) -> tuple[Partner, ...]:
    """Return who shares a desk with a municipality, by name, as it stands now: what ended shows nothing from then on."""
    ours = chosen_now(work, municipality_id)
    if not ours:
        return ()
    found = neighbours(work, municipality_id)
    return tuple(Partner(one.municipality_id, one.name, one.since) for one in found if one.since)


def neighbours(work: Work, municipality_id: int) -> list[Neighbour]:
    """Return every other municipality of the installation, by name, with both yeses."""
    ours = chosen_now(work, municipality_id)
    found = []
    for key, town in areas.towns(work).items():
        if key == municipality_id:
            continue
        with work.within(key):
            theirs = yes_to(chosen_now(work, key), municipality_id)
        found.append(Neighbour(key, town.slug, town.name, yes_to(ours, key), theirs))
    return found


def is_away(work: Work, handoff: Handoff) -> bool:
    """Say whether who has a question is away: asked where they are on the staff."""
    holder = handoff.claimed_by_id
    if holder is None:
        return False
    with work.within(people.home_of(work, handoff.municipality_id, holder)):
        return holder in absences.away_now(work, [holder])


def chosen_now(work: Work, municipality_id: int) -> dict[str, Any]:
    """Return to whom a municipality said yes, as it stands in the database."""
    return dict(areas.setting_now(work, municipality_id, DESK_WITH, {}))
