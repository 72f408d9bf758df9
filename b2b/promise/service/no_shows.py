"""Somebody did not come: remember it, ask both the day after what happened, and keep what they say for moderators."""

from typing import Any

from b2b.agreements.queries import Agreement
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket
from b2b.notifications.service import notify
from b2b.promise.models import NoShow
from b2b.promise.queries import afterwards
from b2b.promise.rules.afterwards import ASKER_WORDS, HELPER_WORDS, NothingToTell, Said

BATCH = 100


def remember_no_show(work: Work, meeting: Agreement) -> None:
    """Write down that nobody came to an appointment. Said again, it is the same one."""
    if afterwards.no_show(work, meeting.id or 0) is None:
        work.add(
            NoShow(
                municipality_id=meeting.municipality_id,
                agreement_id=meeting.id or 0,
                asker_id=meeting.asker_id,
                helper_id=meeting.helper_id,
                at=work.now(),
            )
        )


def say_what_happened(work: Work, meeting: Agreement, member_id: int, said: Said) -> None:
    """Hear from one side what happened; it may be corrected. Raises NothingToTell."""
    found = afterwards.can_say(work, meeting)
    is_asker = member_id == meeting.asker_id
    if found is None or said not in (ASKER_WORDS if is_asker else HELPER_WORDS):
        raise NothingToTell()
    if is_asker:
        found.asker_said = said
    else:
        found.helper_said = said


def ask_what_happened(work: Work, limit: int = BATCH) -> int:
    """Ask both sides of up to `limit` appointments; return how many."""
    due = afterwards.due_to_ask(work, limit)
    for found in due:
        found.asked_at = work.now()
        for member_id in (found.asker_id, found.helper_id):
            notify(
                work,
                member_id,
                "what-happened",
                municipality_id=found.municipality_id,
                agreement_id=found.agreement_id,
            )
    return len(due)


def asking_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Ask everybody who is due, in batches that each commit."""
    while True:
        with desk.writing() as work:
            if ask_what_happened(work) < BATCH:
                return
