"""From words to a post that neighbours can see, and what a moderator can say about it."""

from typing import Any

from b2b.accounts import queries as people
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.posts.events import PostChangeAsked, PostChanged, PostHidden, PostPlaced, PostRefused, PostSubmitted
from b2b.posts.models import Post
from b2b.posts.rules import EDITABLE, LIFE, POST_LIFECYCLE, CannotEdit, PostAction, PostState, PostWords
from b2b.posts.service.steps import bump, step


def submit(work: Work, author_id: int, municipality_id: int, words: PostWords) -> Post:
    """Make a post of the author's words: placed at once for who is trusted, else it waits for a moderator."""
    now = work.now()
    post = Post(
        reference=new_reference("V"),
        municipality_id=municipality_id,
        author_id=author_id,
        created_at=now,
        updated_at=now,
        **_columns(words),
    )
    work.add(post)
    work.flush()  # events and history carry its key
    judge(work, post)
    return post


def judge(work: Work, post: Post) -> None:
    """Place a waiting post of a trusted author; ask a moderator to read that of a newcomer."""
    if is_trusted(work, post.author_id):
        place(work, post)
    else:
        work.record(PostSubmitted(post.id or 0))


def edit(work: Work, post: Post, words: PostWords) -> None:
    """Change the author's words. What a newcomer changes goes back to a moderator.

    Raises CannotEdit when somebody helps already or the post is over. The kind stays what it was.
    """
    lock(work, post)
    if post.state not in EDITABLE:
        raise CannotEdit()
    before = post.neighbourhood_id
    for name, value in _columns(words).items():
        if name != "kind":
            setattr(post, name, value)
    post.updated_at = work.now()
    post.version += 1
    for place_id in sorted({before, post.neighbourhood_id}):  # one order, so that two edits never wait for each other
        bump(work, place_id)
    _after_edit(work, post)


def _after_edit(work: Work, post: Post) -> None:
    if post.state is PostState.CHANGE_ASKED:
        resubmit(work, post)
    elif post.state is PostState.WAITING:
        work.record(PostSubmitted(post.id or 0))
    elif is_trusted(work, post.author_id):
        work.record(PostChanged(post.id or 0))
    else:
        move(work, post, POST_LIFECYCLE, PostAction.HOLD)
        work.record(PostSubmitted(post.id or 0))


def resubmit(work: Work, post: Post) -> None:
    """Send the post to a moderator again after a change that one asked for."""
    step(work, post, PostAction.RESUBMIT)
    work.record(PostSubmitted(post.id or 0))


def place(work: Work, post: Post) -> None:
    """Let the neighbours see the post. It lives for LIFE from now on."""
    step(work, post, PostAction.PLACE)
    now = work.now()
    post.published_at = post.published_at or now
    post.expires_at = now + LIFE
    post.asked_still_needed_at = None
    work.flush()  # reactions read it
    work.record(PostPlaced(post.id or 0))


def ask_change(work: Work, post: Post) -> None:
    """Ask the author to change the post; the reason is in the moderator's decision."""
    step(work, post, PostAction.ASK_CHANGE)
    work.record(PostChangeAsked(post.id or 0))


def refuse(work: Work, post: Post) -> None:
    """Refuse the post; the reason is in the moderator's decision."""
    step(work, post, PostAction.REFUSE)
    post.closed_at = work.now()
    work.record(PostRefused(post.id or 0))


def hide(work: Work, post: Post) -> None:
    """Take a placed post out of sight."""
    step(work, post, PostAction.HIDE)
    work.record(PostHidden(post.id or 0))


def is_trusted(work: Work, member_id: int) -> bool:
    """Say whether the member's posts are placed without a moderator."""
    member = people.member(work, member_id)
    return member is not None and member.trusted_at is not None


def _columns(words: PostWords) -> dict[str, Any]:
    return {
        "kind": words.kind,
        "category": words.category,
        "task": words.task,
        "title": words.title,
        "body": words.body,
        "neighbourhood_id": words.neighbourhood_id,
        "when_words": words.when_words,
        "where_words": words.where_words,
        "for_somebody_else": words.for_somebody_else,
    }
