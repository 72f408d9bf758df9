"""What matching adds to the pages of posts: neighbours who may help, questions that fit, posts that look alike."""

from typing import Any

from b2b.accounts import queries as people
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.matching import queries
from b2b.matching.queries import Hit, Reader
from b2b.matching.rules import of_question
from b2b.matching.rules.types import types_of
from b2b.municipalities.queries import places
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.web.pages import render

SHOWN = 5
ALIKE = 3
OTHER = {PostKind.REQUEST: PostKind.OFFER, PostKind.OFFER: PostKind.REQUEST}


def fitting_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return, on the page of an open post, what fits it for its author, and what looks like it for others."""
    if post.state is not PostState.OPEN or actor.member_id is None:
        return None
    reader = _reader(work, actor, post.municipality_id, post.neighbourhood_id)
    if actor.member_id == post.author_id:
        said = {"title": post.title, "body": post.body, "category": post.category, "task": post.task}
        found = _fitting(work, reader, post.kind, said, post.when_words)
        return _drawn(work, post.municipality_id, post.kind, found)
    alike = queries.similar(work, post, reader, ALIKE)
    known = places(work, post.municipality_id)
    return (
        render("matching/similar.html", posts=[(row, known.label(row.neighbourhood_id)) for row in alike])
        if alike
        else None
    )


def draft_panel(work: Work, actor: Actor, draft: Any) -> str | None:
    """Return, before a post is placed, the neighbours who may help or the open questions that fit."""
    said = draft.answers
    if not said.get("neighbourhood_id") or not said.get("title"):
        return None
    reader = _reader(work, actor, draft.municipality_id, said["neighbourhood_id"])
    found = _fitting(work, reader, draft.kind, said, said.get("when", ""))
    return _drawn(work, draft.municipality_id, draft.kind, found)


def _fitting(work: Work, reader: Reader, kind: PostKind, said: Any, when_words: str) -> list[Hit]:
    types = types_of(said.get("category", ""), said.get("task", "") or "")
    question = of_question(said.get("title", ""), said.get("body", ""), types)
    order = queries.fitting(work, question, reader, kinds=(OTHER[kind],), when_words=when_words)
    return queries.hits(work, question, order[:SHOWN])


def _reader(work: Work, actor: Actor, municipality_id: int, hood_id: int) -> Reader:
    hood = places(work, municipality_id).hoods.get(hood_id)
    hoods = (hood_id, *hood.adjacent) if hood else (hood_id,)
    blocked = people.blocked_ids(work, actor.member_id)
    return Reader(municipality_id, hoods, actor.member_id, blocked, actor.proven)


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
