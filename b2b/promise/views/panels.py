"""What the promise adds to the page of a post: each rung for its author, urgency for neighbours, the way in for a moderator."""

from typing import Any

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.promise import queries, service
from b2b.promise.models import Promise
from b2b.promise.rules import PromiseState
from b2b.promise.rules.ladder import LADDER, taken_words
from b2b.promise.rules.terms import REACH_WORDS, in_words
from b2b.web.pages import render


def post_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return what this reader of an open post sees of the search, or of when and how far somebody helps."""
    if post.state is not PostState.OPEN:
        return None
    if post.kind is PostKind.OFFER:
        return _offer(work, actor, post)
    found = queries.promise_of(work, post.id or 0)
    if found is None or found.state is PromiseState.STOPPED:
        return None
    if actor.member_id is not None and actor.member_id == post.author_id:
        return _for_author(work, post, found)
    judges = bool(actor.grants) and allows(actor, Permission.Post.MODERATE, post)
    if not judges and not found.urgent:
        return None
    return render("promise/panel_reader.html", post=post, urgent=found.urgent, judges=judges)


def rungs(work: Work, found: Promise) -> list[dict[str, Any]]:
    """Return each rung in words: taken (with when), next, or still ahead."""
    taken = queries.steps(work, found)
    is_running = found.state is PromiseState.RUNNING
    shown = []
    for index, step in enumerate(LADDER):
        done = taken.get(step.rung)
        if done is not None:
            words = {
                "words": taken_words(step, done.invited),
                "number": done.invited,
                "at": done.at,
                "is_next": False,
            }
        elif is_running:
            words = {"words": step.ahead, "number": 0, "at": None, "is_next": index == found.step}
        else:
            continue
        shown.append(words)
    return shown


def _for_author(work: Work, post: Post, found: Promise) -> str:
    return render(
        "promise/panel_author.html",
        post=post,
        promise=found,
        term=service.term(work, post, urgent=found.urgent),
        rungs=rungs(work, found),
    )


def _offer(work: Work, actor: Actor, post: Post) -> str | None:
    """Return what was said about an offer; to its author also the way to change it."""
    terms = queries.terms_of(work, [post.id or 0]).get(post.id or 0)
    is_mine = actor.member_id is not None and actor.member_id == post.author_id
    if terms is None and not is_mine:
        return None
    return render(
        "promise/panel_offer.html",
        post=post,
        terms=terms,
        is_mine=is_mine,
        parts=in_words(terms.parts) if terms else [],
        reach=REACH_WORDS[terms.reach] if terms else "",
    )
