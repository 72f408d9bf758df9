"""What residents ask about their data: it reaches the administrators with a last day, and is answered by a person."""

from sqlalchemy import delete
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.privacy import queries
from b2b.privacy.events import DataRequestAnswered, DataRequested
from b2b.privacy.models import DataRequest, Erasure
from b2b.privacy.rules.erasing import KEEP_ERASURES
from b2b.privacy.rules.requests import (
    KEEP_ANSWERED,
    REQUEST_LIFECYCLE,
    AlreadyAnswered,
    Answered,
    Asked,
    OwnRequest,
    RequestState,
    due_on,
)
from b2b.privacy.service.ledger import forget_marks


def ask(work: Work, member: Member, asked: Asked) -> DataRequest:
    """Keep what somebody asks, and tell the administrators. The same form twice is one request."""
    before = queries.request_by_once(work, member.id or 0, asked.once)
    if before is not None:
        return before
    request = DataRequest(
        reference=new_reference("R"),
        municipality_id=member.municipality_id,
        member_id=member.id or 0,
        kind=asked.kind,
        about=asked.about,
        words=asked.words,
        once=asked.once,
        asked_at=work.now(),
        due_on=due_on(work.now()),
    )
    work.add(request)
    work.flush()  # the event names its key
    audit.note(work, "data-request.asked", request, kind=asked.kind)
    work.record(DataRequested(request.municipality_id, request.id or 0))
    return request


def answer(work: Work, request: DataRequest, said: Answered) -> None:
    """Answer a request; its owner hears that there is an answer. Raises OwnRequest and AlreadyAnswered."""
    lock(work, request)
    if request.member_id == work.actor_id:
        raise OwnRequest()
    if request.state is not RequestState.OPEN:
        raise AlreadyAnswered()
    move(work, request, REQUEST_LIFECYCLE, said.action)
    request.answer, request.answered_by_id, request.answered_at = said.words, work.actor_id, work.now()
    audit.note(work, f"data-request.{request.state}", request)
    work.record(DataRequestAnswered(request.member_id, request.municipality_id, request.id or 0))


def forget_rights(work: Work) -> int:
    """Forget requests that were answered long ago, deletions that are over, and marks no backup is old enough for.

    What keeps somebody out of figures stays: without it they would be counted again.
    """
    long_ago = col(DataRequest.answered_at) < work.now() - KEEP_ANSWERED
    answered = delete(DataRequest).where(long_ago, ~queries.not_counting())
    over = delete(Erasure).where(col(Erasure.ended_at) < work.now() - KEEP_ERASURES)
    gone = work.connection().execute(answered).rowcount + work.connection().execute(over).rowcount
    return gone + forget_marks(work)
