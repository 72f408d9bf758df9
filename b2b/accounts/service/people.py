"""What a member changes about themselves, and what may happen to a member."""

from datetime import datetime, timedelta

from sqlalchemy import delete, or_
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts.events import MemberReinstated, MemberRenamed, MemberSuspended
from b2b.accounts.models import Block, Member, SignInChallenge, SignInSession
from b2b.accounts.rules import MEMBER_LIFECYCLE, MemberAction, MemberState, NoSuchPerson
from b2b.accounts.service import sessions
from b2b.accounts.service.addresses import forget_undos
from b2b.core import audit, history
from b2b.core.db import Work, lock
from b2b.core.errors import Conflict
from b2b.core.words import N_

KEEP_SESSIONS = timedelta(days=30)
"""How long an ended session is kept: by it a known device is known."""
KEEP_CHALLENGES = timedelta(days=2)
"""A day is needed to count failed codes."""


def known(work: Work, member_id: int | None) -> Member:
    """Return the member with this id; NoSuchPerson when there is none."""
    member = work.get(Member, member_id) if member_id is not None else None
    if member is None:
        raise NoSuchPerson()
    return member


def change(work: Work, member: Member, first_name: str, neighbourhood_id: int, language: str) -> None:
    """Change what neighbours see of a member, and in which language the site speaks."""
    renamed = member.first_name != first_name
    member.first_name, member.neighbourhood_id, member.language = first_name, neighbourhood_id, language
    if renamed:
        work.flush()  # who hears of it reads the new name
        work.record(MemberRenamed(member.id or 0, member.municipality_id))


def block(work: Work, blocker: int, blocked: Member) -> None:
    """Let two members meet no more; nobody is told. Doing it twice changes nothing."""
    if blocker == blocked.id:
        raise Conflict(N_("Je kunt jezelf niet blokkeren."))
    row = {
        "municipality_id": blocked.municipality_id,
        "blocker_id": blocker,
        "blocked_id": blocked.id,
        "created_at": work.now(),
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    once = insert(Block).values(row).on_conflict_do_nothing(index_elements=["blocker_id", "blocked_id"])
    work.connection().execute(once)


def unblock(work: Work, blocker: int, blocked: Member) -> None:
    """Take a block back; a block by the other one stays."""
    work.connection().execute(
        delete(Block).where(col(Block.blocker_id) == blocker, col(Block.blocked_id) == blocked.id)
    )


def place_at_once(work: Work, member_id: int) -> None:
    """Let the posts of this member be placed at once from now on."""
    member = known(work, member_id)
    if member.trusted_at is None:
        member.trusted_at = work.now()
        audit.note(work, "member.trusted", member)


def suspend(work: Work, member: Member, until: datetime | None = None) -> None:
    """Keep a member out until a moment (None: until somebody lifts it), on every device at once.

    Devices stay signed in, because the reasons, an objection and one's own data stay in reach.
    """
    before = member.state
    history.move(work, member, MEMBER_LIFECYCLE, MemberAction.SUSPEND)
    member.suspended_until = until
    sessions.end_second_steps(work, member.id or 0)
    audit.note(work, "member.suspended", member, before=before, after=member.state)
    work.record(MemberSuspended(member.id or 0, member.municipality_id))


def reinstate(work: Work, member: Member) -> None:
    """Let a suspended member back in: everything of theirs is seen again."""
    before = member.state
    history.move(work, member, MEMBER_LIFECYCLE, MemberAction.REINSTATE)
    member.suspended_until = None
    audit.note(work, "member.reinstated", member, before=before, after=member.state)
    work.record(MemberReinstated(member.id or 0, member.municipality_id))


def keep_out(work: Work, member_id: int, until: datetime | None, *, out: bool) -> None:
    """Bring a member in line with the measures that run: out until `until`, or (not `out`) back in."""
    member = known(work, member_id)
    lock(work, member)
    if member.paused_at is not None:
        until, out = None, True  # it lies still by its owner's own wish, whatever a measure does
    if member.state is MemberState.ACTIVE and out:
        suspend(work, member, until)
    elif member.state is MemberState.SUSPENDED and not out:
        reinstate(work, member)
    elif member.state is MemberState.SUSPENDED:
        member.suspended_until = until


def read_first(work: Work, member_id: int, until: datetime | None) -> None:
    """Let a moderator read every post of this member first until a moment; None: no longer."""
    member = known(work, member_id)
    if member.held_until == until:
        return
    member.held_until = until
    audit.note(work, "member.read_first" if until else "member.read_after", member)


def purge(work: Work) -> int:
    """Forget sessions, codes and links that ended long ago; return how many rows went."""
    before = work.now() - KEEP_SESSIONS
    old = or_(
        col(SignInSession.expires_at) < before,
        col(SignInSession.idle_expires_at) < before,
        col(SignInSession.revoked_at) < before,
    )
    gone = work.connection().execute(delete(SignInSession).where(old)).rowcount
    codes = delete(SignInChallenge).where(col(SignInChallenge.expires_at) < work.now() - KEEP_CHALLENGES)
    return gone + work.connection().execute(codes).rowcount + forget_undos(work)
