"""Keep the words of open posts: written when one can be seen, gone when it cannot."""

from typing import Protocol

from sqlalchemy import delete
from sqlmodel import col

from b2b.core.db import Work
from b2b.matching.models import PostWord
from b2b.matching.rules import weigh
from b2b.posts import queries as posts
from b2b.posts.categories import find_category
from b2b.posts.queries import Post
from b2b.posts.rules import PostState


class PostEvent(Protocol):
    """Any event about a post."""

    @property
    def post_id(self) -> int: ...


def index(work: Work, post: Post) -> None:
    """Make the post findable by its words of today; what was kept of it before goes."""
    forget(work, post.id or 0)
    category = find_category(post.category)
    task = category.task(post.task) if category else None
    about = f"{category.label if category else ''} {task.label if task else ''}"
    for word, weight in weigh(post.title, about, f"{post.body} {post.where_words} {post.when_words}").items():
        work.add(PostWord(post_id=post.id or 0, word=word, weight=weight))


def forget(work: Work, post_id: int) -> None:
    """Make the post findable no more."""
    work.flush()  # words added a moment ago go too
    work.connection().execute(delete(PostWord).where(col(PostWord.post_id) == post_id))


def follow(work: Work, event: PostEvent) -> None:
    """React to whatever happened to a post: findable while it is open, not otherwise."""
    post = posts.post(work, event.post_id)
    if post is not None and post.state is PostState.OPEN:
        index(work, post)
    else:
        forget(work, event.post_id)
