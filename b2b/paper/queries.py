"""Who waits in the lane, and everything the desk needs of one person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.queries import Profile
from b2b.agreements import queries as meetings
from b2b.agreements.queries import Agreement
from b2b.conversations import queries as talks
from b2b.conversations.queries import Conversation
from b2b.conversations.queries.reading import Reading, reading
from b2b.conversations.queries.things import REACTIONS_SHOWN
from b2b.core.db import Work
from b2b.notifications import queries as news
from b2b.notifications.queries import Unread
from b2b.paper.models import PaperCall, PaperPerson
from b2b.paper.rules import CALLS_SHOWN, CallOutcome
from b2b.posts import queries as posts
from b2b.posts.queries import CardRow

NO_NEWS = Unread(0, None)


@dataclass(frozen=True)
class LaneRow:
    """One person in the lane, with what waits and the last word with them."""

    person: Profile
    news: Unread
    called_at: datetime | None
    outcome: CallOutcome | None


@dataclass(frozen=True)
class Talk:
    """One neighbour who reacted: what was said, and the appointment these two have or had."""

    conversation: Conversation
    reading: Reading
    agreement: Agreement | None


def lane(work: Work, municipality_id: int, hoods: frozenset[int] | None) -> list[LaneRow]:
    """Return who takes part without e-mail, whose news waits longest first; `hoods` None: everywhere."""
    found = people.without_address(work, municipality_id, hoods)
    ids = [one.id for one in found]
    waiting, calls = news.unread_of_members(work, ids), _last_calls(work, ids)
    rows = [
        LaneRow(one, waiting.get(one.id, NO_NEWS), *(calls.get(one.id) or (None, None))) for one in found
    ]  # Stable: who has no news stays in the order of names.
    return sorted(rows, key=lambda row: (row.news.since is None, row.news.since or work.now()))


def person_of(work: Work, member_id: int) -> PaperPerson | None:
    """Return how this member came in at the desk."""
    return work.scalars(select(PaperPerson).where(col(PaperPerson.member_id) == member_id)).first()


def made_once(work: Work, once: str) -> PaperPerson | None:
    """Return the person that was made with this token."""
    return work.scalars(select(PaperPerson).where(col(PaperPerson.once) == once)).first()


def called_once(work: Work, once: str) -> PaperCall | None:
    """Return the call that was written down with this token."""
    return work.scalars(select(PaperCall).where(col(PaperCall.once) == once)).first()


def calls(work: Work, member_id: int) -> list[PaperCall]:
    """Return the last calls with this member, newest first."""
    found = select(PaperCall).where(col(PaperCall.member_id) == member_id)
    return list(work.scalars(found.order_by(col(PaperCall.id).desc()).limit(CALLS_SHOWN)))


def talks_about(work: Work, member_id: int, row: CardRow) -> list[Talk]:
    """Return who reacted to a request of this member, the first first."""
    return [talk_of(work, member_id, one) for one in talks.of_post(work, row.id)[:REACTIONS_SHOWN]]


def talk_of(work: Work, member_id: int, conversation: Conversation) -> Talk:
    """Return one conversation of this member with its appointment."""
    said = reading(work, conversation, member_id)
    return Talk(conversation, said, meetings.newest(work, conversation.id or 0))


def requests_of(work: Work, member_id: int) -> list[CardRow]:
    """Return the requests of this member, newest first."""
    return posts.mine(work, member_id)


def with_phone() -> Any:
    """Return the statement that finds whose telephone number is kept."""
    kept: Any = select(col(PaperPerson.id), col(PaperPerson.member_id))
    return kept.where(col(PaperPerson.phone).is_not(None))


def _last_calls(work: Work, member_ids: list[int]) -> dict[int, tuple[datetime, CallOutcome]]:
    last = select(func.max(col(PaperCall.id))).where(col(PaperCall.member_id).in_(member_ids))
    found = select(col(PaperCall.member_id), col(PaperCall.at), col(PaperCall.outcome)).where(
        col(PaperCall.id).in_(last.group_by(col(PaperCall.member_id)))
    )
    return {row.member_id: (row.at, row.outcome) for row in work.connection().execute(found)}
