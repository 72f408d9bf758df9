"""Verbs of what is written beside a question."""

from b2b.core import audit
from b2b.core.db import Work
from b2b.handoff import queries
from b2b.handoff.models import Handoff, HandoffNote
from b2b.handoff.rules import CALLS, HandoffState, NoteKind, Outcome, Told, Words
from b2b.handoff.service.handing import contact
from b2b.handoff.service.involving import refer


def write(
    work: Work,
    handoff: Handoff,
    kind: NoteKind,
    words: Words,
    outcome: Outcome | None = None,
    *,
    author_id: int | None = None,
) -> HandoffNote:
    """Write something down beside a question, once: the same form twice is one note.

    `author_id` is for the resident who follows a link of a mail: nobody is signed in then.
    """
    author_id = author_id or work.actor_id or 0
    if (written := queries.note_by_once(work, author_id, words.once)) is not None:
        return written
    note = HandoffNote(
        municipality_id=handoff.municipality_id,
        handoff_id=handoff.id or 0,
        author_id=author_id,
        kind=kind,
        outcome=outcome,
        words=words.text,
        for_resident=words.for_resident,
        once=words.once,
        created_at=work.now(),
    )
    work.add(note)
    audit.note(work, f"handoff.{kind}", handoff)
    return note


def tell_outcome(work: Work, handoff: Handoff, told: Told) -> None:
    """Say how it went; with who has the question, speaking to the resident is being in contact."""
    if queries.note_by_once(work, work.actor_id or 0, told.words.once) is not None:
        return
    kind = NoteKind.CALL if told.outcome in CALLS else NoteKind.OUTCOME
    write(work, handoff, kind, told.words, told.outcome)
    if told.organisation:
        refer(work, handoff, told.organisation)
    spoke = told.outcome is not Outcome.NOT_REACHED and handoff.claimed_by_id == work.actor_id
    if spoke and handoff.state is HandoffState.CLAIMED:
        contact(work, handoff)
