"""Object to a decision, and have somebody else decide again. What was wrong is put right at once."""

from collections.abc import Iterable

from b2b.conversations import service as conversations
from b2b.conversations.queries import Message
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.errors import Forbidden
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import ComplaintDecided, ComplaintFiled
from b2b.moderation.models import Complaint, Decision, Notice, ReviewItem, Statement
from b2b.moderation.rules import ItemChanged, ReviewReason, column_of
from b2b.moderation.rules.complaints import (
    COMPLAINT_LIFECYCLE,
    ComplaintAction,
    ComplaintDone,
    ComplaintState,
    Judgement,
    NothingDecided,
    Objection,
    Outcome,
    SamePerson,
    TooLate,
    Unreasoned,
)
from b2b.moderation.rules.terms import COMPLAINT_DUE, complaint_until
from b2b.moderation.service.asking import open_item
from b2b.moderation.service.measuring import lift
from b2b.posts import service as posts
from b2b.posts.queries import Post
from b2b.posts.rules import POST_LIFECYCLE, PostAction
from b2b.thanks import service as thanking
from b2b.thanks.queries import Thanks
from b2b.thanks.rules import THANKS_LIFECYCLE, ThanksAction


def object_to_statement(work: Work, statement: Statement, said: Objection) -> Complaint:
    """Take in what somebody has against a decision about themselves. One objection a statement; TooLate after the term."""
    decision = queries.decision_of_statement(work, statement.id or 0)
    if decision is None:
        raise NothingDecided()
    before = queries.complaint_of_statement(work, statement.id or 0)
    if before is not None:
        return before
    if work.now() >= statement.complaint_until:
        raise TooLate()
    return _file(work, decision, said, statement=statement, complainant_id=statement.recipient_id)


def object_to_notice(work: Work, notice: Notice, said: Objection) -> Complaint:
    """Take in what somebody has against what was decided about their notice."""
    decision = queries.whole_decision_of(work, notice.review_item_id)
    if decision is None:
        raise NothingDecided()
    before = queries.complaint_of_notice(work, notice.id or 0)
    if before is not None:
        return before
    if work.now() >= complaint_until(decision.at):
        raise TooLate()
    return _file(work, decision, said, notice=notice, complainant_id=notice.notifier_id)


def judge(work: Work, complaint: Complaint, judgement: Judgement) -> None:
    """Decide on an objection, as somebody who had no part in the first decision; carry it out at once."""
    lock(work, complaint)
    if complaint.state is not ComplaintState.WAITING:
        if complaint.handled_by_id == work.actor_id and complaint.outcome is judgement.outcome:
            return  # the second click of a double click
        raise ComplaintDone()
    _check(work, complaint, judgement)
    move(work, complaint, COMPLAINT_LIFECYCLE, ComplaintAction.DECIDE)
    complaint.handled_by_id, complaint.outcome = work.actor_id, judgement.outcome
    complaint.reasons, complaint.decided_at = judgement.reasons.strip(), work.now()
    complaint.version += 1
    if _put_right(work, complaint, judgement):
        complaint.restored_at = work.now()
    audit.note(
        work,
        f"complaint.{judgement.outcome}",
        complaint,
        decision=complaint.decision_id,
        before=ComplaintState.WAITING,
        after=complaint.state,
    )
    work.record(ComplaintDecided(complaint.id or 0))


def note_opened(work: Work, complaint_id: int) -> None:
    """Write down that somebody of the desk opened an objection, with the words that it is about."""
    complaint = queries.complaint(work, complaint_id)
    if complaint is not None:
        audit.note(work, "complaint.opened", complaint)


def note_late(work: Work, limit: int = 100) -> int:
    """Mark objections that nobody judged in time, so that administrators are asked; return how many."""
    late = queries.late_complaints(work, limit)
    for complaint in late:
        complaint.late_since = work.now()
        audit.note(work, "complaint.late", complaint)
        work.record(ComplaintFiled(complaint.id or 0))
    work.flush()  # the next question must not find them again
    return len(late)


def _file(
    work: Work,
    decision: Decision,
    said: Objection,
    *,
    complainant_id: int | None,
    statement: Statement | None = None,
    notice: Notice | None = None,
) -> Complaint:
    item = queries.item(work, decision.review_item_id)
    if item is None:
        raise NothingDecided()
    reporters = [one.notifier_id for one in queries.notices_of(work, item.id or 0)]
    complaint = Complaint(
        reference=new_reference("Z"),
        municipality_id=decision.municipality_id,
        neighbourhood_id=item.neighbourhood_id,
        decision_id=decision.id or 0,
        statement_id=statement.id if statement else None,
        notice_id=notice.id if notice else None,
        complainant_id=complainant_id,
        grounds=said.grounds,
        language=said.language,
        once=said.once,
        first_decider_id=decision.decided_by_id,
        kept_out=_people([decision.decided_by_id, *item.involved, complainant_id, *reporters]),
        filed_at=work.now(),
        due_at=work.now() + COMPLAINT_DUE,
    )
    work.add(complaint)
    work.flush()  # the event names its key
    audit.note(work, "complaint.filed", complaint, decision=decision.id)
    work.record(ComplaintFiled(complaint.id or 0))
    return complaint


def _people(ids: Iterable[int | None]) -> list[int]:
    return sorted({one for one in ids if one is not None})


def _check(work: Work, complaint: Complaint, judgement: Judgement) -> None:
    if work.actor_id == complaint.first_decider_id:
        raise SamePerson()
    if work.actor_id is None or work.actor_id in complaint.involved:
        raise Forbidden()
    if judgement.seen != complaint.version:
        raise ItemChanged()
    partly_nothing = judgement.outcome is Outcome.PARTLY and not (judgement.words_back or judgement.measure_off)
    about_notice = complaint.notice_id is not None
    if not judgement.reasons.strip() or (partly_nothing and not about_notice):
        raise Unreasoned()


def _put_right(work: Work, complaint: Complaint, judgement: Judgement) -> bool:
    """Carry the outcome out; say whether anything was put back."""
    decision = queries.decision(work, complaint.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if decision is None or item is None or judgement.outcome is Outcome.UPHELD:
        return False
    if complaint.notice_id is not None:
        return _ask_again(work, item, complaint)
    done = False
    if judgement.gives_words_back:
        done = _give_words_back(work, item)
    sanction = queries.sanction_of_statement(work, complaint.statement_id or 0)
    if judgement.lifts_measure and sanction is not None:
        lift(work, sanction, "complaint")
        done = True
    return done


def _give_words_back(work: Work, item: ReviewItem) -> bool:
    about = queries.target(work, item)
    if about is None:
        return False
    if isinstance(about.thing, Post) and POST_LIFECYCLE.allows(about.thing.state, PostAction.PLACE):
        posts.place(work, about.thing)
        return True
    if isinstance(about.thing, Message) and about.thing.hidden_at is not None:
        conversations.show_message(work, about.thing)
        return True
    if isinstance(about.thing, Thanks) and THANKS_LIFECYCLE.allows(about.thing.state, ThanksAction.PLACE):
        thanking.place(work, about.thing)
        return True
    return False


def _ask_again(work: Work, item: ReviewItem, complaint: Complaint) -> bool:
    """Put the thing before a moderator again, but not before the one who decided first."""
    about = queries.target(work, item)
    if about is None:
        return False
    again = open_item(work, about, ReviewReason.NOTICED).item
    lock(work, again)
    again.notices = max(again.notices, 1)
    again.conflicted = column_of(_people([complaint.first_decider_id, *item.involved]))
    return True
