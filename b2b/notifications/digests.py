"""The mail with everything that could wait: once a day or a week, one a person, never about what is no longer true.

A round a day looks for whom something waits, in steps, and leaves a job per person and slot. The job
is idempotent by its key; a repeat after a crash carries the same Message-ID.
"""

from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from b2b.accounts import queries as people
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.jobs.service import enqueue
from b2b.jobs.worker import Desk, Handler, Ticket
from b2b.notifications import queries, service
from b2b.notifications.links import Leaving, unsubscribe_link
from b2b.notifications.mails import Addressee, Envelope, Mails, Sender
from b2b.notifications.models import Notification
from b2b.notifications.reaching import may_hear
from b2b.notifications.rules.news import DIGEST_MAX, FITTING, Rest, digest_slot
from b2b.notifications.words import Words

ROUND, ONE = "mail:digests", "mail:digest"
STEP = 200
"""People in one transaction; the job of the next step is made in the same one, so that none is skipped."""


def go_round(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
    """Leave a job for each of the next STEP people for whom something waits, and one for those after them."""
    slot = payload.get("slot") or digest_slot(local(desk.clock()))
    with desk.writing() as work:
        until = work.now().isoformat()
        waiting = queries.waiting_for_digest(work, slot, payload.get("after", 0), STEP)
        for member_id in waiting:
            about = {"member_id": member_id, "slot": slot, "until": until}
            enqueue(work, ONE, about, dedupe_key=f"{ONE}:{slot}:{member_id}")
        if len(waiting) == STEP:
            after = {"slot": slot, "after": waiting[-1]}
            enqueue(work, ROUND, after, dedupe_key=f"{ROUND}:{slot}:{waiting[-1]}")


def to_member(contexts: Mapping[str, Words]) -> Handler:
    """Return the handler of "mail:digest", which finds the words of each event in `contexts`."""

    def send(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
        member_id, until = int(payload["member_id"]), datetime.fromisoformat(payload["until"])
        with desk.reading() as work:
            rows = queries.for_digest(work, member_id, until, DIGEST_MAX + 1)
            told, over, message = _write(desk, work, contexts, rows, payload)
        if message is not None:
            desk.services["mail"].send(message)
        with desk.writing() as work:
            service.mark_mailed(work, *told)
            for key in over:
                service.read(work, member_id, key)

    return send


def _write(
    desk: Desk, work: Work, contexts: Mapping[str, Words], rows: list[Notification], payload: dict[str, Any]
) -> tuple[list[int], list[int], EmailMessage | None]:
    """Return the keys of what the digest tells, those of what is no longer news, and the mail (or None)."""
    who = people.member(work, int(payload["member_id"]))
    if not rows or who is None or not who.email or not may_hear(who, rows[0], work.now()):
        return [], [], None
    wishes = queries.wishes(work, who.id)
    if wishes.is_paused(work.now()) or wishes.rest is Rest.NEVER:
        return [], [], None
    mails: Mails = desk.services["mails"]
    to, sender = Addressee(who.email, who.first_name, who.language), mails.sender(work, rows[0].municipality_id)
    lines, fitting, told, over = [], [], [], []
    for row in rows[:DIGEST_MAX]:
        # Looked up now: what was hidden, taken back or read meanwhile is not in it.
        words = contexts[row.event](work, row) if row.event in contexts else None
        if words is None:
            over.append(row.id or 0)
        else:
            told.append(row.id or 0)
            line = _line(mails, row, to, sender, words)
            if row.event in FITTING:
                fitting.append(words | line | {"title": words["title"]})
            else:
                lines.append(line)
    if not told:
        return [], over, None
    envelope = Envelope(unsubscribe=unsubscribe_link(mails, sender, who.reference, Leaving.DIGEST))
    said = {"lines": lines, "fitting": fitting, "more": len(rows) > DIGEST_MAX}
    key = f"{ONE}:{payload['slot']}:{who.id}"
    return told, over, mails.write("digest", to, sender, said, key=key, at=desk.clock(), envelope=envelope)


def _line(mails: Mails, row: Notification, to: Addressee, sender: Sender, words: dict[str, Any]) -> dict[str, Any]:
    url = mails.address(sender, "notifications.news", notification=row.reference)
    return {"title": mails.subject(row.event, to, sender, words), "url": url, "at": row.created_at}
