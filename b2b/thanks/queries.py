"""Questions about thank-yous."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.queries.shared import NAMES
from b2b.agreements import queries as agreements
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Conversation
from b2b.core.db import Work
from b2b.recurring import queries as recurring
from b2b.thanks.models import Thanks
from b2b.thanks.rules import SHOWN_MAX, Reach, ThanksState, reaches

__all__ = [
    "Line",
    "Thanks",
    "between",
    "by_reference",
    "of_neighbourhood",
    "reaches_of",
    "standing",
    "thanked",
    "thanks",
    "went_well",
]


@dataclass(frozen=True)
class Line:
    """A thank-you on the page of a neighbourhood."""

    reference: str
    body: str
    at: datetime
    author_id: int
    receiver_id: int
    author: str
    receiver: str


def thanks(work: Work, thanks_id: int) -> Thanks | None:
    """Return a thank-you by its key."""
    return work.get(Thanks, thanks_id)


def by_reference(work: Work, reference: str) -> Thanks | None:
    """Return the thank-you called `reference` ("D-…"): for a notice about it."""
    return work.scalars(select(Thanks).where(col(Thanks.reference) == reference)).first()


def standing(work: Work, conversation_id: int, author_id: int) -> Thanks | None:
    """Return what this member said in this conversation and did not take back."""
    found = select(Thanks).where(
        col(Thanks.conversation_id) == conversation_id,
        col(Thanks.author_id) == author_id,
        col(Thanks.state) != ThanksState.WITHDRAWN,
    )
    return work.scalars(found).first()


def between(work: Work, conversation_id: int, reader_id: int) -> list[Thanks]:
    """Return the thank-yous of a conversation that one of the two may read, oldest first."""
    found = select(Thanks).where(
        col(Thanks.conversation_id) == conversation_id,
        col(Thanks.state) != ThanksState.WITHDRAWN,
        or_(col(Thanks.author_id) == reader_id, col(Thanks.state) == ThanksState.SHOWN),
    )
    return list(work.scalars(found.order_by(col(Thanks.id))))


def went_well(work: Work, conversation_id: int, member_id: int) -> bool:
    """Say whether the help that this conversation was about took place: once, or one time of a series."""
    return agreements.went_well(work, conversation_id, member_id) or recurring.went_well(work, conversation_id)


def reaches_of(work: Work, conversation: Conversation) -> tuple[Reach, ...]:
    """Return who may read a thank-you about this help."""
    at_desk = bool(people.without_address_among(work, conversation.participants))
    return reaches(quiet=conversations.post_of(work, conversation).quiet, at_desk=at_desk)


def of_neighbourhood(work: Work, neighbourhood_id: int, reader_id: int | None, *, proven: bool) -> list[Line]:
    """Return the newest public thank-yous of a neighbourhood, at most SHOWN_MAX.

    Not those of or for somebody whom this reader (None: a visitor) does not meet, nor of who cannot take part now.
    """
    writers, thanked = NAMES.alias("writers"), NAMES.alias("thanked")
    unseen = people.blocked_ids(work, reader_id)
    found = (
        select(
            col(Thanks.reference),
            col(Thanks.body),
            col(Thanks.shown_at),
            col(Thanks.author_id),
            col(Thanks.receiver_id),
            writers.c.first_name,
            thanked.c.first_name,
        )
        .join_from(Thanks, writers, writers.c.id == col(Thanks.author_id))
        .join(thanked, thanked.c.id == col(Thanks.receiver_id))
        .where(
            col(Thanks.neighbourhood_id) == neighbourhood_id,
            col(Thanks.state) == ThanksState.SHOWN,
            col(Thanks.reach) == Reach.PUBLIC,
            col(Thanks.body) != "",  # of who left, the words are gone
            col(Thanks.author_id).not_in(unseen),
            col(Thanks.receiver_id).not_in(unseen),
        )
        .order_by(col(Thanks.shown_at).desc(), col(Thanks.id).desc())
        .limit(SHOWN_MAX)
    )
    if not proven:
        found = found.where(~col(Thanks.for_neighbours))
    return [Line(*row) for row in work.execute(found)]


def thanked(work: Work, notification: Any) -> dict[str, Any] | None:
    """Tell whom it is for that somebody said thank you; None when it was taken back or hidden."""
    found = thanks(work, notification.subject["thanks_id"])
    if found is None or not found.is_published or not found.body:
        return None
    return {
        "reference": found.reference,
        "name": people.names(work, [found.author_id]).get(found.author_id, ""),
        "is_public": found.is_public,
    }
