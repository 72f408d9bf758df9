"""From words to a post that neighbours can see, and what a moderator can say about it."""

from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import DAY, TooManyPosts, check
from b2b.accounts.service import pace
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.municipalities.queries import shut_hoods
from b2b.posts.events import (
    PostChangeAsked,
    PostChanged,
    PostHidden,
    PostPlaced,
    PostRefused,
    PostSetAside,
    PostSubmitted,
)
from b2b.posts.models import Post
from b2b.posts.queries.audience import usual_audience
from b2b.posts.queries.pace import written_since
from b2b.posts.reading import must_wait
from b2b.posts.rules import (
    EDITABLE,
    LIFE,
    POST_LIFECYCLE,
    Audience,
    CannotEdit,
    NotOpenHere,
    PostAction,
    PostKind,
    PostState,
    PostWords,
)
from b2b.posts.service.inviting import pick
from b2b.posts.service.steps import bump, step
from b2b.posts.ticks import packed


def submit(work: Work, author_id: int, municipality_id: int, words: PostWords) -> Post:
    """Make a post of the author's words: placed at once for who is trusted, else it waits for a moderator.

    Raises NotOpenHere, TooManyPosts or NotYetAllowed before anything has changed.
    """
    now = work.now()
    if words.neighbourhood_id in shut_hoods(work, municipality_id):
        raise NotOpenHere()
    _check_pace(work, author_id, words)
    post = Post(
        reference=new_reference("V"),
        municipality_id=municipality_id,
        author_id=author_id,
        created_at=now,
        updated_at=now,
        **_columns(words),
    )
    post.for_neighbours = words.for_neighbours or is_closed(work, municipality_id)
    work.add(post)
    work.flush()  # events and history carry its key
    pick(work, post, words.helpers)
    judge(work, post)
    return post


def judge(work: Work, post: Post) -> None:
    """Place a waiting post of a trusted author; ask a moderator to read that of a newcomer, or what a reader holds."""
    waits = must_wait(work, post)
    if is_trusted(work, post.author_id) and not waits:
        place(work, post)
    else:
        work.record(PostSubmitted(post.id or 0))


def edit(work: Work, post: Post, words: PostWords) -> None:
    """Change the author's words. What a newcomer changes goes back to a moderator.

    Raises NotYetAllowed, and CannotEdit when somebody helps already or the post is over. The kind stays what it was.
    """
    lock(work, post)
    if post.state not in EDITABLE:
        raise CannotEdit()
    pace.check_words(pace.allowance_of(work, post.author_id), *_said(words))
    before = post.neighbourhood_id
    for name, value in _columns(words).items():
        if name != "kind":
            setattr(post, name, value)
    post.for_neighbours = words.for_neighbours or is_closed(work, post.municipality_id)
    post.updated_at = work.now()
    post.version += 1
    for place_id in sorted({before, post.neighbourhood_id}):  # one order, so that two edits never wait for each other
        bump(work, place_id)
    _after_edit(work, post)


def _after_edit(work: Work, post: Post) -> None:
    waits = must_wait(work, post)
    if post.state is PostState.CHANGE_ASKED:
        resubmit(work, post)
    elif post.state is PostState.WAITING:
        work.record(PostSubmitted(post.id or 0))
    elif is_trusted(work, post.author_id) and not waits:
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
    post.closed_at = None
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


def set_aside(work: Work, post: Post) -> None:
    """Take an open post out of sight until a moderator has looked. Its conversations and appointments stay."""
    step(work, post, PostAction.HOLD)
    work.record(PostSetAside(post.id or 0))


def is_trusted(work: Work, member_id: int) -> bool:
    """Say whether the member's posts are placed without a moderator."""
    member = people.member(work, member_id)
    return member is not None and member.trusted_at is not None and not member.is_read_first(work.now())


def _columns(words: PostWords) -> dict[str, Any]:
    return {
        "kind": words.kind,
        "category": words.category,
        "task": words.task,
        "also": packed(words.ticks) if words.kind is PostKind.OFFER else "",
        "title": words.title,
        "body": words.body,
        "neighbourhood_id": words.neighbourhood_id,
        "when_words": words.when_words,
        "where_words": words.where_words,
        "for_somebody_else": words.for_somebody_else,
        "behalf": words.behalf if words.for_somebody_else else None,
        "meet_them": words.meet_them and words.for_somebody_else,
        "for_neighbours": words.for_neighbours,
        "quiet": words.quiet and words.kind is PostKind.REQUEST,
    }


def _said(words: PostWords) -> tuple[str, ...]:
    return words.title, words.body, words.when_words, words.where_words


def _check_pace(work: Work, author_id: int, words: PostWords) -> None:
    pace.take_turn(work, author_id)
    may, now = pace.allowance_of(work, author_id), work.now()
    check(written_since(work, author_id, now - DAY), may.posts_a_day, now, TooManyPosts)
    pace.check_words(may, *_said(words))


def is_closed(work: Work, municipality_id: int) -> bool:
    """Say whether all posts of this municipality are for neighbours only."""
    return usual_audience(work, municipality_id) is Audience.CLOSED


def close_to_strangers(work: Work, municipality_id: int) -> int:
    """Make every post of a municipality that chose so one for neighbours only; return how many.

    An author who wants that may open a post again when the municipality does.
    """
    if not is_closed(work, municipality_id):
        return 0
    work.flush()  # what was written a moment ago too
    ours = (col(Post.municipality_id) == municipality_id, col(Post.for_neighbours).is_(False))
    hoods = set(work.exec(select(Post.neighbourhood_id).where(*ours)))
    changed = update(Post).where(*ours).values(for_neighbours=True, version=col(Post.version) + 1)
    number = work.connection().execute(changed).rowcount
    for hood in sorted(hoods):
        bump(work, hood)
    return number
