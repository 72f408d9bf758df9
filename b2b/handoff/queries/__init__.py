"""Questions about handoffs."""

from b2b.handoff.queries.handoffs import (
    FINDER,
    attempts,
    by_id,
    by_once,
    count_open,
    mail_about,
    mail_to_staff,
    mine,
    moves,
    open_for_post,
    parcel,
)
from b2b.handoff.queries.notes import (
    Written,
    note_by_once,
    notes,
)
from b2b.handoff.queries.questions import (
    BATCH,
    asked_once,
    due_to_lapse,
    mail_about_answer,
    mail_about_step,
    mail_with_proposal,
    mail_with_question,
    proposals,
    questions,
)
from b2b.handoff.queries.queue import (
    QueueRow,
    Scope,
    queue,
)
from b2b.handoff.queries.systems import (
    for_system,
    for_systems,
    for_systems_by_id,
)

__all__ = [
    "BATCH",
    "FINDER",
    "QueueRow",
    "Scope",
    "Written",
    "asked_once",
    "attempts",
    "by_id",
    "by_once",
    "count_open",
    "due_to_lapse",
    "for_system",
    "for_systems",
    "for_systems_by_id",
    "mail_about",
    "mail_about_answer",
    "mail_about_step",
    "mail_to_staff",
    "mail_with_proposal",
    "mail_with_question",
    "mine",
    "moves",
    "note_by_once",
    "notes",
    "open_for_post",
    "parcel",
    "proposals",
    "questions",
    "queue",
]
