"""What the pages of a handoff show: rows with words, the journey, what the desk may do."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from flask import abort, current_app, g, url_for

from b2b.accounts import queries as people
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import Asked
from b2b.handoff.models import Handoff
from b2b.handoff.queries import Waiting
from b2b.handoff.rules import (
    DESK_WORDS,
    ENDED,
    HANDOFF_LIFECYCLE,
    MOVE_WORDS,
    STATE_WORDS,
    ContactWay,
    HandoffAction,
    HandoffState,
    Question,
)
from b2b.municipalities import queries as areas
from b2b.posts import queries as posts
from b2b.web.i18n import moment_words
from b2b.web.transactions import current_actor

TONES = {
    HandoffState.NEW: "warning",
    HandoffState.CLAIMED: "neutral",
    HandoffState.IN_CONTACT: "neutral",
    HandoffState.DONE: "success",
    HandoffState.RETURNED: "neutral",
    HandoffState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Lane:
    """A part of the queue: its name in the address, its label, the states in it."""

    name: str
    label: str
    states: tuple[HandoffState, ...]


LANES = (
    Lane("nieuw", N_("Nieuw"), (HandoffState.NEW,)),
    Lane("bezig", N_("Mee bezig"), (HandoffState.CLAIMED, HandoffState.IN_CONTACT)),
    Lane("klaar", N_("Klaar"), ENDED),
)


def lane(name: str | None) -> Lane:
    """Return the lane that was asked for, or the first."""
    return next((one for one in LANES if one.name == name), LANES[0])


def chips(current: Lane) -> list[Any]:
    """Return the links to the lanes."""
    return [
        SimpleNamespace(label=one.label, url=url_for("handoff.queue", toon=one.name), current=one == current)
        for one in LANES
    ]


def rows(found: list[Waiting]) -> list[Any]:
    """Return the lines of the queue with words for ids."""
    places = areas.places(g.work, current_actor().municipality_id or 0)
    names = people.names(g.work, [row.claimed_by_id for row in found if row.claimed_by_id])
    return [
        SimpleNamespace(
            reference=row.reference,
            place=places.label(row.neighbourhood_id),
            state=STATE_WORDS[row.state],
            tone=TONES[row.state],
            since=row.created_at,
            claimed_by=names.get(row.claimed_by_id or 0, ""),
        )
        for row in found
    ]


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


def question_of(asked: Asked, post: Any) -> Question:
    """Return exactly what would be sent."""
    actor = current_actor()
    places = areas.places(g.work, actor.municipality_id or 0)
    return Question(
        first_name=actor.first_name,
        neighbourhood=places.label((post.neighbourhood_id if post else actor.neighbourhood_id) or 0),
        question=asked.question,
        contact_way=asked.way,
        contact=own_email() if asked.way is ContactWay.EMAIL else asked.phone,
        post_title=post.title if post else None,
    )


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
    return {
        "handoff": handoff,
        "state": STATE_WORDS[handoff.state],
        "tone": TONES[handoff.state],
        "steps": steps,
        "may_withdraw": HANDOFF_LIFECYCLE.allows(handoff.state, HandoffAction.WITHDRAW),
        "contact": handoff.contact,
    }


def desk(handoff: Handoff) -> dict[str, Any]:
    """Return what the coordinator sees: the words, who asked, what can be done now."""
    ids = [handoff.member_id, *([handoff.claimed_by_id] if handoff.claimed_by_id else [])]
    names = people.names(g.work, ids)
    mine = handoff.claimed_by_id == current_actor().member_id
    actions = HANDOFF_LIFECYCLE.actions(handoff.state)
    return {
        **journey(handoff, N_("Vraag verstuurd"), DESK_WORDS),
        "who": names.get(handoff.member_id, N_("Onbekend")),
        "place": areas.places(g.work, handoff.municipality_id).label(handoff.neighbourhood_id),
        "claimed_by": names.get(handoff.claimed_by_id or 0, ""),
        "mine": mine,
        "may": {str(action) for action in actions if mine or action == HandoffAction.CLAIM},
        "attempts": queries.attempts(g.work, handoff),
        "by_phone": handoff.contact_way is ContactWay.PHONE,
    }


def note_seen(handoff: Handoff) -> None:
    """Note who opened the words of a resident: in a transaction of its own, because this page only reads."""
    actor = current_actor()
    with current_app.writing() as work:  # type: ignore[attr-defined]
        work.actor_id = actor.member_id
        service.note_seen(work, handoff)
