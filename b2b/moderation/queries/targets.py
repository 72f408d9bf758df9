"""What can be reported and judged: a post, a message, a thank-you, a member, seen as one kind of thing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from b2b.accounts import queries as people
from b2b.accounts.queries.people import Profile
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Message
from b2b.core.db import Work
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import ReviewState, TargetKind
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.thanks import queries as thank_yous
from b2b.thanks.queries import Thanks


@dataclass(frozen=True)
class Target:
    """What an item is about. `state` is that of a post or a thank-you; "shown" or "hidden" for a message."""

    kind: TargetKind
    id: int
    municipality_id: int
    neighbourhood_id: int
    author_id: int
    state: str
    words: str
    other_party_id: int | None = None
    thing: Any = None

    @property
    def hash(self) -> str:
        """Return the SHA-256 of its words: proof of what was reported or judged."""
        return sha256(self.words.encode()).hexdigest()


@dataclass(frozen=True)
class Finder:
    """How a feature on a floor above lets its things be reported: by their letter, as a Target."""

    letter: str
    by_reference: Callable[[Work, str], Target | None]
    by_id: Callable[[Work, int], Target | None]


ELSEWHERE: dict[TargetKind, Finder] = {}
"""Kinds of things of floors above (hand-overs); filled in b2b/reactions."""


def target(work: Work, item: ReviewItem) -> Target | None:
    """Return what an item is about; None when the row is gone."""
    if item.target_kind is TargetKind.POST:
        return _of_post(posts.post(work, item.target_id))
    if item.target_kind is TargetKind.MESSAGE:
        found = _of_message(work, conversations.message(work, item.target_id))
        waits = item.precaution_at is not None and item.state is ReviewState.WAITING
        # Put aside until a person looks: nobody has decided to hide it yet.
        return replace(found, state="shown") if found is not None and waits else found
    if item.target_kind is TargetKind.THANKS:
        return _of_thanks(thank_yous.thanks(work, item.target_id))
    if item.target_kind in ELSEWHERE:
        return ELSEWHERE[item.target_kind].by_id(work, item.target_id)
    return _of_member(people.member(work, item.target_id))


def target_by_reference(work: Work, reference: str, municipality_id: int) -> Target | None:
    """Return the thing with this reference in this municipality, whatever its state, or None."""
    if reference.startswith("V"):
        found = _of_post(posts.post_by_reference(work, reference))
    elif reference.startswith("M"):
        found = _of_message(work, conversations.message_by_reference(work, reference))
    elif reference.startswith("D"):
        found = _of_thanks(thank_yous.by_reference(work, reference))
    elif reference.startswith("B"):
        found = _of_member(people.member_by_reference(work, reference))
    else:
        found = next(
            (one.by_reference(work, reference) for one in ELSEWHERE.values() if reference[0] == one.letter), None
        )
    return found if found is not None and found.municipality_id == municipality_id else None


def _of_post(post: Post | None) -> Target | None:
    if post is None:
        return None
    words = "\n".join((post.title, post.body, post.when_words, post.where_words))
    return Target(
        TargetKind.POST,
        post.id or 0,
        post.municipality_id,
        post.neighbourhood_id,
        post.author_id,
        str(post.state),
        words,
        thing=post,
    )


def _of_message(work: Work, message: Message | None) -> Target | None:
    conversation = conversations.conversation(work, message.conversation_id) if message else None
    if message is None or conversation is None:
        return None
    return Target(
        TargetKind.MESSAGE,
        message.id or 0,
        message.municipality_id,
        conversation.neighbourhood_id,
        message.author_id,
        "hidden" if message.hidden_at else "shown",
        message.body,
        other_party_id=conversation.other(message.author_id),
        thing=message,
    )


def _of_thanks(thanks: Thanks | None) -> Target | None:
    if thanks is None:
        return None
    return Target(
        TargetKind.THANKS,
        thanks.id or 0,
        thanks.municipality_id,
        thanks.neighbourhood_id,
        thanks.author_id,
        str(thanks.state),
        thanks.body,
        other_party_id=thanks.receiver_id,
        thing=thanks,
    )


def _of_member(member: Profile | None) -> Target | None:
    if member is None:
        return None
    return Target(
        TargetKind.MEMBER,
        member.id,
        member.municipality_id,
        member.neighbourhood_id,
        member.id,
        str(member.state),
        member.first_name,
        thing=member,
    )
