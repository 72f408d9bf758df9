"""Copies, requests and deletions: of one member, and of an administrator's municipality."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.core.db import Work
from b2b.privacy.models import DataCopy, DataRequest, Erasure
from b2b.privacy.rules.copies import CopyState
from b2b.privacy.rules.erasing import STANDING, ErasureState
from b2b.privacy.rules.requests import PAGE_SIZE, STOPS, About, RequestKind, RequestState


@dataclass(frozen=True)
class CopyRow:
    """One copy in a list, without what is in it."""

    reference: str
    state: CopyState
    asked_at: datetime
    expires_at: datetime | None
    fetched_at: datetime | None


@dataclass(frozen=True)
class RequestRow:
    """One request in the list of administrators, without its words."""

    id: int
    reference: str
    first_name: str
    kind: RequestKind
    about: About
    state: RequestState
    asked_at: datetime
    due_on: date


def standing_erasure(work: Work, member_id: int) -> Erasure | None:
    """Return the deletion that this member asked for and did not take back."""
    found = select(Erasure).where(col(Erasure.member_id) == member_id, col(Erasure.state).in_(STANDING))
    return work.scalars(found).first()


def due_erasure(work: Work) -> Erasure | None:
    """Return the deletion to go on with: one that was begun, or else the one that waits longest."""
    due = or_(
        col(Erasure.state) == ErasureState.AT_WORK,
        (col(Erasure.state) == ErasureState.ASKED) & (col(Erasure.due_at) <= work.now()),
    )
    found = select(Erasure).where(due).order_by(col(Erasure.state).desc(), col(Erasure.due_at), col(Erasure.id))
    return work.scalars(found.limit(1)).first()


def copies_of(work: Work, member_id: int) -> list[CopyRow]:
    """Return the copies that can still be fetched or are being made, newest first."""
    columns = (
        col(DataCopy.reference),
        col(DataCopy.state),
        col(DataCopy.asked_at),
        col(DataCopy.expires_at),
        col(DataCopy.fetched_at),
    )
    found = select(*columns).where(
        col(DataCopy.member_id) == member_id,
        or_(
            col(DataCopy.state) == CopyState.ASKED,
            (col(DataCopy.state) == CopyState.READY) & (col(DataCopy.expires_at) > work.now()),
        ),
    )
    return [CopyRow(*row) for row in work.execute(found.order_by(col(DataCopy.id).desc()))]


def requests_of(work: Work, member_id: int) -> list[DataRequest]:
    """Return what a member asked, newest first."""
    found = select(DataRequest).where(col(DataRequest.member_id) == member_id)
    return list(work.scalars(found.order_by(col(DataRequest.id).desc()).limit(PAGE_SIZE)))


def request_by_once(work: Work, member_id: int, once: str) -> DataRequest | None:
    """Return the request that this form made, if any."""
    found = select(DataRequest).where(col(DataRequest.member_id) == member_id, col(DataRequest.once) == once)
    return work.scalars(found).first()


def uncounted(work: Work, municipality_id: int) -> set[int]:
    """Return who objected to being counted, or asked to wait with it, and was told yes: no count holds them."""
    found = select(col(DataRequest.member_id)).where(
        col(DataRequest.municipality_id) == municipality_id, not_counting()
    )
    return set(work.scalars(found))


def not_counting() -> ColumnElement[bool]:
    """Ask for requests that keep somebody out of figures: they hold as long as the account."""
    return and_(
        col(DataRequest.about) == About.FIGURES,
        col(DataRequest.kind).in_(STOPS),
        col(DataRequest.state) == RequestState.GRANTED,
    )


def requests_open(work: Work, municipality_id: int, *, answered: bool = False) -> list[RequestRow]:
    """Return what waits for an answer, what must be answered first on top; or what was answered, newest first."""
    columns = (
        col(DataRequest.id),
        col(DataRequest.reference),
        col(Member.first_name),
        col(DataRequest.kind),
        col(DataRequest.about),
        col(DataRequest.state),
        col(DataRequest.asked_at),
        col(DataRequest.due_on),
    )
    is_open = col(DataRequest.state) == RequestState.OPEN
    order = col(DataRequest.answered_at).desc() if answered else col(DataRequest.due_on)
    found = (
        select(*columns)
        .join(Member, col(Member.id) == col(DataRequest.member_id))
        .where(col(DataRequest.municipality_id) == municipality_id, ~is_open if answered else is_open)
        .order_by(order, col(DataRequest.id))
        .limit(PAGE_SIZE)
    )
    return [RequestRow(*row) for row in work.execute(found)]
