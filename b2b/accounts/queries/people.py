"""Questions about members that other features ask: what they are called, where mail goes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlmodel import col

from b2b.accounts.models import Member, RoleGrant
from b2b.accounts.rules import DEMO_DOMAIN, MemberState, normal_email
from b2b.accounts.rules.trust import Level, level_of
from b2b.authz.predicates import Grant, Role
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.prepared import Prepared

DEMO_PEOPLE_MAX = 200

_NAMES = select(col(Member.id), col(Member.first_name)).where(col(Member.id).in_(bindparam("ids", expanding=True)))
PROFILE: Any = select(
    col(Member.id),
    col(Member.reference),
    col(Member.municipality_id),
    col(Member.neighbourhood_id),
    col(Member.first_name),
    col(Member.language),
    col(Member.state),
    col(Member.trusted_at),
    col(Member.created_at),
    col(Member.proven_at),
    col(Member.known_at),
    col(Member.email),
    col(Member.suspended_until),
    col(Member.held_until),
    col(Member.email_failed_at),
)
_BY_ID = Prepared(lambda: PROFILE.where(col(Member.id) == bindparam("id")))
_BY_IDS = PROFILE.where(col(Member.id).in_(bindparam("ids", expanding=True)))
_BY_REFERENCE = PROFILE.where(col(Member.reference) == bindparam("reference"))

_PROVEN: Any = select(col(Member.id)).where(
    col(Member.id).in_(bindparam("ids", expanding=True)), col(Member.proven_at).is_not(None)
)


@dataclass(frozen=True)
class Profile:
    """What other features may know of a member. `email` is for sending only, and stays out of logs."""

    id: int
    reference: str
    municipality_id: int
    neighbourhood_id: int
    first_name: str
    language: str
    state: MemberState
    trusted_at: datetime | None
    created_at: datetime
    proven_at: datetime | None = None
    known_at: datetime | None = None
    email: str | None = field(default=None, repr=False)
    suspended_until: datetime | None = None
    held_until: datetime | None = None
    email_failed_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        return self.state is MemberState.ACTIVE

    def is_out(self, now: datetime) -> bool:
        """Say whether this member may not take part at this moment; a suspension ends by the clock."""
        return self.state is MemberState.SUSPENDED and (self.suspended_until is None or self.suspended_until > now)

    def is_read_first(self, now: datetime) -> bool:
        """Say whether a moderator reads every post of this member first, as a measure."""
        return self.held_until is not None and self.held_until > now

    @property
    def level(self) -> Level:
        """Return how far this member is on the ladder of trust."""
        return level_of(proven=self.proven_at is not None, known=self.known_at is not None)

    @property
    def is_newcomer(self) -> bool:
        """Say whether first posts are still looked at before they are placed."""
        return self.trusted_at is None


@dataclass(frozen=True)
class DemoPerson:
    """A made-up person on the sign-in page of the demo."""

    reference: str
    first_name: str
    neighbourhood_id: int
    grants: frozenset[Grant]


def names(work: Work, ids: Iterable[int]) -> dict[int, str]:
    """Return first names by member id; who was erased keeps the name the row has."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: row.first_name for row in work.connection().execute(_NAMES, {"ids": wanted})}


def proven_among(work: Work, ids: Iterable[int]) -> frozenset[int]:
    """Return which of these members proved to live here, and so read what is for neighbours only."""
    wanted = sorted(set(ids))
    if not wanted:
        return frozenset()
    return frozenset(row[0] for row in work.connection().execute(_PROVEN, {"ids": wanted}))


def names_beside(work: Work, municipality_id: int, neighbourhood_id: int, but: int | None = None) -> list[str]:
    """Return the first names with which a new one could be confused: of neighbours here, and of all staff.

    Each name once, without `but` (whose own name it is) and without who was erased.
    """
    staff = select(col(RoleGrant.member_id)).where(col(RoleGrant.municipality_id) == municipality_id)
    found = (
        select(col(Member.first_name))
        .where(
            col(Member.municipality_id) == municipality_id,
            or_(col(Member.neighbourhood_id) == neighbourhood_id, col(Member.id).in_(staff)),
            col(Member.state) != MemberState.ERASED,
            col(Member.id) != (but or 0),
        )
        .distinct()
    )
    return list(work.scalars(found))


def first_names_among(work: Work, municipality_id: int, words: Iterable[str]) -> set[str]:
    """Return which of these words, in small letters, are first names of members of this municipality."""
    lowered = func.lower(col(Member.first_name))
    found = select(lowered).where(col(Member.municipality_id) == municipality_id, lowered.in_(list(words)))
    return set(work.connection().execute(found.distinct()).scalars())


def member(work: Work, member_id: int) -> Profile | None:
    """Return what may be known of the member with this id."""
    rows = _BY_ID.rows(work, {"id": member_id})
    return Profile(*rows[0]) if rows else None


def members(work: Work, ids: Iterable[int]) -> dict[int, Profile]:
    """Return what may be known of these members, by id; who does not exist is left out."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: Profile(*row) for row in work.connection().execute(_BY_IDS, {"ids": wanted})}


def member_by_reference(work: Work, reference: str) -> Profile | None:
    """Return what may be known of the member with this reference ("B-…")."""
    row = work.connection().execute(_BY_REFERENCE, {"reference": reference}).first()
    return Profile(*row) if row else None


def by_email(work: Work, municipality_id: int, email: str) -> Member | None:
    """Return the member of this municipality with exactly this address."""
    found = select(Member).where(
        col(Member.municipality_id) == municipality_id, col(Member.email_key) == email_key(email)
    )
    return work.scalars(found).first()


def email_key(email: str) -> bytes:
    """Return the fingerprint under which an address is found."""
    return keyring().fingerprint("email", normal_email(email))


def demo_people(work: Work, municipality_id: int) -> list[DemoPerson]:
    """Return the made-up people of the demo, in the order in which they were seeded.

    Addresses are sealed, so they are opened here one by one: only the demo asks this.
    """
    rows = work.execute(
        select(
            col(Member.id),
            col(Member.reference),
            col(Member.first_name),
            col(Member.neighbourhood_id),
            col(Member.email),
        )
        .where(col(Member.municipality_id) == municipality_id, col(Member.state) != MemberState.ERASED)
        .order_by(col(Member.id))
        .limit(DEMO_PEOPLE_MAX)
    ).all()
    made_up = [row for row in rows if (row.email or "").endswith(DEMO_DOMAIN)]
    held = grants(work, [row.id for row in made_up])
    return [
        DemoPerson(row.reference, row.first_name, row.neighbourhood_id, held.get(row.id, frozenset()))
        for row in made_up
    ]


def grants(work: Work, member_ids: Iterable[int]) -> dict[int, frozenset[Grant]]:
    """Return the roles of these members; who has none is left out."""
    wanted = sorted(set(member_ids))
    if not wanted:
        return {}
    held: dict[int, set[Grant]] = {}
    for row in work.execute(
        select(col(RoleGrant.member_id), col(RoleGrant.role), col(RoleGrant.neighbourhood_id)).where(
            col(RoleGrant.member_id).in_(wanted)
        )
    ):
        held.setdefault(row.member_id, set()).add(Grant(Role(row.role), row.neighbourhood_id))
    return {member_id: frozenset(roles) for member_id, roles in held.items()}
