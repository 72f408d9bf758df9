"""A moderator is away: who covers is asked, and what waits does not wait for who is not there."""

from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.models import Absence
from b2b.moderation.rules import ReviewState
from b2b.moderation.rules.away import AwayAlready, Leave
from b2b.moderation.service.escalating import circle, is_asked, settle
from b2b.notifications.service import notify

BATCH = 10


def go_away(work: Work, member_id: int, municipality_id: int, leave: Leave) -> Absence:
    """Write down that somebody is away, and tell who covers. Raises AwayAlready when the time overlaps."""
    same = queries.overlapping(work, member_id, leave.starts_at, leave.ends_at)
    if same is not None:
        if (same.ends_at, same.cover_id) == (leave.ends_at, leave.cover_id):
            return same  # the second click of a double click
        raise AwayAlready()
    absence = Absence(
        reference=new_reference("Y"),
        municipality_id=municipality_id,
        member_id=member_id,
        cover_id=leave.cover_id if leave.cover_id != member_id else None,
        starts_at=leave.starts_at,
        ends_at=leave.ends_at,
        created_at=work.now(),
    )
    work.add(absence)
    work.flush()  # the mail names the row
    audit.note(work, "moderator.away", absence, cover=absence.cover_id)
    if absence.cover_id is not None:
        notify(work, absence.cover_id, "cover-asked", municipality_id=municipality_id, absence_id=absence.id)
    if absence.starts_at <= work.now():
        _apply(work, absence)
    return absence


def cover_begun(work: Work) -> int:
    """Give what waits to who covers, for absences that have begun; return how many were looked at."""
    found = queries.begun(work, BATCH)
    for absence in found:
        lock(work, absence)
        if absence.applied_at is None:
            _apply(work, absence)
    work.flush()  # the next question must not find them again
    return len(found)


def _apply(work: Work, absence: Absence) -> None:
    """What was for who is away is for who covers now, or for the next circle. Nothing is decided by it."""
    absence.applied_at = work.now()
    for item in queries.waiting_items(work, absence.municipality_id):
        if not is_asked(work, item, absence.member_id):
            continue
        lock(work, item)
        if item.state is not ReviewState.WAITING:
            continue
        before = {absence.member_id, *item.asked}
        if item.claimed_by_id == absence.member_id:
            item.claimed_by_id = item.claimed_at = item.claim_until = None
            item.held, item.claim_note = False, ""
        level = item.level
        settle(work, item, item.level)
        for member_id in circle(work, item, item.level):
            if member_id not in before and (item.level > level or member_id == absence.cover_id):
                notify(
                    work,
                    member_id,
                    "review-waiting",
                    municipality_id=item.municipality_id,
                    review_item_id=item.id,
                )


def come_back(work: Work, absence: Absence) -> None:
    """End an absence now; what was asked of who covers stays asked."""
    if absence.ended_at is None:
        absence.ended_at = work.now()
        audit.note(work, "moderator.back", absence)
