"""A one-time sign-in for an administrator, for when mail or the municipality's provider is down.

It is made on the server by who runs the site, works once within half an hour, and is never quiet:
the trail, every administrator's mailbox and the administrators' page tell of it.
"""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts.events import BreakGlassMade, BreakGlassUsed
from b2b.accounts.models import BreakGlass, Member
from b2b.accounts.queries import staff
from b2b.accounts.rules.break_glass import (
    LIFE,
    EmergencyCodeOver,
    NoAdministrator,
    new_emergency_code,
    read_emergency_code,
)
from b2b.accounts.service import joining
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.ids import new_reference


def make(work: Work, member: Member, reason: str, life: timedelta = LIFE) -> str:
    """Return the code of a one-time sign-in for `member`; nobody can look it up again.

    There is one at a time in a municipality: an older one ends. Raises NoAdministrator.
    """
    if member.id not in staff(work, Role.ADMINISTRATOR, member.municipality_id):
        raise NoAdministrator()
    still = (col(BreakGlass.municipality_id) == member.municipality_id, col(BreakGlass.used_at).is_(None))
    ending = update(BreakGlass).where(*still, col(BreakGlass.expires_at) > work.now())
    work.connection().execute(ending.values(expires_at=work.now()))
    code = new_emergency_code()
    row = BreakGlass(
        reference=new_reference("E"),
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        key=_key(code),
        reason=reason,
        made_at=work.now(),
        expires_at=work.now() + life,
    )
    work.add(row)
    work.flush()  # the news names the row
    audit.note(work, "break-glass.made", member, code=row.reference)
    work.record(BreakGlassMade(row.id or 0, row.municipality_id))
    return code


def use(work: Work, municipality_id: int, typed: str, device: str) -> str:
    """Sign in with a code; return the token of the session. Raises EmergencyCodeOver, whatever is wrong."""
    code = read_emergency_code(typed)
    row = work.exec(select(BreakGlass).where(BreakGlass.key == _key(code or ""))).first()
    if row is None or row.municipality_id != municipality_id or not _take(work, row, device):
        raise EmergencyCodeOver()
    member = work.get_one(Member, row.member_id)
    if not member.is_active or member.id not in staff(work, Role.ADMINISTRATOR, municipality_id):
        raise EmergencyCodeOver()
    work.actor_id = member.id
    audit.note(work, "break-glass.used", member, code=row.reference)
    work.record(BreakGlassUsed(row.id or 0, municipality_id))
    return joining.enter(work, member, device, second_factor=True)


def _take(work: Work, row: BreakGlass, device: str) -> bool:
    """Use the code up in the row itself: of two at once, one gets in."""
    open_still = update(BreakGlass).where(
        col(BreakGlass.id) == row.id, col(BreakGlass.used_at).is_(None), col(BreakGlass.expires_at) > work.now()
    )
    taken = open_still.values(used_at=work.now(), device=device[:80])
    return work.connection().execute(taken).rowcount == 1


def _key(code: str) -> bytes:
    return keyring().fingerprint("break-glass", code)
