"""An offer that stands is for more, or for less, than it was."""

from collections.abc import Collection

from b2b.consent import service as consent
from b2b.consent.rules import help_subject
from b2b.core.db import Work, lock
from b2b.posts.models import Post
from b2b.posts.rules import EDITABLE, CannotEdit, PostKind, PostWords
from b2b.posts.service.publishing import edit
from b2b.posts.ticks import Ticks


def choose_kinds(work: Work, post: Post, chosen: Ticks, *, seen: Collection[str]) -> None:
    """Make an offer one for these kinds of help; the main one stays. As with other changes a newcomer's is read again.

    `seen` are the hashes of the disclaimers that were read, of each kind that is new one. Raises TermsChanged,
    CannotEdit and what `edit` raises, before anything has changed.
    """
    lock(work, post)
    if post.kind is not PostKind.OFFER or post.state not in EDITABLE or chosen[0].category != post.category:
        raise CannotEdit()
    known = {one.category for one in post.ticks}
    subjects = [help_subject(one.category) for one in chosen if one.category not in known]
    terms = consent.agree_to_each(work, post.municipality_id, subjects, seen)
    edit(work, post, _words(post, chosen))
    for text in terms:
        consent.accept(work, post.author_id, text, post_id=post.id)


def _words(post: Post, chosen: Ticks) -> PostWords:
    return PostWords(
        kind=post.kind,
        category=post.category,
        task=chosen[0].tasks[0] if chosen[0].tasks else "",
        ticks=chosen,
        title=post.title,
        body=post.body,
        neighbourhood_id=post.neighbourhood_id,
        when_words=post.when_words,
        where_words=post.where_words,
        for_neighbours=post.for_neighbours,
    )
