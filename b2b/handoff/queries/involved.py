"""Who is involved with a resident, and what was shared without consent."""

from typing import Any

from sqlmodel import col, select

from b2b.core.db import Work
from b2b.core.words import N_
from b2b.handoff.models import Attempt, ConsentException, Handoff, Referral
from b2b.handoff.queries.handoffs import mail_about
from b2b.handoff.rules import KEEP_REFERRAL, OPEN_STATES, AttemptState, ExceptionState, Party
from b2b.municipalities import queries as areas

DESK_NAME = N_("Gemeente {town}, loket van {place}")
SYSTEM_NAME = N_("Gemeente {town}, systeem voor vragen")
BATCH = 100


def involved(work: Work, municipality_id: int, member_id: int, *, for_resident: bool) -> list[Party]:
    """Return which parties have something open for a resident, longest first: references, never content."""
    places = areas.places(work, municipality_id)
    handoffs = _open_handoffs(work, municipality_id, member_id)
    keys = {one.id: one for one in handoffs}
    sent = select(Attempt).where(
        col(Attempt.handoff_id).in_(keys),
        Attempt.state == AttemptState.DELIVERED,
        col(Attempt.external_reference) != "",
    )
    found = [
        Party(
            one.reference,
            DESK_NAME.format(town=places.name, place=places.label(one.neighbourhood_id)),
            one.created_at,
        )
        for one in handoffs
    ]
    found += [
        Party(one.external_reference or "", SYSTEM_NAME.format(town=places.name), one.delivered_at or one.created_at)
        for one in work.exec(sent)
    ]
    found += [
        Party(one.reference, one.organisation, one.since)
        for one in referrals(work, municipality_id, member_id, for_resident=for_resident)
    ]
    return sorted(found, key=lambda party: party.since)


def referrals(work: Work, municipality_id: int, member_id: int, *, for_resident: bool) -> list[Referral]:
    """Return where a resident was referred to and is perhaps still helped."""
    found = select(Referral).where(
        Referral.municipality_id == municipality_id,
        Referral.member_id == member_id,
        col(Referral.ended_at).is_(None),
        col(Referral.since) > work.now() - KEEP_REFERRAL,
    )
    if for_resident:
        found = found.where(col(Referral.hidden).is_(False))
    return list(work.exec(found.order_by(col(Referral.since))))


def exceptions(work: Work, handoff: Handoff) -> list[ConsentException]:
    """Return what of a handoff was shared without consent, newest first."""
    found = select(ConsentException).where(ConsentException.handoff_id == handoff.id)
    return list(work.exec(found.order_by(col(ConsentException.id).desc())))


def exception_once(work: Work, maker_id: int, once: str) -> ConsentException | None:
    """Return what this coordinator wrote with this form already."""
    found = select(ConsentException).where(ConsentException.made_by_id == maker_id, ConsentException.once == once)
    return work.exec(found).first()


def exceptions_late(work: Work) -> list[ConsentException]:
    """Return the exceptions that no second person looked at in time."""
    late = select(ConsentException).where(
        ConsentException.state == ExceptionState.OPEN, ConsentException.due_at <= work.now()
    )
    return list(work.exec(late.limit(BATCH)))


def mail_about_exception(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of a mail about sharing without consent: no ground, no organisation."""
    found = work.get(ConsentException, notification.subject["exception_id"])
    words = mail_about(work, notification)
    if found is None or words is None:
        return None
    return words | {"exception": found.reference, "due": found.due_at}


def _open_handoffs(work: Work, municipality_id: int, member_id: int) -> list[Handoff]:
    found = select(Handoff).where(
        Handoff.municipality_id == municipality_id,
        Handoff.member_id == member_id,
        col(Handoff.state).in_(OPEN_STATES),
    )
    return list(work.exec(found))
