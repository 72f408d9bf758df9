"""What mails about posts say, looked up when they are sent."""

from typing import Any, Protocol

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from b2b.posts.tokens import still_needed_token


class News(Protocol):
    """What is known of a message to a member."""

    subject: Any
    member_id: int


def still_needed(work: Work, news: News) -> dict[str, Any] | None:
    """Return which post it is and the signed link; None when it is over, or the author answered already."""
    post = work.get(Post, news.subject["post"])
    if post is None or post.state is not PostState.OPEN or post.asked_still_needed_at is None:
        return None
    token = still_needed_token(post.reference, work.now())
    return {"title": post.title, "reference": post.reference, "token": token, "until": post.expires_at}


def asked_quietly(work: Work, news: News) -> dict[str, Any] | None:
    """Return who asks what of a neighbour; None when it is over, or they said "not now" already."""
    post = work.get(Post, news.subject["post_id"])
    if post is None or post.state is not PostState.OPEN or news.member_id not in post.invited:
        return None
    asker = people.names(work, [post.author_id]).get(post.author_id, "")
    return {"asker": asker, "title": post.title, "reference": post.reference}
