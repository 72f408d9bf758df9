"""Giving and taking roles: an administrator's page and the command line use the same verbs."""

from collections.abc import Iterable

from sqlalchemy import delete, false, or_
from sqlmodel import col, select

from b2b.accounts.events import RolesChanged
from b2b.accounts.models import Member, RoleGrant
from b2b.accounts.queries import staff
from b2b.accounts.rules import LastAdministrator, Suspended
from b2b.accounts.service import sessions
from b2b.accounts.service.locks import one_at_a_time
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.words import N_


def grant(work: Work, member: Member, role: Role, areas: Iterable[int | None]) -> int:
    """Give `member` the role in each neighbourhood id of `areas` (None: everywhere); return how many were new."""
    if not member.is_active:
        raise Suspended(N_("Deze persoon doet nu niet mee en kan geen rol krijgen."))
    one_at_a_time(work, f"roles {member.id}".encode())
    wanted: set[int | None] = {None} if role is Role.ADMINISTRATOR else set(areas)
    held = set(
        work.exec(select(RoleGrant.neighbourhood_id).where(RoleGrant.member_id == member.id, RoleGrant.role == role))
    )
    new = wanted - held
    for area in sorted(new, key=lambda area: area or 0):
        work.add(
            RoleGrant(
                municipality_id=member.municipality_id,
                member_id=member.id or 0,
                role=role,
                neighbourhood_id=area,
                granted_by_id=work.actor_id,
                granted_at=work.now(),
            )
        )
    if new:
        audit.note(work, "role.granted", member, role=role, neighbourhoods=_listed(new))
        sessions.tighten(work, member.id or 0)
        work.record(RolesChanged(member.id or 0))
    return len(new)


def revoke(work: Work, member: Member, role: Role, areas: Iterable[int | None] | None = None) -> int:
    """Take the role in these areas (None: all of it); return how many grants went.

    Every device with a finished second step is signed out, so that nobody goes on with what an
    open page still offers. Raises LastAdministrator.
    """
    one_at_a_time(work, f"admins {member.municipality_id}".encode())
    if role is Role.ADMINISTRATOR and staff(work, role, member.municipality_id) == [member.id]:
        raise LastAdministrator()
    which = [RoleGrant.member_id == member.id, RoleGrant.role == role]
    held = set(work.exec(select(RoleGrant.neighbourhood_id).where(*which)))
    gone = held if areas is None else held & set(areas)
    if not gone:
        return 0
    ids = [area for area in gone if area is not None]
    everywhere = col(RoleGrant.neighbourhood_id).is_(None) if None in gone else false()
    here = or_(col(RoleGrant.neighbourhood_id).in_(ids), everywhere)
    work.connection().execute(delete(RoleGrant).where(*which, here))  # type: ignore[arg-type]
    audit.note(work, "role.revoked", member, role=role, neighbourhoods=_listed(gone))
    sessions.end_second_steps(work, member.id or 0)
    work.record(RolesChanged(member.id or 0))
    return len(gone)


def _listed(areas: set[int | None]) -> list[int]:
    """Spell areas for the trail; an empty list is the whole municipality."""
    return sorted(area for area in areas if area is not None)
