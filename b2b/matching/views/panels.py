"""What matching adds to the pages of posts: neighbours who may help, questions that fit, posts that look alike."""

from typing import Any

from b2b.accounts import queries as people
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.matching import queries
from b2b.matching.fitting import fitting_posts, reader_of
from b2b.matching.queries import Hit
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts.labels import INVITATION_WORDS
from b2b.posts.queries import Post
from b2b.posts.rules import ASKED_MOST, PostKind, PostState
from b2b.web.pages import render

SHOWN = 5
ALIKE = 3


def fitting_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return, on the page of an open post, what fits it for its author, and what looks like it for others."""
    if post.state is not PostState.OPEN or actor.member_id is None or post.quiet:
        return None
    reader = reader_of(work, actor.member_id, actor.proven, post.municipality_id, post.neighbourhood_id)
    if actor.member_id == post.author_id:
        said = {"title": post.title, "body": post.body, "ticks": post.ticks}
        found = fitting_posts(work, reader, post.kind, said, post.when_words, SHOWN)
        return _drawn(work, post.municipality_id, post.kind, found)
    alike = queries.similar(work, post, reader, ALIKE)
    known = places(work, post.municipality_id)
    return (
        render("matching/similar.html", posts=[(row, known.label(row.neighbourhood_id)) for row in alike])
        if alike
        else None
    )


def quiet_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return, for its author and moderators, whom a quiet request was asked of; for who was asked, what they can say."""
    if not post.quiet:
        return None
    asked = posts.invitations(work, post.id or 0)
    mine = next((each for each in asked if each.member_id == actor.member_id), None)
    if mine is not None:
        return render("matching/asked.html", post=post, is_open=post.state is PostState.OPEN)
    names = people.names(work, [each.member_id for each in asked])
    told = [(names.get(each.member_id, ""), INVITATION_WORDS[each.state]) for each in asked]
    more = post.state is PostState.OPEN and len(asked) < ASKED_MOST
    return render("matching/quiet.html", post=post, told=told, more=more)


def draft_panel(work: Work, actor: Actor, draft: Any) -> str | None:
    """Return, before a post is placed, the neighbours who may help or the open questions that fit."""
    said = draft.answers
    if not said.get("neighbourhood_id") or not said.get("title"):
        return None
    reader = reader_of(work, actor.member_id, actor.proven, draft.municipality_id, said["neighbourhood_id"])
    found = fitting_posts(work, reader, draft.kind, said, said.get("when", ""), SHOWN)
    return _drawn(work, draft.municipality_id, draft.kind, found)


def _drawn(work: Work, municipality_id: int, kind: PostKind, found: list[Hit]) -> str | None:
    if not found:
        return None
    known = places(work, municipality_id)
    rows = [
        {
            "row": hit.row,
            "place": known.label(hit.row.neighbourhood_id),
            "metres": _rounded(hit.km),
            "why": hit.why,
            "moment": hit.moment,
        }
        for hit in found
    ]
    return render("matching/fitting.html", hits=rows, asking=kind is PostKind.REQUEST)


def _rounded(km: float | None) -> int | None:
    """Return metres as one says them: to a hundred, and never a false exactness within a neighbourhood."""
    return None if km is None or km < 0.05 else max(100, round(km * 10) * 100)
