"""Questions about connections and deliveries."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select as select_rows
from sqlmodel import col, select

from b2b.accounts.rules.oidc import is_loopback
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.handoff.connectors.base import Parcel, Way
from b2b.handoff.connectors.openklant.message import Facts, number_from, object_id_from
from b2b.handoff.connectors.registry import WRITERS
from b2b.handoff.models import Attempt, Connection, Handoff
from b2b.handoff.queries.shared_desk import partners
from b2b.handoff.rules import (
    ENDED,
    KEEP_CLOSED,
    OPEN_STATES,
    ZGW,
    AttemptState,
    ContactWay,
    HandoffState,
    Question,
    may_use,
)
from b2b.municipalities import queries as areas

CASE = "case"
"""The step of a delivery to the register that keeps which case it points to."""
LOOKED_AT = 500
"""At most so many tasks are asked after in one round; the longest not seen go first."""


def connections(work: Work, municipality_id: int) -> list[Connection]:
    """Return every connection of a municipality that was not taken away, by name and wijk."""
    found = select(Connection).where(Connection.municipality_id == municipality_id, Connection.is_active)
    return list(work.exec(found.order_by(Connection.connector, Connection.district)))


def connections_for(work: Work, municipality_id: int, neighbourhood_id: int) -> list[Connection]:
    """Return the connections that a question from this neighbourhood takes: that of its wijk, else that of all."""
    places = areas.places(work, municipality_id)
    here = places.quarter_of(neighbourhood_id).code if neighbourhood_id in places.hoods else ""
    cases = areas.setting(work, municipality_id, ZGW, False)
    chosen: dict[str, Connection] = {}
    for each in connections(work, municipality_id):
        if each.district in ("", here) and may_use(each.connector, cases):
            # "" sorts first, so that the one of the wijk takes its place.
            chosen[each.connector] = each
    return list(chosen.values())


def with_messages(
    work: Work,
    question: Question,
    *,
    municipality_id: int,
    neighbourhood_id: int,
    member_id: int,
    once: str,
    at: datetime,
) -> Question:
    """Return the question with the messages that other systems get, and who else reads it: all is known before the yes.

    Number and key follow from `once`, so that the preview and the sending have the same ones.
    """
    seed = f"{municipality_id}:{member_id}:{once}"
    facts = Facts(
        number=number_from(keyring().fingerprint("handoff-number", seed)),
        object_id=object_id_from(keyring().fingerprint("handoff-object", seed)),
        first_name=question.first_name,
        by_phone=question.contact_way is ContactWay.PHONE,
        contact=question.contact,
        at=at,
    )
    ways = connections_for(work, municipality_id, neighbourhood_id)
    messages = [(each.connector, WRITERS[each.connector](facts)) for each in ways if each.connector in WRITERS]
    also = tuple(one.name for one in partners(work, municipality_id))
    return replace(
        question,
        messages=tuple(messages),
        number=facts.number,
        object_id=facts.object_id,
        also_read_by=also,
    )


def attempts(work: Work, handoff: Handoff) -> list[Attempt]:
    """Return the deliveries of a handoff."""
    return list(work.exec(select(Attempt).where(Attempt.handoff_id == handoff.id).order_by(col(Attempt.id))))


def attempt_through(work: Work, handoff: Handoff, connector: str) -> Attempt | None:
    """Return the delivery of a handoff through one connector."""
    return work.exec(select(Attempt).where(Attempt.handoff_id == handoff.id, Attempt.connector == connector)).first()


def way_of(connection: Connection, base_url: str) -> Way:
    """Return how a connection is reached. On a machine that only serves itself it may call itself."""
    local = is_loopback(urlsplit(base_url).hostname or "")
    return Way(connection.address, connection.secret or "", connection.options, local)


def parcel(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel] | None:
    """Return what must still be delivered, or None when it was, was withdrawn, or its connection was taken away."""
    attempt = work.get(Attempt, attempt_id)
    if attempt is None or attempt.state is not AttemptState.PLANNED:
        return None
    handoff = work.get_one(Handoff, attempt.handoff_id)
    connection = work.get(Connection, attempt.connection_id or 0)
    if handoff.state in ENDED or connection is None or not connection.is_active:
        return None
    return attempt, packed(work, attempt, connection, handoff, base_url)


def sent(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel] | None:
    """Return what lies on the other side, to look after it or take it back; None when there is no way there."""
    attempt = work.get(Attempt, attempt_id)
    connection = work.get(Connection, attempt.connection_id or 0) if attempt else None
    if attempt is None or connection is None or not connection.is_active:
        return None
    handoff = work.get_one(Handoff, attempt.handoff_id)
    return attempt, packed(work, attempt, connection, handoff, base_url)


def packed(work: Work, attempt: Attempt, connection: Connection, handoff: Handoff, base_url: str) -> Parcel:
    """Return the parcel of a delivery."""
    places = areas.places(work, handoff.municipality_id)
    return Parcel(
        key=f"handoff-{handoff.reference}",
        reference=handoff.reference,
        municipality_id=handoff.municipality_id,
        municipality=places.name,
        neighbourhood=places.label(handoff.neighbourhood_id),
        way=way_of(connection, base_url),
        at=work.now(),
        handoff_id=handoff.id or 0,
        number=attempt.number or "",
        object_id=attempt.object_id or "",
        message=attempt.message or "",
        steps={**attempt.steps, **({"task": attempt.task} if attempt.task else {})},
    )


def resting_until(work: Work, attempt: Attempt) -> datetime | None:
    """Return until when the connection of a delivery is left alone, None when it may be tried."""
    connection = work.get(Connection, attempt.connection_id or 0)
    until = connection.rest_until if connection else None
    return until if until and until > work.now() else None


def to_look_at(work: Work) -> list[int]:
    """Return the deliveries to ask after: of open questions, and of closed ones that may be opened again there."""
    lately = (col(Handoff.state) == HandoffState.DONE) & (col(Handoff.closed_at) > work.now() - KEEP_CLOSED)
    found = (
        select_rows(col(Attempt.id))
        .join(Handoff, col(Handoff.id) == col(Attempt.handoff_id))
        .where(
            col(Attempt.state) == AttemptState.DELIVERED,
            col(Attempt.task).is_not(None),
            col(Attempt.seen).is_distinct_from("gone"),
            col(Handoff.state).in_(OPEN_STATES) | lately,
        )
        .order_by(col(Attempt.seen_at).is_not(None), col(Attempt.seen_at), col(Attempt.id))
        .limit(LOOKED_AT)
    )
    return [key or 0 for key in work.connection().execute(found).scalars()]


def attempt_of_task(work: Work, connection: Connection, url: Any) -> Attempt | None:
    """Return the delivery that a notification is about, None when it is not one of ours: they tell everybody's."""
    root = f"{connection.address.rstrip('/')}/internetaken/"
    if not isinstance(url, str) or not url.startswith(root):
        return None
    task = url.removeprefix(root).strip("/")[:64]
    return work.exec(select(Attempt).where(Attempt.connection_id == connection.id, Attempt.task == task)).first()


def to_take_back(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel] | None:
    """Return what must be removed there: of a withdrawn question, or of a delivery that ended half-way."""
    found = sent(work, attempt_id, base_url)
    if found is None:
        return None
    state = work.get_one(Handoff, found[0].handoff_id).state
    half = found[0].state is AttemptState.FAILED or (found[0].state is AttemptState.PLANNED and state in ENDED)
    return found if half or state is HandoffState.WITHDRAWN else None


def to_finish(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel] | None:
    """Return whose task must end there; None when the question was opened again in the meantime."""
    found = sent(work, attempt_id, base_url)
    ended = found and work.get_one(Handoff, found[0].handoff_id).state in (HandoffState.DONE, HandoffState.RETURNED)
    return found if ended and found and found[0].state is AttemptState.DELIVERED else None


def to_pass_on(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel, int] | None:
    """Return what goes to another team: the parcel with the way to that team, and the key of its connection.

    None when the same connection serves the new neighbourhood, or another system does: what lies there stays there.
    """
    attempt = work.get_one(Attempt, attempt_id)
    handoff = work.get_one(Handoff, attempt.handoff_id)
    old = work.get(Connection, attempt.connection_id or 0)
    serving = connections_for(work, handoff.municipality_id, handoff.neighbourhood_id)
    new = next((each for each in serving if each.connector == attempt.connector), None)
    if old is None or new is None or new.id == old.id or new.address != old.address or handoff.state in ENDED:
        return None
    return attempt, packed(work, attempt, new, handoff, base_url), new.id or 0


def to_link(work: Work, attempt_id: int, base_url: str) -> tuple[Attempt, Parcel, str, bool] | None:
    """Return what lies in the register, the key of the case that it must (True) or must no longer point to.

    None when there is nothing to say: no case was made, or the contact is no longer there.
    """
    found = sent(work, attempt_id, base_url)
    if found is None or found[0].state not in (AttemptState.DELIVERED, AttemptState.KEPT_THERE):
        return None
    attempt, parcel = found
    case = case_of(work, attempt.handoff_id)
    if case is None:
        pointed = attempt.steps.get(CASE)
        return (attempt, parcel, pointed, False) if pointed else None
    return attempt, parcel, case, True


def case_of(work: Work, handoff_id: int) -> str | None:
    """Return the key of the case that stands for a handoff in the case system."""
    found = select(Attempt.task).where(
        Attempt.handoff_id == handoff_id,
        Attempt.connector == "zgw",
        col(Attempt.state).in_((AttemptState.DELIVERED, AttemptState.KEPT_THERE)),
    )
    return work.exec(found).first()


def connection_to_test(work: Work, connection_id: int, base_url: str) -> tuple[str, Way] | None:
    """Return the connector of a connection and how it is reached, None when it was taken away."""
    connection = work.get(Connection, connection_id)
    return (connection.connector, way_of(connection, base_url)) if connection and connection.is_active else None


def connection_for_callback(work: Work, reference: str) -> Connection | None:
    """Return the connection that a municipality's notifications come in for."""
    return work.exec(select(Connection).where(Connection.reference == reference, Connection.is_active)).first()
