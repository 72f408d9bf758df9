"""A copy of one's data: asked for, made by a job, fetched after proving who one is, gone after a week."""

from base64 import b64decode

from sqlalchemy import delete, select, update
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.jobs.service import enqueue
from b2b.privacy.events import CopyReady
from b2b.privacy.models import DataCopy
from b2b.privacy.rules.copies import FETCH_FOR, KEEP_GONE, CopyOver, CopyState

MAKE = "rights:copy"


def ask_copy(work: Work, member: Member) -> DataCopy:
    """Ask for a copy; while one is being made, that is the one."""
    lock(work, member)
    waits = select(DataCopy).where(col(DataCopy.member_id) == member.id, col(DataCopy.state) == CopyState.ASKED)
    before = work.scalars(waits).first()
    if before is not None:
        return before
    copy = DataCopy(
        reference=new_reference("D"),
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        asked_at=work.now(),
    )
    work.add(copy)
    work.flush()  # the job names it
    audit.note(work, "copy.asked", copy)
    enqueue(work, MAKE, {"copy_id": copy.id}, dedupe_key=f"{MAKE}:{copy.id}")
    return copy


def keep(work: Work, copy_id: int, content: str) -> None:
    """Keep what the job made, for a week."""
    copy = work.get(DataCopy, copy_id)
    if copy is None or copy.state is not CopyState.ASKED:
        return
    copy.state, copy.content = CopyState.READY, content
    copy.ready_at, copy.expires_at = work.now(), work.now() + FETCH_FOR
    work.record(CopyReady(copy.member_id, copy.municipality_id, copy.id or 0))


def fetch(work: Work, copy: DataCopy) -> bytes:
    """Return the ZIP of a copy, and write down that it was fetched. Raises CopyOver."""
    lock(work, copy)
    if copy.content is None or copy.expires_at is None or copy.expires_at <= work.now():
        raise CopyOver()
    copy.fetched_at = work.now()
    audit.note(work, "copy.fetched", copy)
    return b64decode(copy.content)


def forget_copies(work: Work) -> int:
    """Empty copies whose week is over, and forget the rows a month later; return how many of both.

    A copy that was asked for and never made goes with those of its age.
    """
    over = update(DataCopy).where(col(DataCopy.state) == CopyState.READY, col(DataCopy.expires_at) <= work.now())
    emptied = work.connection().execute(over.values(state=CopyState.OVER, content=None)).rowcount
    never_made = col(DataCopy.expires_at).is_(None) & (col(DataCopy.asked_at) < work.now() - FETCH_FOR - KEEP_GONE)
    gone = delete(DataCopy).where((col(DataCopy.expires_at) < work.now() - KEEP_GONE) | never_made)
    return emptied + work.connection().execute(gone).rowcount
