"""Whom to ask quietly: neighbours with an open offer that fits, the best first, a few at a time."""

from typing import Any, Protocol

from b2b.accounts import queries as people
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket
from b2b.matching.fitting import fitting_posts, reader_of
from b2b.matching.load import tired
from b2b.matching.queries import Hit
from b2b.municipalities.queries import Places, places
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.panels import Helper
from b2b.posts.queries import Post
from b2b.posts.rules import ASKED_AT_ONCE, ASKED_MOST, InvitationHow, InvitationState, PostState

CHOICES = 8
"""So many neighbours fit on one page to choose from."""


class PostEvent(Protocol):
    """Any event about a post."""

    @property
    def post_id(self) -> int: ...


def who_may_help(work: Work, actor: Actor, draft: Any) -> list[Helper]:
    """Return the neighbours whom the author of a draft may ask, with what they offer and where they live.

    As everywhere, first names are for members: who is not signed in chooses by what is offered.
    """
    said = draft.answers
    reader = reader_of(work, actor.member_id, actor.proven, draft.municipality_id, said["neighbourhood_id"])
    known = places(work, draft.municipality_id)
    found = fitting_posts(work, reader, draft.kind, said, said.get("when", ""), CHOICES)
    return [
        Helper(
            hit.row.author_id,
            hit.row.reference,
            f"{hit.row.first_name}: {_offer(hit, known)}" if actor.member_id else _offer(hit, known),
        )
        for hit in found
    ]


def _offer(hit: Hit, known: Places) -> str:
    return f"{hit.row.title} ({known.label(hit.row.neighbourhood_id)})"


def ask_quietly(work: Work, event: PostEvent) -> None:
    """React to whatever happened to a post: when it is quiet and open, a few neighbours have the question.

    Whom the author picked comes first. As soon as nobody is left who may still say yes, the next ones are asked.
    """
    post = posts.post(work, event.post_id)
    if post is None or not post.quiet or post.state is not PostState.OPEN:
        return
    posting.ask_chosen(work, post)
    if not any(each.state is InvitationState.ASKED for each in posts.invitations(work, event.post_id)):
        ask_more(work, post)


def ask_more(work: Work, post: Post, most: int = ASKED_AT_ONCE) -> int:
    """Ask the next neighbours who fit a quiet request, at most `most`; return how many were asked."""
    author = people.member(work, post.author_id)
    proven = author is not None and author.proven_at is not None
    reader = reader_of(work, post.author_id, proven, post.municipality_id, post.neighbourhood_id)
    said = {"title": post.title, "body": post.body, "category": post.category, "task": post.task}
    asked = {each.member_id for each in posts.invitations(work, post.id or 0)}
    found = fitting_posts(work, reader, post.kind, said, post.when_words, ASKED_MOST + CHOICES)
    new = [hit.row.author_id for hit in found if hit.row.author_id not in asked]
    resting = tired(work, {hit.row.author_id: hit.row.id for hit in reversed(found)})  # the best offer of each counts
    awake = [member_id for member_id in dict.fromkeys(new) if member_id not in resting]
    fit = [member_id for member_id in awake if _may_read(work, post, member_id)]
    return posting.pick(work, post, fit[:most], InvitationHow.NEAR)


def asking_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Look again for who can be asked: a neighbour who fits may have come since."""
    with desk.reading() as work:
        waiting = posts.nobody_asked(work)
    for post_id in waiting:
        with desk.writing() as work:
            post = posts.post(work, post_id)
            if post is not None:
                ask_more(work, post)


def _may_read(work: Work, post: Post, member_id: int) -> bool:
    helper = people.member(work, member_id)
    is_here = helper is not None and not helper.is_out(work.now())
    return is_here and (not post.for_neighbours or (helper is not None and helper.proven_at is not None))
