"""What mails of the promise say, looked up when they are sent. None: no longer needed."""

from typing import Any

from b2b.accounts import queries as people
from b2b.conversations import queries as talks
from b2b.core.db import Work
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.promise.queries.things import invitation_by_id, promise_of
from b2b.promise.rules import InvitationAnswer, PromiseState
from b2b.promise.tokens import invitation_token


def help_asked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask a neighbour, while help is still looked for and nothing was said to it."""
    asked = invitation_by_id(work, notification.subject["invitation_id"])
    post = posts.post(work, asked.post_id) if asked else None
    if asked is None or post is None or post.state is not PostState.OPEN:
        return None
    if asked.answer is not InvitationAnswer.ASKED or people.are_blocked(work, post.author_id, asked.member_id):
        return None
    found = promise_of(work, post.id or 0)
    return _about(work, post) | {
        "body": post.body,
        "token": invitation_token(asked.reference, work.now()),
        "urgent": found is not None and found.urgent,
    }


def request_fits(work: Work, notification: Any) -> dict[str, Any] | None:
    """Point out a request that fits an offer, while both stand open and the reader may read it and did not answer."""
    post, offer = (posts.post(work, notification.subject[name]) for name in ("post", "offer"))
    if post is None or offer is None or post.quiet or {post.state, offer.state} != {PostState.OPEN}:
        return None
    me = notification.member_id
    if people.are_blocked(work, post.author_id, me) or (post.for_neighbours and not people.proven_among(work, [me])):
        return None
    if any(talk.responder_id == me for talk in talks.of_post(work, post.id or 0)):
        return None
    about = _about(work, post)
    return {
        "post_reference": about["post_reference"],
        "title": about["title"],
        "place": about["place"],
        "when_words": about["when_words"],
        "offer_reference": offer.reference,
        "offer_title": offer.title,
    }


def somebody_wanted(work: Work, notification: Any) -> dict[str, Any] | None:
    """Ask a moderator to look for somebody, while nobody answered."""
    return _searching(work, notification, PromiseState.RUNNING, PromiseState.OFFERED)


def help_offered(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell the asker at the end of the term what was done and what can be done now."""
    return _searching(work, notification, PromiseState.OFFERED)


def _searching(work: Work, notification: Any, *states: PromiseState) -> dict[str, Any] | None:
    post = posts.post(work, notification.subject["post"])
    found = promise_of(work, post.id or 0) if post else None
    if post is None or found is None or found.state not in states or post.state is not PostState.OPEN:
        return None
    return _about(work, post)


def _about(work: Work, post: Post) -> dict[str, Any]:
    return {
        "post_reference": post.reference,
        "title": post.title,
        "when_words": post.when_words,
        "place": places(work, post.municipality_id).label(post.neighbourhood_id),
        "asker": people.names(work, [post.author_id]).get(post.author_id, ""),
    }
