"""Roles in words, for lists of people."""

from collections.abc import Iterable

from b2b.accounts.queries.staff import HeldRole
from b2b.authz.predicates import Grant, Role
from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.web.i18n import translations
from b2b.web.transactions import current_actor, current_site

ROLE_NAMES = {
    Role.MODERATOR: N_("buurtmoderator"),
    Role.COORDINATOR: N_("buurtregisseur"),
    Role.ADMINISTRATOR: N_("beheerder"),
}
ROLE_TASKS = {
    Role.MODERATOR: N_("leest mee en beslist over berichten"),
    Role.COORDINATOR: N_("helpt als buren het niet kunnen"),
    Role.ADMINISTRATOR: N_("geeft rollen en ziet of alles werkt"),
}
_NAMED = 2
"""How many areas are named; of more, only the number is told."""


def role_name(role: Role) -> str:
    """Return what a role is called here: a municipality chooses its own word for the coordinator."""
    return current_site().coordinator if role is Role.COORDINATOR else ROLE_NAMES[role]


def role_choices() -> dict[Role, str]:
    """Return each role with what it does: "Buurtmoderator: leest mee en beslist over berichten"."""
    return {role: f"{say(role_name(role)).capitalize()}: {say(task)}" for role, task in ROLE_TASKS.items()}


def role_words(grants: Iterable[Grant | HeldRole], neighbourhood_id: int, places: Places) -> str:
    """Return who somebody is: "bewoner van Zambesidreef", "buurtmoderator van …"."""
    held: dict[Role, list[int | None]] = {}
    for grant in grants:
        held.setdefault(grant.role, []).append(grant.neighbourhood_id)
    if not held:
        return say(N_("bewoner van {place}"), place=places.label(neighbourhood_id))
    return ", ".join(
        say(role_name(role))
        if role is Role.ADMINISTRATOR
        else say(N_("{role} van {place}"), role=say(role_name(role)), place=area_words(areas, places))
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
            parts.append(say(N_("heel {wijk}"), wijk=quarter.name))
            ids -= inside
    parts += sorted(places.label(area) for area in ids)
    if len(parts) > _NAMED:
        return say(N_("{place} en {number} andere gebieden"), place=parts[0], number=len(parts) - 1)
    return say(N_(" en ")).join(parts)


def say(text: str, **values: object) -> str:
    """Return `text` in the language of the reader, filled in."""
    return translations(current_actor().language).gettext(text).format(**values)
