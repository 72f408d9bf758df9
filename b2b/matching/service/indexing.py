"""Keep what open posts are found by: written when one can be seen, gone when it cannot, read again after a change of words."""

from typing import Any, Protocol

from sqlalchemy import case, delete, insert, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.jobs.worker import Desk, Ticket
from b2b.matching.models import PostReading, PostTerm
from b2b.matching.queries import every_own_words, own_words
from b2b.matching.rules import of_post, version
from b2b.matching.rules.types import concepts_of_ticks, types_of_ticks
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState

READ = "matching:read"
"""The job that reads again what is stale."""
AT_ONCE = 200
"""Posts read again in one transaction: others wait no longer than a second."""
ROUNDS = 500


class PostEvent(Protocol):
    """Any event about a post."""

    @property
    def post_id(self) -> int: ...


def index(work: Work, post: Post) -> None:
    """Make the post findable by its words of today; what was kept of it before goes."""
    forget(work, post.id or 0)
    said = f"{post.body} {post.where_words}"
    own = own_words(work, post.municipality_id)
    types, ticked = types_of_ticks(post.ticks), concepts_of_ticks(post.ticks)
    terms = of_post(post.title, said, types, ticked, own)
    rows = [
        {
            "term": term,
            "municipality_id": post.municipality_id,
            "kind": post.kind,
            "post_id": post.id,
            "weight": weight,
        }
        for term, weight in terms.items()
    ]
    if rows:
        work.connection().execute(insert(PostTerm), rows)
    work.connection().execute(insert(PostReading), {"post_id": post.id, "version": own.version})


def forget(work: Work, post_id: int) -> None:
    """Make the post findable no more."""
    work.flush()  # what a reaction before this one changed is in the store before its terms go
    work.connection().execute(delete(PostTerm).where(col(PostTerm.post_id) == post_id))
    work.connection().execute(delete(PostReading).where(col(PostReading.post_id) == post_id))


def follow(work: Work, event: PostEvent) -> None:
    """React to whatever happened to a post: findable while it is open and not quiet, not otherwise."""
    post = posts.post(work, event.post_id)
    if post is not None and post.state is PostState.OPEN and not post.quiet:
        index(work, post)
    else:
        forget(work, event.post_id)


def read_again(work: Work) -> int:
    """Read open posts that this version of the analyzer, or of a municipality's words, has not read; return how many.

    At most AT_ONCE.
    """
    known = posts.open_posts(proven=True)
    versions = {town: words.version for town, words in every_own_words(work).items()}
    now: Any = case(versions, value=known.c.municipality_id, else_=version()) if versions else version()
    stale = (
        select(known.c.id)
        .join(
            PostReading,
            (col(PostReading.post_id) == known.c.id) & (col(PostReading.version) == now),
            isouter=True,
        )
        .where(col(PostReading.post_id).is_(None))
        .order_by(known.c.id)
        .limit(AT_ONCE)
    )
    waiting = list(work.connection().execute(stale).scalars())
    for post_id in waiting:
        post = posts.post(work, post_id)
        if post is not None:
            index(work, post)
    return len(waiting)


def reading_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Read again what is stale, a little at a time."""
    for _ in range(ROUNDS):
        with desk.writing() as work:
            done = read_again(work)
        if done < AT_ONCE:
            return
