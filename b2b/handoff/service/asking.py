"""Verbs of asking the resident: a question or a post to say yes to, the answer, and no answer in time."""

from datetime import timedelta
from typing import Any

from b2b.accounts import queries as people
from b2b.core import audit
from b2b.core.calendar import after_working_hours
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.handoff import queries
from b2b.handoff.events import HandoffAnswered, HandoffAsked, HandoffProposed
from b2b.handoff.models import Handoff, HandoffProposal, HandoffQuestion
from b2b.handoff.rules import (
    ENDED,
    HANDOFF_LIFECYCLE,
    AnsweredAlready,
    Asking,
    HandoffAction,
    HandoffState,
    NothingToAnswer,
    Proposing,
)
from b2b.handoff.service.handing import start_clock, step
from b2b.municipalities import queries as areas
from b2b.notifications.service import notify
from b2b.posts import service as posts
from b2b.posts.rules import PostKind
from b2b.posts.wizard import Place


def ask(work: Work, handoff: Handoff, asking: Asking) -> HandoffQuestion:
    """Ask the resident something, with a deadline in working days. The same form twice asks once."""
    asked: HandoffQuestion | None = queries.asked_once(work, HandoffQuestion, work.actor_id or 0, asking.once)
    if asked is not None:
        return asked
    _wait(work, handoff, asking.days)
    asked = HandoffQuestion(
        reference=new_reference("Q"), words=asking.words, once=asking.once, **_asked(work, handoff)
    )
    work.add(asked)
    work.flush()  # the mail names it
    work.record(HandoffAsked(handoff.id or 0, asked.id or 0))
    return asked


def propose(work: Work, handoff: Handoff, proposing: Proposing) -> HandoffProposal:
    """Ask the resident whether this post may be placed for them. The same form twice proposes once."""
    asked: HandoffProposal | None = queries.asked_once(work, HandoffProposal, work.actor_id or 0, proposing.once)
    if asked is not None:
        return asked
    _wait(work, handoff, proposing.days)
    asked = HandoffProposal(
        category=proposing.category,
        title=proposing.title,
        body=proposing.body,
        once=proposing.once,
        **_asked(work, handoff),
    )
    work.add(asked)
    work.flush()  # the mail names it
    work.record(HandoffProposed(handoff.id or 0, asked.id or 0))
    return asked


def answer(work: Work, question: HandoffQuestion, words: str) -> None:
    """Keep what the resident answers, also after the deadline, as long as the question is open.

    The same answer twice is one. Raises AnsweredAlready for another one, NothingToAnswer when it is too late.
    """
    handoff = queries.by_id(work, question.handoff_id)
    lock(work, handoff)
    lock(work, question)
    if question.answered_at is not None:
        if question.answer == words:
            return
        raise AnsweredAlready()
    if handoff.state in ENDED:
        raise NothingToAnswer()
    question.answer, question.answered_at = words, work.now()
    _go_on(work, handoff, HandoffAction.ANSWER)


def agree(work: Work, proposal: HandoffProposal, *, seen: str) -> None:
    """Place the proposed post for its owner, who said yes. `seen`: the hash of the disclaimer they accepted.

    Raises what posts raise: TermsChanged, TooManyPosts, NotYetAllowed, before anything has changed.
    """
    handoff = _open(work, proposal)
    if proposal.answered_at is not None:
        return  # the second click of a double click
    draft = posts.start_draft(
        work,
        handoff.municipality_id,
        PostKind.REQUEST,
        {
            "category": proposal.category,
            "rules": proposal.category,
            "title": proposal.title,
            "body": proposal.body,
            "place": Place.EITHER,
            "neighbourhood_id": handoff.neighbourhood_id,
        },
        member_id=handoff.member_id,
        browser_key=None,
    )
    post = posts.finish_draft(work, draft, handoff.member_id, seen=[seen])
    proposal.agreed, proposal.answered_at, proposal.post_id = True, work.now(), post.id
    audit.note(work, "handoff.post_placed", handoff, post=post.id)
    _go_on(work, handoff, HandoffAction.ANSWER)


def decline(work: Work, proposal: HandoffProposal) -> None:
    """The resident does not want the post."""
    handoff = _open(work, proposal)
    if proposal.answered_at is None:
        proposal.agreed, proposal.answered_at = False, work.now()
        _go_on(work, handoff, HandoffAction.ANSWER)


def lapse_due(work: Work) -> int:
    """Let the desk go on where no answer came in time; return how many."""
    over = [*queries.due_to_lapse(work, HandoffQuestion), *queries.due_to_lapse(work, HandoffProposal)]
    for asked in over:
        handoff = queries.by_id(work, asked.handoff_id)
        lock(work, handoff)
        asked.lapsed_at = work.now()
        _go_on(work, handoff, HandoffAction.LAPSE)
    work.flush()  # the next question must not find them again
    return len(over)


def tell_asked(work: Work, event: HandoffAsked) -> None:
    """Mail the resident that there is a question, with a link to answer it."""
    _tell_resident(work, event.handoff_id, "handoff-question", question_id=event.question_id)


def tell_proposed(work: Work, event: HandoffProposed) -> None:
    """Mail the resident that the desk proposes a post."""
    _tell_resident(work, event.handoff_id, "handoff-proposal", proposal_id=event.proposal_id)


def tell_answered(work: Work, event: HandoffAnswered) -> None:
    """Mail who has the question that there is an answer, or that there is none in time."""
    handoff = queries.by_id(work, event.handoff_id)
    if handoff.claimed_by_id is None:
        return
    town, about = handoff.municipality_id, {"handoff_id": handoff.id, "answered": event.answered}
    home = people.home_of(work, town, handoff.claimed_by_id)
    with work.within(home):
        elsewhere = {} if home == town else {"town": town}
        notify(work, handoff.claimed_by_id, "handoff-answered", municipality_id=home, **about, **elsewhere)


def _tell_resident(work: Work, handoff_id: int, mail: str, **ids: int) -> None:
    handoff = queries.by_id(work, handoff_id)
    notify(work, handoff.member_id, mail, municipality_id=handoff.municipality_id, handoff_id=handoff_id, **ids)


def _wait(work: Work, handoff: Handoff, days: int) -> None:
    step(work, handoff, HandoffAction.ASK)
    week = areas.working_week(work, handoff.municipality_id)
    handoff.due_at = after_working_hours(work.now(), timedelta(days=days), week)


def _asked(work: Work, handoff: Handoff) -> dict[str, Any]:
    return {
        "municipality_id": handoff.municipality_id,
        "handoff_id": handoff.id,
        "asked_by_id": work.actor_id,
        "asked_at": work.now(),
        "due_at": handoff.due_at,
    }


def _open(work: Work, proposal: HandoffProposal) -> Handoff:
    handoff = queries.by_id(work, proposal.handoff_id)
    lock(work, handoff)
    lock(work, proposal)
    if handoff.state in ENDED:
        raise NothingToAnswer()
    return handoff


def _go_on(work: Work, handoff: Handoff, action: HandoffAction) -> None:
    """The desk goes on; a late answer finds it busy already, and is only told. What is closed stays closed."""
    if handoff.state in ENDED:
        return
    if handoff.state is HandoffState.WAITING:
        move(work, handoff, HANDOFF_LIFECYCLE, action)
        start_clock(work, handoff)
    work.record(HandoffAnswered(handoff.id or 0, answered=action is HandoffAction.ANSWER))
