"""Erasing an account whose time to come back is over: part by part, each in a transaction of its own.

What is done stands in `Erasure.counts`, so a job that was stopped goes on where it was. The parts: what others see
ends first, then every table as the data map says, then mail that still waits, and the account itself last.
"""

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.rules import MEMBER_LIFECYCLE, MemberAction, MemberState
from b2b.accounts.service import sessions
from b2b.conversations.rules import CONVERSATION_LIFECYCLE, ConversationAction
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.handoff import service as handing
from b2b.handoff.models import Handoff
from b2b.handoff.rules import OPEN_STATES
from b2b.jobs.letters import KIND, mail_to, opened
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState
from b2b.moderation import service as moderating
from b2b.privacy import queries
from b2b.privacy.models import Erasure
from b2b.privacy.queries.owning import personal_tables
from b2b.privacy.rules.erasing import ERASURE_LIFECYCLE, LAST_MAIL_UNTIL, ErasureAction, ErasureState
from b2b.privacy.service.leaving import let_go, open_talks
from b2b.privacy.service.ledger import write_mark
from b2b.privacy.service.wiping import wipe

BEGIN, LETTERS, ACCOUNT = "(begin)", "(letters)", "members"


def erase_part(work: Work) -> bool:
    """Do the next part of the deletion that is due; False when nothing is left to do."""
    erasure = queries.due_erasure(work)
    if erasure is None:
        return False
    lock(work, erasure)
    if erasure.state not in (ErasureState.ASKED, ErasureState.AT_WORK):
        return True  # taken back at the last moment
    member = work.get_one(Member, erasure.member_id)
    part = next(name for name in parts() if name not in erasure.counts)
    erasure.counts = {**erasure.counts, part: _do(work, part, erasure, member)}
    return True


def parts() -> list[str]:
    """Return the parts in order: rows that point at others before what they point at, the account last."""
    tables = [table.name for table in reversed(personal_tables()) if table.name != ACCOUNT]
    return [BEGIN, *tables, LETTERS, ACCOUNT]


def _do(work: Work, part: str, erasure: Erasure, member: Member) -> int:
    if part == BEGIN:
        return _begin(work, erasure, member)
    if part == LETTERS:
        return _drop_letters(work, member)
    if part == ACCOUNT:
        return _finish(work, erasure, member)
    return wipe(work, part, member.id or 0)


def _begin(work: Work, erasure: Erasure, member: Member) -> int:
    """End what others see and what lies elsewhere; from here on there is no way back."""
    move(work, erasure, ERASURE_LIFECYCLE, ErasureAction.BEGIN)
    write_mark(work, member)
    sessions.end_all(work, member.id or 0)
    moderating.list_until_measures_end(work, member.id or 0)
    let_go(work, member)  # what came about since they left
    talks = open_talks(work, member.id or 0)
    for talk in talks:
        move(work, talk, CONVERSATION_LIFECYCLE, ConversationAction.CLOSE)
    open_ones = select(Handoff).where(col(Handoff.member_id) == member.id, col(Handoff.state).in_(OPEN_STATES))
    handoffs = list(work.scalars(open_ones.order_by(col(Handoff.id))))
    for handoff in handoffs:
        handing.withdraw(work, handoff)  # its job removes the copy, and the address first, at the municipality
    return len(talks) + len(handoffs)


def _drop_letters(work: Work, member: Member) -> int:
    """Drop mail to this address that still waits or was given up: its payload holds the address, sealed."""
    waiting = select(Job).where(col(Job.kind) == KIND, col(Job.state) != JobState.DONE).order_by(col(Job.id))
    mine = [job for job in work.scalars(waiting) if member.email and opened(job.payload)["to"] == member.email]
    for job in mine:
        work.delete(job)
    return len(mine)


def _finish(work: Work, erasure: Erasure, member: Member) -> int:
    """Say goodbye to the address, then forget it: what is left is a row that says nothing, for others' words to point at."""
    is_replayed = erasure.due_at <= erasure.asked_at  # they had this mail before the backup was put back
    if member.email and not member.email_failed_at and not is_replayed:
        mail_to(
            work,
            "erasure-done",
            member.email,
            municipality_id=member.municipality_id,
            language=member.language,
            first_name=member.first_name,
            until=work.now() + LAST_MAIL_UNTIL,
            dedupe_key=f"erasure-done:{erasure.id}",
        )
    if member.state is not MemberState.ERASED:
        move(work, member, MEMBER_LIFECYCLE, MemberAction.ERASE)
    member.reference = new_reference("B")
    work.flush()  # the map has the last word on every column
    gone = wipe(work, ACCOUNT, member.id or 0)
    work.expire(member)
    move(work, erasure, ERASURE_LIFECYCLE, ErasureAction.FINISH)
    erasure.ended_at = work.now()
    audit.note(work, "erasure.done", erasure, counts={name: rows for name, rows in erasure.counts.items() if rows})
    return gone
