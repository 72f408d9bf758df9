"""What was asked of a resident, and what still waits for an answer."""

from typing import Any

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.handoff.models import Handoff, HandoffProposal, HandoffQuestion
from b2b.handoff.queries.handoffs import mail_about
from b2b.handoff.rules import ENDED
from b2b.handoff.tokens import ANSWER, HELPED, make_token

BATCH = 100


def questions(work: Work, handoff: Handoff) -> list[HandoffQuestion]:
    """Return what was asked of the resident, newest first."""
    found = select(HandoffQuestion).where(HandoffQuestion.handoff_id == handoff.id)
    return list(work.exec(found.order_by(col(HandoffQuestion.id).desc())))


def proposals(work: Work, handoff: Handoff) -> list[HandoffProposal]:
    """Return which posts were proposed to the resident, newest first."""
    found = select(HandoffProposal).where(HandoffProposal.handoff_id == handoff.id)
    return list(work.exec(found.order_by(col(HandoffProposal.id).desc())))


def asked_once(work: Work, kind: type[Any], asker_id: int, once: str) -> Any:
    """Return what this coordinator asked with this form already: a question or a proposal."""
    return work.exec(select(kind).where(kind.asked_by_id == asker_id, kind.once == once)).first()


def due_to_lapse(work: Work, kind: type[Any]) -> list[Any]:
    """Return questions or proposals whose time is over without an answer."""
    waiting = select(kind).where(
        kind.due_at <= work.now(), col(kind.answered_at).is_(None), col(kind.lapsed_at).is_(None)
    )
    return list(work.exec(waiting.order_by(col(kind.due_at)).limit(BATCH)))


def mail_with_question(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of the mail that asks something: a link, not the question. None when it was answered."""
    question = work.get(HandoffQuestion, notification.subject["question_id"])
    if question is None or question.answered_at is not None:
        return None
    words = mail_about(work, notification) or {}
    return words | {"due": question.due_at, "token": make_token(ANSWER, question.reference, work.now())}


def mail_with_proposal(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of the mail that proposes a post; None when the resident said yes or no."""
    proposal = work.get(HandoffProposal, notification.subject["proposal_id"])
    if proposal is None or proposal.answered_at is not None:
        return None
    return (mail_about(work, notification) or {}) | {"due": proposal.due_at}


def mail_about_answer(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of the mail to the desk: there is an answer, or none came in time."""
    words = mail_about(work, notification)
    return None if words is None else words | {"answered": notification.subject["answered"]}


def mail_about_step(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of the mail about a step; at the end with the link to say whether it helped."""
    words = mail_about(work, notification)
    handoff = work.get(Handoff, notification.subject["handoff_id"])
    if words is None or handoff is None:
        return None
    ended = handoff.state in ENDED
    return words | {"token": make_token(HELPED, handoff.reference, work.now()) if ended else ""}
