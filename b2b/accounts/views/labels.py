"""Roles in words, for lists of people."""

from collections.abc import Iterable

from b2b.accounts.queries.staff import HeldRole
from b2b.authz.predicates import Grant, Role
from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.web.transactions import current_site

ROLE_NAMES = {
    Role.MODERATOR: N_("buurtmoderator"),
    Role.COORDINATOR: N_("buurtregisseur"),
    Role.ADMINISTRATOR: N_("beheerder"),
}
_NAMED = 2


def role_name(role: Role) -> str:
    """Return what a role is called here: a municipality chooses its own word for the coordinator."""
    return current_site().coordinator if role is Role.COORDINATOR else ROLE_NAMES[role]


def role_words(grants: Iterable[Grant | HeldRole], neighbourhood_id: int, places: Places) -> str:
    """Return who somebody is: "bewoner van Zambesidreef", "buurtmoderator van …"."""
    held: dict[Role, list[int | None]] = {}
    for grant in grants:
        held.setdefault(grant.role, []).append(grant.neighbourhood_id)
    if not held:
        return f"bewoner van {places.label(neighbourhood_id)}"
    return ", ".join(
        f"{role_name(role)} van {area_words(areas, places)}" if role is not Role.ADMINISTRATOR else role_name(role)
        for role, areas in sorted(held.items())
    )


def area_words(areas: list[int | None], places: Places) -> str:
    """Return some neighbourhood ids in words: names, a whole wijk, or the municipality."""
    if None in areas:
        return places.name
    ids = {area for area in areas if area is not None}
    parts = []
    for quarter in places.quarters:
        inside = {hood.id for hood in quarter.hoods}
        if inside and inside <= ids:
            parts.append(f"heel {quarter.name}")
            ids -= inside
    parts += sorted(places.label(area) for area in ids)
    if len(parts) <= _NAMED:
        return " en ".join(parts)
    return f"{parts[0]} en {len(parts) - 1} andere gebieden"
