"""What happens to a placed post: somebody helps, it is over, it comes back."""

from b2b.core.db import Work, lock
from b2b.posts.events import PostClosed, PostMatched, PostReopened, PostSubmitted, StillNeededAsked
from b2b.posts.models import Post
from b2b.posts.rules import LIFE, PostAction, PostState
from b2b.posts.service.publishing import is_trusted, place
from b2b.posts.service.steps import bump, step


def match(work: Work, post: Post) -> None:
    """Somebody was chosen: the post leaves the feed."""
    step(work, post, PostAction.MATCH)
    work.record(PostMatched(post.id or 0))


def unmatch(work: Work, post: Post) -> None:
    """The chosen one cannot help after all: the post is open again, on its old place in the feed."""
    step(work, post, PostAction.UNMATCH)
    _live_on(work, post)
    work.record(PostReopened(post.id or 0))


def fulfil(work: Work, post: Post) -> None:
    """It worked: the help was given."""
    step(work, post, PostAction.FULFIL)
    _close(work, post)


def withdraw(work: Work, post: Post) -> None:
    """The author takes the post back."""
    step(work, post, PostAction.WITHDRAW)
    _close(work, post)


def expire(work: Work, post: Post) -> None:
    """Nobody said that it is still needed: the post closes by itself."""
    step(work, post, PostAction.EXPIRE)
    _close(work, post)


def reopen(work: Work, post: Post) -> None:
    """Bring a closed post back, on top of the feed. What was withdrawn goes past a moderator, as when new."""
    step(work, post, PostAction.REOPEN)
    post.closed_at = None
    if post.state is PostState.OPEN:
        post.published_at = work.now()
        _live_on(work, post)
        work.flush()  # reactions read it
        work.record(PostReopened(post.id or 0))
    elif is_trusted(work, post.author_id):
        post.published_at = None
        place(work, post)
    else:
        post.published_at = None
        work.record(PostSubmitted(post.id or 0))


def ask_still_needed(work: Work, post: Post) -> None:
    """Ask the author whether an open post is still needed; once for each life of the post."""
    lock(work, post)
    if post.state is PostState.OPEN and post.asked_still_needed_at is None:
        post.asked_still_needed_at = work.now()
        work.record(StillNeededAsked(post.id or 0))


def keep(work: Work, post: Post) -> bool:
    """The author says that it is still needed: a new life. False when the post is not open (any more)."""
    lock(work, post)
    if post.state is not PostState.OPEN:
        return False
    _live_on(work, post)
    post.updated_at = work.now()
    bump(work, post.neighbourhood_id)
    return True


def _live_on(work: Work, post: Post) -> None:
    post.expires_at = work.now() + LIFE
    post.asked_still_needed_at = None


def _close(work: Work, post: Post) -> None:
    post.closed_at = work.now()
    work.record(PostClosed(post.id or 0))
