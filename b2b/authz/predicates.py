"""Small questions about an actor and a thing. Pure: no database, no request."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    MODERATOR = "moderator"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Grant:
    """A role in one neighbourhood, or (None) in the whole municipality."""

    role: Role
    neighbourhood_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """Who asks: read once per request, frozen, so that error pages can still use it."""

    municipality_id: int | None = None
    member_id: int | None = None
    first_name: str = ""
    neighbourhood_id: int | None = None
    language: str = "nl"
    grants: frozenset[Grant] = field(default_factory=frozenset)
    second_factor: bool = False
    session_key: bytes | None = None
    proven: bool = False
    """Lives here for certain: a proof of address stands."""
    known: bool = False
    """Helped often and well enough to vouch for others."""
    suspended: bool = False
    """May not take part for now: reads why, objects, sees their own data, and no more."""
    paused: bool = False
    """Suspended by their own wish: their account lies still, or is about to be deleted."""
    unread: int = 0
    """How many messages on the site are new."""
    mail_fails: bool = False
    """Mail to this member came back: they are asked whether the address is right."""

    def has(self, role: Role, neighbourhood_id: int | None = None) -> bool:
        """Say whether the role is held, anywhere or (given) for this neighbourhood."""
        return any(
            grant.role == role and (neighbourhood_id is None or grant.neighbourhood_id in (None, neighbourhood_id))
            for grant in self.grants
        )

    def neighbourhoods(self, role: Role) -> frozenset[int] | None:
        """Return the neighbourhoods in which the role is held; None means all of them."""
        held = [grant.neighbourhood_id for grant in self.grants if grant.role == role]
        return None if None in held else frozenset(n for n in held if n is not None)


def anybody(_actor: Actor, _thing: Any) -> bool:
    return True


def person(actor: Actor, _thing: Any) -> bool:
    return actor.member_id is not None


def member(actor: Actor, _thing: Any) -> bool:
    return actor.member_id is not None and not actor.suspended


def local_thing(actor: Actor, thing: Any) -> bool:
    return actor.municipality_id == thing.municipality_id


def author(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.author_id


def somebody_else(actor: Actor, thing: Any) -> bool:
    return actor.member_id != thing.author_id


def published(_actor: Actor, thing: Any) -> bool:
    return bool(thing.is_published)


def meant_for(actor: Actor, thing: Any) -> bool:
    return actor.proven or not thing.for_neighbours


def loud(_actor: Actor, thing: Any) -> bool:
    return not thing.quiet


def invited(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id in thing.invited


def known(actor: Actor, _thing: Any) -> bool:
    return actor.proven and actor.known


def somebody_else_than(actor: Actor, thing: Any) -> bool:
    return actor.member_id != thing.id


def participant(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id in thing.participants


def owner(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.member_id


def not_owner(actor: Actor, thing: Any) -> bool:
    return actor.member_id != thing.member_id


def not_maker(actor: Actor, thing: Any) -> bool:
    return actor.member_id != thing.made_by_id


def told(_actor: Actor, thing: Any) -> bool:
    return not thing.hidden


def filer(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.filed_by_id


def asker(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.asker_id


def helper(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.helper_id


def receiver(actor: Actor, thing: Any) -> bool:
    return actor.member_id is not None and actor.member_id == thing.receiver_id


def second_factor(actor: Actor, _thing: Any) -> bool:
    return actor.second_factor


def staff(actor: Actor, _thing: Any) -> bool:
    return bool(actor.grants)


def active(_actor: Actor, thing: Any) -> bool:
    return bool(thing.is_active)


def moderator(actor: Actor, _thing: Any) -> bool:
    return actor.has(Role.MODERATOR)


def moderator_here(actor: Actor, thing: Any) -> bool:
    return actor.has(Role.MODERATOR, thing.neighbourhood_id)


def moderator_elsewhere(actor: Actor, thing: Any) -> bool:
    hoods = actor.neighbourhoods(Role.MODERATOR)
    return hoods is None or (bool(hoods) and thing.neighbourhood_id not in hoods)


def moderator_called(actor: Actor, thing: Any) -> bool:
    return any(actor.has(Role.MODERATOR, neighbourhood) for neighbourhood in thing.called)


def for_moderators(_actor: Actor, thing: Any) -> bool:
    return bool(thing.for_moderators)


def asked_by_name(actor: Actor, thing: Any) -> bool:
    return actor.member_id in thing.asked


def uninvolved(actor: Actor, thing: Any) -> bool:
    return actor.member_id not in thing.involved


def coordinator(actor: Actor, _thing: Any) -> bool:
    return actor.has(Role.COORDINATOR)


def coordinator_here(actor: Actor, thing: Any) -> bool:
    return actor.has(Role.COORDINATOR, thing.neighbourhood_id)


def administrator(actor: Actor, _thing: Any) -> bool:
    return actor.has(Role.ADMINISTRATOR)
