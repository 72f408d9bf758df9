"""Appointments and what was said about them, one by one or per page."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, case, exists, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import NAMES
from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.rules import (
    ADDRESS_GONE_AFTER,
    LOOK_BACK_AFTER,
    LOOK_BACK_UNTIL,
    PAGE_SIZE,
    REMIND_BEFORE,
    STANDING,
    AgreementState,
    CancelReason,
    Happened,
    can_tell,
    is_shareable,
)
from b2b.conversations.queries import Conversation
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind
from b2b.web.paging import Cursor


@dataclass(frozen=True)
class Surroundings:
    """What stands around an appointment on a page: the post, the conversation, the other person."""

    conversation_reference: str
    post_reference: str
    post_title: str
    post_kind: PostKind
    other_name: str


@dataclass(frozen=True)
class AgreementRow:
    """One appointment in a list."""

    id: int
    reference: str
    state: AgreementState
    starts_at: datetime
    place: str
    proposed_by_me: bool
    post_title: str
    post_kind: PostKind
    other_name: str


_FARTHEST = Cursor(datetime(9999, 1, 1, tzinfo=UTC), 0)
_other_id = case(
    (col(Agreement.asker_id) == bindparam("me"), col(Agreement.helper_id)), else_=col(Agreement.asker_id)
)
_AROUND = (
    select(
        col(Conversation.reference),
        col(Post.reference).label("post_reference"),
        col(Post.title),
        col(Post.kind),
        NAMES.c.first_name,
    )
    .join_from(Agreement, Conversation, col(Conversation.id) == col(Agreement.conversation_id))
    .join(Post, col(Post.id) == col(Agreement.post_id))
    .join(NAMES, NAMES.c.id == _other_id)
    .where(col(Agreement.id) == bindparam("id"))
)
_ROWS = (
    select(
        col(Agreement.id),
        col(Agreement.reference),
        col(Agreement.state),
        col(Agreement.starts_at),
        col(Agreement.place),
        (col(Agreement.proposed_by_id) == bindparam("me")).label("proposed_by_me"),
        col(Post.title),
        col(Post.kind),
        NAMES.c.first_name,
    )
    .join_from(Agreement, Post, col(Post.id) == col(Agreement.post_id))
    .join(NAMES, NAMES.c.id == _other_id)
    .where(or_(col(Agreement.asker_id) == bindparam("me"), col(Agreement.helper_id) == bindparam("me")))
)
_COMING = (
    _ROWS.where(col(Agreement.state).in_(sorted(STANDING)), col(Agreement.starts_at) > bindparam("now"))
    .order_by(col(Agreement.starts_at), col(Agreement.id))
    .limit(PAGE_SIZE)
)
_EARLIER = (
    _ROWS.where(
        or_(col(Agreement.state).not_in(sorted(STANDING)), col(Agreement.starts_at) <= bindparam("now")),
        or_(
            col(Agreement.starts_at) < bindparam("before_at"),
            (col(Agreement.starts_at) == bindparam("before_at")) & (col(Agreement.id) < bindparam("before_id")),
        ),
    )
    .order_by(col(Agreement.starts_at).desc(), col(Agreement.id).desc())
    .limit(PAGE_SIZE + 1)
)


def surroundings(work: Work, agreement: Agreement, member_id: int) -> Surroundings:
    """Return what one of the two sees around an appointment."""
    return Surroundings(*work.connection().execute(_AROUND, {"id": agreement.id, "me": member_id}).one())


def coming(work: Work, member_id: int) -> list[AgreementRow]:
    """Return somebody's proposals and appointments that are still to come, soonest first."""
    rows = work.connection().execute(_COMING, {"me": member_id, "now": work.now()})
    return [AgreementRow(*row) for row in rows]


def earlier(work: Work, member_id: int, before: Cursor | None = None) -> tuple[list[AgreementRow], Cursor | None]:
    """Return a page of appointments that are over or came to nothing, and where the next page starts."""
    from_here = before or _FARTHEST
    values = {"me": member_id, "now": work.now(), "before_at": from_here.at, "before_id": from_here.id}
    rows = [AgreementRow(*row) for row in work.connection().execute(_EARLIER, values)]
    shown = rows[:PAGE_SIZE]
    return shown, Cursor(shown[-1].starts_at, shown[-1].id) if len(rows) > PAGE_SIZE else None


def agreement(work: Work, agreement_id: int) -> Agreement | None:
    """Return an appointment by its key."""
    return work.get(Agreement, agreement_id)


def by_reference(work: Work, reference: str) -> Agreement | None:
    """Return the appointment called `reference` ("A-…")."""
    return work.scalars(select(Agreement).where(col(Agreement.reference) == reference)).first()


def standing(work: Work, conversation_id: int) -> Agreement | None:
    """Return the one appointment (or proposal) that two people have now."""
    found = select(Agreement).where(
        col(Agreement.conversation_id) == conversation_id, col(Agreement.state).in_(sorted(STANDING))
    )
    return work.scalars(found).first()


def newest(work: Work, conversation_id: int) -> Agreement | None:
    """Return what two people last agreed on or proposed, however it ended."""
    found = select(Agreement).where(col(Agreement.conversation_id) == conversation_id)
    return work.scalars(found.order_by(col(Agreement.id).desc()).limit(1)).first()


def ahead_of(work: Work, member_id: int) -> list[Agreement]:
    """Return the appointments of a member that still have to come, the soonest first."""
    found = select(Agreement).where(
        or_(col(Agreement.asker_id) == member_id, col(Agreement.helper_id) == member_id),
        col(Agreement.state).in_(STANDING),
        col(Agreement.starts_at) > work.now(),
    )
    return list(work.scalars(found.order_by(col(Agreement.starts_at))))


def standing_for_post(work: Work, post_id: int) -> list[Agreement]:
    """Return the proposals and appointments about a post that are still to come."""
    found = select(Agreement).where(
        col(Agreement.post_id) == post_id,
        col(Agreement.state).in_(sorted(STANDING)),
        col(Agreement.starts_at) > work.now(),
    )
    return list(work.scalars(found))


def outcome(work: Work, agreement_id: int, member_id: int) -> Outcome | None:
    """Return what this member said about how it went."""
    found = select(Outcome).where(col(Outcome.agreement_id) == agreement_id, col(Outcome.member_id) == member_id)
    return work.scalars(found).first()


def went_well(work: Work, conversation_id: int, member_id: int) -> bool:
    """Say whether an appointment of these two took place: who asked said so, or this member did."""
    said = exists().where(
        col(Outcome.agreement_id) == col(Agreement.id),
        col(Outcome.member_id) == member_id,
        col(Outcome.happened) == Happened.YES,
    )
    found = select(col(Agreement.id)).where(
        col(Agreement.conversation_id) == conversation_id, or_(col(Agreement.state) == AgreementState.DONE, said)
    )
    return work.scalars(found.limit(1)).first() is not None


def due_to_look_back(work: Work, limit: int) -> list[Agreement]:
    """Return up to `limit` appointments whose two people were not asked yet how it went."""
    now = work.now()
    found = select(Agreement).where(
        col(Agreement.state) == AgreementState.AGREED,
        col(Agreement.starts_at) <= now - LOOK_BACK_AFTER,
        col(Agreement.starts_at) > now - LOOK_BACK_UNTIL,
        col(Agreement.asked_back_at).is_(None),
    )
    return list(work.scalars(found.order_by(col(Agreement.starts_at)).limit(limit)))


def due_to_remind(work: Work, limit: int) -> list[Agreement]:
    """Return up to `limit` appointments that begin within a day and of which nobody was reminded, soonest first."""
    now = work.now()
    found = select(Agreement).where(
        col(Agreement.state) == AgreementState.AGREED,
        col(Agreement.starts_at) > now,
        col(Agreement.starts_at) <= now + REMIND_BEFORE,
        col(Agreement.reminded_at).is_(None),
    )
    return list(work.scalars(found.order_by(col(Agreement.starts_at), col(Agreement.id)).limit(limit)))


def towns_looking_back(work: Work) -> list[int]:
    """Return the municipalities with appointments that are over and of which nobody said how they went."""
    found = select(col(Agreement.municipality_id)).where(
        col(Agreement.state) == AgreementState.AGREED, col(Agreement.starts_at) < work.now()
    )
    return list(work.scalars(found.distinct()))


def due_to_rest(work: Work, municipality_id: int, before: datetime, limit: int) -> list[Agreement]:
    """Return up to `limit` appointments from before a moment, of which nobody said how they went."""
    found = select(Agreement).where(
        col(Agreement.state) == AgreementState.AGREED,
        col(Agreement.starts_at) < before,
        col(Agreement.municipality_id) == municipality_id,
    )
    return list(work.scalars(found.order_by(col(Agreement.starts_at)).limit(limit)))


def due_to_forget(work: Work, limit: int) -> list[Agreement]:
    """Return up to `limit` appointments whose address must go."""
    found = select(Agreement).where(
        col(Agreement.address).is_not(None), col(Agreement.starts_at) <= work.now() - ADDRESS_GONE_AFTER
    )
    return list(work.scalars(found.order_by(col(Agreement.starts_at)).limit(limit)))


def address_of(agreement: Agreement, now: datetime) -> str | None:
    """Return the address while it may be known; the job that erases it may come a little later."""
    return agreement.address if is_shareable(agreement.state, agreement.starts_at, now) else None


def says_why(agreement: Agreement) -> bool:
    """Say whether who called it off told the other why."""
    return agreement.cancelled_why not in (None, CancelReason.UNSAID)


def can_look_back(work: Work, agreement: Agreement) -> bool:
    """Say whether it is time to say how it went."""
    return can_tell(agreement.state, agreement.starts_at, work.now())
