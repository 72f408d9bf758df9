"""Roles that come from the provider: given when a group gives them, taken when it does no longer."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from b2b.accounts.events import RolesChanged
from b2b.accounts.models import IdentityGrant, IdentityGroup, IdentityProvider, Member, MemberIdentity, RoleGrant
from b2b.accounts.rules.oidc import Areas
from b2b.accounts.service import sessions
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work
from b2b.municipalities.events import NeighbourhoodEnded


def follow(work: Work, identity: MemberIdentity, member: Member, wanted: Areas) -> None:
    """Make what the provider gave `member` equal to `wanted`; roles that an administrator gave stay.

    Also the last administrator loses the role when the provider takes it: the provider is asked
    because it knows who left, and an emergency code brings an administrator back.
    """
    given = _given(work, identity)
    gone, new = given - wanted, wanted - given
    for role, area in gone:
        _take(work, identity, member, role, area)
    for role, area in new - _held(work, member):
        _give(work, identity, member, role, area)
    if gone:
        sessions.end_second_steps(work, member.id or 0)
    if new:
        sessions.tighten(work, member.id or 0)
    for action, changed in (("role.revoked", gone), ("role.granted", new)):
        for role in sorted({role for role, _ in changed}):
            areas = sorted(area for other, area in changed if other is role and area is not None)
            audit.note(work, action, member, role=role, neighbourhoods=areas, by="provider")
    if gone or new:
        work.record(RolesChanged(member.id or 0))


def follow_ended_neighbourhood(work: Work, event: NeighbourhoodEnded) -> None:
    """Let groups, and what they gave, count in all parts of a neighbourhood that ended."""
    if not event.successor_ids:
        return
    for table, owner in ((IdentityGroup, "provider_id"), (IdentityGrant, "identity_id")):
        rows: list[Any] = list(work.exec(select(table)))
        there = {_spelled(row, owner) for row in rows}
        for row in [row for row in rows if row.neighbourhood_id == event.neighbourhood_id]:
            for heir in event.successor_ids:
                new = table(**row.model_dump(exclude={"id", "neighbourhood_id"}), neighbourhood_id=heir)
                if _spelled(new, owner) not in there:
                    there.add(_spelled(new, owner))
                    work.add(new)
    for provider in work.exec(select(IdentityProvider).where(IdentityProvider.home_id == event.neighbourhood_id)):
        provider.home_id = event.successor_ids[0]


def _given(work: Work, identity: MemberIdentity) -> Areas:
    rows = work.exec(select(IdentityGrant).where(IdentityGrant.identity_id == identity.id))
    return frozenset((row.role, row.neighbourhood_id) for row in rows)


def _held(work: Work, member: Member) -> Areas:
    rows = work.exec(select(RoleGrant).where(RoleGrant.member_id == member.id))
    return frozenset((row.role, row.neighbourhood_id) for row in rows)


def _give(work: Work, identity: MemberIdentity, member: Member, role: Role, area: int | None) -> None:
    place: dict[str, Any] = {"municipality_id": member.municipality_id, "role": role, "neighbourhood_id": area}
    work.add(RoleGrant(**place, member_id=member.id or 0, granted_at=work.now()))
    work.add(IdentityGrant(**place, identity_id=identity.id or 0))


def _take(work: Work, identity: MemberIdentity, member: Member, role: Role, area: int | None) -> None:
    for table, owner in ((RoleGrant, RoleGrant.member_id == member.id), (IdentityGrant, _of(identity))):
        where = col(table.neighbourhood_id).is_(None) if area is None else table.neighbourhood_id == area
        work.connection().execute(delete(table).where(owner, table.role == role, where))  # type: ignore[arg-type]


def _of(identity: MemberIdentity) -> Any:
    return IdentityGrant.identity_id == identity.id


def _spelled(row: Any, owner: str) -> tuple[Any, ...]:
    return getattr(row, owner), getattr(row, "name", ""), row.role, row.neighbourhood_id
