"""A mail to an address that belongs to no member yet: sealed in the outbox until it is sent.

Sign-in codes, receipts of notices and mail to a desk go this way. The door stands here, low in
the house, so that accounts can use it; `notifications` writes and sends the mail.
"""

import json
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from b2b.core.crypto import keyring, opened_text, sealed_text, starts_with
from b2b.core.db import Work
from b2b.jobs import service
from b2b.jobs.models import Job
from b2b.jobs.rules import JobState

KIND = "mail:to"


def mail_to(
    work: Work,
    event: str,
    address: str,
    *,
    municipality_id: int,
    language: str = "nl",
    first_name: str = "",
    until: datetime | None = None,
    dedupe_key: str | None = None,
    **words: Any,
) -> None:
    """Ask for the mail `event` (a folder in templates/mail) to go to `address` after the commit.

    `words` (text and numbers) reach its templates. After `until` it is no longer sent. Address
    and words are sealed, and wiped from the job once it is done.
    """
    letter = {
        "event": event,
        "to": address,
        "municipality_id": municipality_id,
        "language": language,
        "first_name": first_name,
        "until": until.isoformat() if until else None,
        "words": words,
    }
    service.enqueue(work, KIND, {"sealed": sealed_text(json.dumps(letter))}, dedupe_key=dedupe_key)


def opened(payload: dict[str, Any]) -> dict[str, Any]:
    """Return the letter in a job's payload; WrongKey when no secret of ours opens it."""
    letter: dict[str, Any] = json.loads(opened_text(payload["sealed"]))
    return letter


def reseal(work: Work) -> int:
    """Close letters that still wait, or were given up, with the newest key; return how many."""
    standing = select(Job).where(col(Job.kind) == KIND, col(Job.state) != JobState.DONE).order_by(col(Job.id))
    held = standing.with_for_update()  # who sends one now wipes it, and that has to stand
    old = [job for job in work.scalars(held) if starts_with(job.payload["sealed"]) != keyring().newest]
    for job in old:
        job.payload = {"sealed": sealed_text(opened_text(job.payload["sealed"]))}
    return len(old)
