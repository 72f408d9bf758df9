"""What the pages of a handoff show its resident: the words, the journey, what was written for them."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from flask import abort, g, url_for

from b2b.accounts import queries as people
from b2b.consent import queries as consent
from b2b.consent.rules import blocks, help_subject
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.handoff import queries
from b2b.handoff.forms import Asked
from b2b.handoff.models import Handoff, HandoffProposal, HandoffQuestion
from b2b.handoff.rules import (
    ENDED,
    HANDOFF_LIFECYCLE,
    HELPED_WORDS,
    KIND_WORDS,
    MOVE_WORDS,
    OUTCOME_WORDS,
    STATE_WORDS,
    ContactWay,
    HandoffAction,
    HandoffState,
    Question,
)
from b2b.handoff.tokens import ANSWER, make_token
from b2b.handoff.views import visiting
from b2b.municipalities import queries as areas
from b2b.posts import queries as posts
from b2b.posts.categories import CATEGORIES
from b2b.posts.labels import STATE_LABELS
from b2b.web.i18n import moment_words
from b2b.web.transactions import current_actor

TONES = {
    HandoffState.NEW: "warning",
    HandoffState.CLAIMED: "neutral",
    HandoffState.IN_CONTACT: "neutral",
    HandoffState.WAITING: "info",
    HandoffState.DONE: "success",
    HandoffState.RETURNED: "neutral",
    HandoffState.WITHDRAWN: "neutral",
}


def own_post(reference: str | None) -> Any:
    """Return the actor's own post with this reference; None when none was named, else 404."""
    if not reference:
        return None
    canonical = read_reference(reference)
    post = posts.post_by_reference(g.work, canonical) if canonical else None
    if post is None or post.author_id != current_actor().member_id:
        abort(404)
    return post


def words_of(post: Any) -> str:
    """Return the words to start from: those of the post."""
    return f"{post.title}\n\n{post.body}" if post else ""


def own_email() -> str:
    """Return the actor's own address: it is shown to nobody else."""
    own = people.member(g.work, current_actor().member_id or 0)
    return (own.email if own else "") or ""


def question_of(asked: Asked, post: Any, once: str, at: datetime) -> Question:
    """Return exactly what would be sent, to the desk and to other systems; `at` is when it was shown."""
    actor = current_actor()
    places = areas.places(g.work, actor.municipality_id or 0)
    question = Question(
        first_name=actor.first_name,
        neighbourhood=places.label((post.neighbourhood_id if post else actor.neighbourhood_id) or 0),
        question=asked.question,
        contact_way=asked.way,
        contact=own_email() if asked.way is ContactWay.EMAIL else asked.phone,
        post_title=post.title if post else None,
    )
    return queries.with_messages(g.work, question, **whose(post), once=once, at=at)


def whose(post: Any) -> dict[str, int]:
    """Return the municipality, neighbourhood and member that a new handoff belongs to."""
    actor = current_actor()
    return {
        "municipality_id": actor.municipality_id or 0,
        "neighbourhood_id": (post.neighbourhood_id if post else actor.neighbourhood_id) or 0,
        "member_id": actor.member_id or 0,
    }


def journey(handoff: Handoff, sent: str = N_("Je vraag is verstuurd"), words: Any = MOVE_WORDS) -> dict[str, Any]:
    """Return what its owner sees: the words, the state, each step (called as in `words`) with its moment."""
    steps = [SimpleNamespace(when=moment_words(handoff.created_at), title=sent, current=False)]
    for move in queries.moves(g.work, handoff):
        title = words[HandoffAction(move.action)]
        steps.append(SimpleNamespace(when=moment_words(move.at), title=title, current=False))
    steps[-1].current = True
    own = handoff.member_id == current_actor().member_id
    holder = handoff.claimed_by_id or 0
    return {
        "guest": visiting.town(),
        "desk_of": people.guests(g.work, handoff.municipality_id, [holder]).get(holder) if holder else None,
        "handoff": handoff,
        "state": STATE_WORDS[handoff.state],
        "tone": TONES[handoff.state],
        "steps": steps,
        "may_withdraw": HANDOFF_LIFECYCLE.allows(handoff.state, HandoffAction.WITHDRAW),
        "contact": handoff.contact,
        "opened_at": queries.last_opened(g.work, handoff) if own else None,
        "notes": queries.notes(g.work, handoff, for_resident=True),
        "questions": [_question(one, own) for one in queries.questions(g.work, handoff)],
        "proposals": [_proposal(one) for one in queries.proposals(g.work, handoff)],
        "helped": HELPED_WORDS.get(handoff.helped) if handoff.helped else None,
        "may_answer": handoff.state not in ENDED,
        "may_rate": handoff.state in (HandoffState.DONE, HandoffState.RETURNED),
        "kinds": KIND_WORDS,
        "outcomes": OUTCOME_WORDS,
    }


def terms_of(proposal: HandoffProposal) -> dict[str, Any]:
    """Return the disclaimer of the kind of help that is proposed, to accept."""
    text = consent.current(g.work, proposal.municipality_id, help_subject(proposal.category))
    return {"text": text, "blocks": blocks(text.body), "category": CATEGORIES[proposal.category].label}


def _question(asked: HandoffQuestion, own: bool) -> Any:
    """Return a question as a page shows it; only who was asked (`own`) gets the way to answer."""
    return SimpleNamespace(
        words=asked.words,
        at=asked.asked_at,
        due=asked.due_at,
        answer=asked.answer,
        answered_at=asked.answered_at,
        lapsed=asked.lapsed_at is not None,
        url=url_for("handoff.answer", token=make_token(ANSWER, asked.reference, g.work.now())) if own else None,
    )


def _proposal(asked: HandoffProposal) -> Any:
    post = posts.post(g.work, asked.post_id) if asked.post_id else None
    return SimpleNamespace(
        title=asked.title,
        at=asked.asked_at,
        due=asked.due_at,
        agreed=asked.agreed,
        lapsed=asked.lapsed_at is not None,
        post=post.reference if post else None,
        state=STATE_LABELS[post.state] if post else None,
    )
