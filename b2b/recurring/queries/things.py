"""A series, its turns and its team, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, select, union
from sqlalchemy.orm import aliased
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.queries.shared import BLOCKED, NAMES
from b2b.agreements.rules import LENGTH, Helped
from b2b.conversations.queries import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind
from b2b.recurring.models import Place, Series, Turn
from b2b.recurring.queries.lists import with_member
from b2b.recurring.rules import (
    AHEAD,
    IN_TEAM,
    LET_REST_AFTER,
    REMIND_BEFORE,
    STANDING,
    PlaceState,
    SeriesState,
    TurnState,
    may_see_address,
)


@dataclass(frozen=True)
class Around:
    """What stands around a series on a page: the post, and the conversation of the asker with this reader."""

    post_title: str
    post_kind: PostKind
    conversation_reference: str
    asker_name: str
    helper_name: str


@dataclass(frozen=True)
class Mate:
    """One place in the team, with a first name."""

    member_id: int
    name: str
    conversation_id: int
    state: PlaceState
    code_word: str
    sign: str
    address_seen_at: datetime | None
    helped: Helped | None


@dataclass(frozen=True)
class Candidate:
    """A neighbour who reacted to the post and can be asked for the team."""

    conversation_reference: str
    name: str


def series(work: Work, series_id: int) -> Series | None:
    """Return a series by its key."""
    return work.get(Series, series_id)


def by_reference(work: Work, reference: str) -> Series | None:
    """Return the series called `reference` ("R-…")."""
    return work.scalars(select(Series).where(col(Series.reference) == reference)).first()


def of_conversation(work: Work, conversation_id: int) -> Series | None:
    """Return the newest series in which this conversation has a place, or that these two proposed."""
    proposed = select(col(Series.id)).where(col(Series.conversation_id) == conversation_id)
    placed = (
        select(col(Place.series_id))
        .join(Conversation, col(Place.member_id).in_([col(Conversation.author_id), col(Conversation.responder_id)]))
        .where(col(Conversation.id) == conversation_id, col(Place.conversation_id) == conversation_id)
    )
    found = select(Series).where(col(Series.id).in_(union(proposed, placed)))
    return work.scalars(found.order_by(col(Series.id).desc()).limit(1)).first()


def standing_of_post(work: Work, post_id: int) -> list[Series]:
    """Return the series of a post that are proposed or run."""
    found = select(Series).where(col(Series.post_id) == post_id, col(Series.state).in_(sorted(STANDING)))
    return list(work.scalars(found.order_by(col(Series.id))))


def standing_with(work: Work, member_id: int) -> list[Series]:
    """Return the series that run in which this member asks or helps."""
    found = select(Series).where(col(Series.state) == SeriesState.RUNNING, col(Series.id).in_(with_member(member_id)))
    return list(work.scalars(found.order_by(col(Series.id))))


def turns(work: Work, series_id: int) -> list[Turn]:
    """Return every turn of a series, in order."""
    return list(work.scalars(select(Turn).where(col(Turn.series_id) == series_id).order_by(col(Turn.number))))


def turn(work: Work, turn_id: int) -> Turn | None:
    """Return a turn by its key."""
    return work.get(Turn, turn_id)


def turn_at(work: Work, series_id: int, number: int) -> Turn | None:
    """Return the turn with this number."""
    found = select(Turn).where(col(Turn.series_id) == series_id, col(Turn.number) == number)
    return work.scalars(found).first()


def ahead(work: Work, series_id: int, helper_id: int | None = None) -> list[Turn]:
    """Return the turns that still come, or only those of one helper."""
    found = select(Turn).where(
        col(Turn.series_id) == series_id, col(Turn.state).in_(sorted(AHEAD)), col(Turn.starts_at) > work.now()
    )
    if helper_id is not None:
        found = found.where(col(Turn.helper_id) == helper_id)
    return list(work.scalars(found.order_by(col(Turn.number))))


def place(work: Work, place_id: int) -> Place | None:
    """Return a place in a team by its key."""
    return work.get(Place, place_id)


def place_of(work: Work, series_id: int, member_id: int) -> Place | None:
    """Return the place of this member in the team of a series."""
    found = select(Place).where(col(Place.series_id) == series_id, col(Place.member_id) == member_id)
    return work.scalars(found).first()


def active(work: Work, series_id: int) -> list[Place]:
    """Return who helps in a series now, the first helper first."""
    found = select(Place).where(col(Place.series_id) == series_id, col(Place.state) == PlaceState.ACTIVE)
    return list(work.scalars(found.order_by(col(Place.id))))


def mates(work: Work, series_id: int) -> list[Mate]:
    """Return everybody who is asked or helps, with a first name: one statement."""
    found = (
        select(
            col(Place.member_id),
            NAMES.c.first_name,
            col(Place.conversation_id),
            col(Place.state),
            col(Place.code_word),
            col(Place.sign),
            col(Place.address_seen_at),
            col(Place.helped),
        )
        .join_from(Place, NAMES, NAMES.c.id == col(Place.member_id))
        .where(col(Place.series_id) == series_id, col(Place.state).in_(sorted(IN_TEAM)))
        .order_by(col(Place.id))
    )
    return [Mate(*row) for row in work.execute(found)]


def own_conversation(work: Work, found: Series, reader_id: int) -> int:
    """Return the conversation of this reader with who asked; of who asked, the one it began in."""
    own = place_of(work, found.id or 0, reader_id) if reader_id != found.asker_id else None
    return own.conversation_id if own else found.conversation_id


def around(work: Work, found: Series, conversation_id: int) -> Around:
    """Return what the two of this conversation see around a series: never a conversation of others."""
    asker, helper = NAMES.alias("asker"), NAMES.alias("helper")
    row = work.execute(
        select(
            col(Post.title),
            col(Post.kind),
            col(Conversation.reference),
            asker.c.first_name.label("asker_name"),
            helper.c.first_name.label("helper_name"),
        )
        .join_from(Post, Conversation, col(Conversation.post_id) == col(Post.id))
        .join(asker, asker.c.id == found.asker_id)
        .join(helper, helper.c.id == found.helper_id)
        .where(col(Conversation.id) == conversation_id)
    ).one()
    return Around(*row)


def candidates(work: Work, found: Series) -> list[Candidate]:
    """Return who reacted to the request, was not chosen, and was not asked for the team before, oldest first."""
    taken = aliased(Place)
    asked = exists().where(
        col(taken.series_id) == found.id,
        col(taken.member_id) == col(Conversation.responder_id),
        col(taken.state) != PlaceState.LEFT,
    )
    rows = work.execute(
        select(col(Conversation.reference), NAMES.c.first_name)
        .join_from(Conversation, NAMES, NAMES.c.id == col(Conversation.responder_id))
        .where(
            col(Conversation.post_id) == found.post_id,
            col(Conversation.author_id) == found.asker_id,
            col(Conversation.state).in_([ConversationState.OPEN, ConversationState.NOT_CHOSEN]),
            col(Conversation.not_now_at).is_(None),
            col(Conversation.responder_id).not_in(select(BLOCKED.c.id)),
            ~asked,
        )
        .order_by(col(Conversation.id)),
        {"member": found.asker_id},
    )
    return [Candidate(*row) for row in rows]


def address_for(work: Work, found: Series, member_id: int, known: Sequence[Turn] | None = None) -> str | None:
    """Return the address when this helper may know it now: their own turn is near, and nobody blocked anybody.

    `known`: the turns of the series, when they were read before.
    """
    if found.address is None or found.state is not SeriesState.RUNNING:
        return None
    read = turns(work, found.id or 0) if known is None else known
    mine = [one.starts_at for one in read if one.helper_id == member_id and one.state is TurnState.PLANNED]
    if not may_see_address(mine, work.now()) or people.are_blocked(work, found.asker_id, member_id):
        return None
    return found.address


def went_well(work: Work, conversation_id: int) -> bool:
    """Say whether the helper of this conversation came at least once in a series."""
    found = (
        select(col(Turn.id))
        .join_from(
            Turn,
            Place,
            and_(col(Place.series_id) == col(Turn.series_id), col(Place.member_id) == col(Turn.helper_id)),
        )
        .where(col(Place.conversation_id) == conversation_id, col(Turn.state) == TurnState.DONE)
    )
    return work.scalars(found.limit(1)).first() is not None


def due_to_remind(work: Work, limit: int) -> list[Turn]:
    """Return up to `limit` turns that begin within a day and of which nobody was reminded."""
    now = work.now()
    found = select(Turn).where(
        col(Turn.state).in_(sorted(AHEAD)),
        col(Turn.starts_at) > now,
        col(Turn.starts_at) <= now + REMIND_BEFORE,
        col(Turn.reminded_at).is_(None),
    )
    return list(work.scalars(found.order_by(col(Turn.starts_at), col(Turn.id)).limit(limit)))


def due_to_rest(work: Work, limit: int) -> list[Turn]:
    """Return up to `limit` turns that are over: of which nobody said anything in a week, or that nobody took."""
    now = work.now()
    found = select(Turn).where(
        ((col(Turn.state) == TurnState.PLANNED) & (col(Turn.starts_at) <= now - LET_REST_AFTER))
        | ((col(Turn.state) == TurnState.OPEN) & (col(Turn.starts_at) <= now))
    )
    return list(work.scalars(found.order_by(col(Turn.starts_at), col(Turn.id)).limit(limit)))


def due_to_finish(work: Work, limit: int) -> list[Series]:
    """Return up to `limit` series that run and of which no turn is still to come or going on."""
    coming = exists().where(
        col(Turn.series_id) == col(Series.id),
        col(Turn.state).in_(sorted(AHEAD)),
        col(Turn.starts_at) > work.now() - LENGTH,
    )
    found = select(Series).where(col(Series.state) == SeriesState.RUNNING, ~coming)
    return list(work.scalars(found.order_by(col(Series.id)).limit(limit)))
