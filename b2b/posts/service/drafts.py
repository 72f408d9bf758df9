"""Answers so far: kept at each step, taken along when somebody signs in, made a post once."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import String, cast, delete, update
from sqlmodel import col

from b2b.consent import service as consent
from b2b.consent.rules import help_subject
from b2b.core.db import Work, lock
from b2b.core.ids import new_reference
from b2b.posts.models import Draft, Post
from b2b.posts.rules import DRAFT_KEPT, DRAFT_LIFE, DraftExpired, PostKind
from b2b.posts.service.publishing import submit
from b2b.posts.wizard import ticks, words


def start_draft(
    work: Work,
    municipality_id: int,
    kind: PostKind,
    answers: Mapping[str, Any],
    *,
    member_id: int | None,
    browser_key: bytes | None,
) -> Draft:
    """Begin a post with the first answers. A member owns the draft; without an account the browser with this key does."""
    now = work.now()
    draft = Draft(
        reference=new_reference("K"),
        municipality_id=municipality_id,
        member_id=member_id,
        browser_key=None if member_id else browser_key,
        kind=kind,
        answers=dict(answers),
        created_at=now,
        updated_at=now,
        expires_at=now + DRAFT_LIFE,
    )
    work.add(draft)
    return draft


def save_answers(work: Work, draft: Draft, answers: Mapping[str, Any], *, member_id: int | None) -> None:
    """Add `answers` to the draft; it lives for DRAFT_LIFE from now on. Raises DraftExpired."""
    _hold(work, draft)
    if draft.post_id is not None:
        return
    draft.answers = {**draft.answers, **answers}
    draft.updated_at = work.now()
    draft.expires_at = work.now() + DRAFT_LIFE
    _own(draft, member_id)


def adopt_drafts(work: Work, member_id: int, browser_key: bytes) -> int:
    """Give the drafts of this browser to who signed in on it; return how many."""
    mine = update(Draft).where(col(Draft.browser_key) == browser_key, col(Draft.member_id).is_(None))
    return work.connection().execute(mine.values(member_id=member_id, browser_key=None)).rowcount


def finish_draft(work: Work, draft: Draft, member_id: int, *, seen: Collection[str]) -> Post:
    """Make the draft a post, once: whoever asks again gets the same post.

    `seen` are the hashes of the disclaimers that the author accepted: of each kind of help one. Raises DraftExpired,
    DraftIncomplete, or consent's TermsChanged before anything has changed.
    """
    _hold(work, draft)
    if draft.post_id is not None:
        return work.get_one(Post, draft.post_id)
    said = words(draft.kind, draft.answers)
    subjects = [help_subject(one.category) for one in ticks(draft.answers)]
    terms = consent.agree_to_each(work, draft.municipality_id, subjects, seen)
    post = submit(work, member_id, draft.municipality_id, said)
    for text in terms:
        consent.accept(work, member_id, text, post_id=post.id)
    draft.post_id = post.id
    draft.answers = {}
    _own(draft, member_id)
    return post


def drop_draft(work: Work, draft: Draft) -> None:
    """Throw the draft away: its author does not want it any more."""
    work.delete(draft)


def purge_drafts(work: Work) -> int:
    """Wipe the words of expired drafts and forget the rows later; return how many rows went."""
    now = work.now()
    # However long the worker stood still: what still has words loses them, and what is empty is not written again.
    expired = update(Draft).where(col(Draft.expires_at) < now, cast(col(Draft.answers), String) != "{}")
    work.connection().execute(expired.values(answers={}))
    gone = delete(Draft).where(col(Draft.expires_at) < now - DRAFT_KEPT)
    return work.connection().execute(gone).rowcount


def _hold(work: Work, draft: Draft) -> None:
    lock(work, draft)
    if draft.post_id is None and draft.expires_at < work.now():
        raise DraftExpired()


def _own(draft: Draft, member_id: int | None) -> None:
    if member_id is not None and draft.member_id is None:
        draft.member_id, draft.browser_key = member_id, None
