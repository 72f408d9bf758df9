"""Questions about handoffs."""

from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col
from sqlmodel import select as select_things

from b2b.accounts import queries as people
from b2b.core.audit import AuditEntry
from b2b.core.db import Work
from b2b.core.history import Move
from b2b.handoff.models import Handoff
from b2b.handoff.queries.shared_desk import partners
from b2b.handoff.rules import OPEN_STATES, PAGE_SIZE, HandoffState
from b2b.moderation.queries import Finder, Target
from b2b.moderation.rules import TargetKind
from b2b.municipalities import queries as areas


def by_id(work: Work, handoff_id: int) -> Handoff:
    """Return the handoff with this key, or raise LookupError."""
    handoff = work.get(Handoff, handoff_id)
    if handoff is None:
        raise LookupError(handoff_id)
    return handoff


def mine(work: Work, member_id: int) -> list[Handoff]:
    """Return the handoffs of a member, newest first."""
    found = (
        select_things(Handoff).where(Handoff.member_id == member_id).order_by(col(Handoff.id).desc()).limit(PAGE_SIZE)
    )
    return list(work.exec(found))


def open_for_post(work: Work, post_id: int) -> Handoff | None:
    """Return the handoff of a post that is still open, if there is one."""
    found = select_things(Handoff).where(Handoff.post_id == post_id, col(Handoff.state).in_(OPEN_STATES))
    return work.exec(found).first()


def by_once(work: Work, member_id: int, once: str) -> Handoff | None:
    """Return what this member already sent with this form."""
    return work.exec(select_things(Handoff).where(Handoff.member_id == member_id, Handoff.once == once)).first()


def moves(work: Work, handoff: Handoff) -> list[Move]:
    """Return the steps of a handoff, oldest first."""
    found = select_things(Move).where(Move.thing == "handoff", Move.thing_id == handoff.id).order_by(col(Move.id))
    return list(work.exec(found))


def count_open(work: Work, member_id: int) -> int:
    """Return how many handoffs of a member are open."""
    found = select_things(func.count()).where(Handoff.member_id == member_id, col(Handoff.state).in_(OPEN_STATES))
    return work.exec(found).one()


def asked_since(work: Work, since: datetime) -> list[Handoff]:
    """Return what was asked of any municipality since then and not taken back, the oldest first."""
    found = select_things(Handoff).where(
        col(Handoff.created_at) > since, col(Handoff.state) != HandoffState.WITHDRAWN
    )
    return list(work.exec(found.order_by(col(Handoff.id))))


def mail_about(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of a mail about a handoff; None when it is gone, or is of a desk that is no longer shared."""
    town, home = notification.subject.get("town"), notification.municipality_id
    if town is None:
        return _told(work, notification)
    partner = next((one for one in partners(work, home) if one.municipality_id == town), None)
    if partner is None:
        return None
    with work.within(town):
        said = _told(work, notification)
    return said and said | {"neighbourhood": f"{said['neighbourhood']} ({partner.name})"}


def _told(work: Work, notification: Any) -> dict[str, Any] | None:
    handoff = work.get(Handoff, notification.subject["handoff_id"])
    if handoff is None:
        return None
    town, holder = handoff.municipality_id, [handoff.claimed_by_id] if handoff.claimed_by_id else []
    return {
        "reference": handoff.reference,
        "state": str(handoff.state),
        "has_note": bool(handoff.closing_note),
        "neighbourhood": areas.places(work, town).label(handoff.neighbourhood_id),
        "claimed_by": people.names(work, holder).get(handoff.claimed_by_id or 0, ""),
        "desk_of": people.guests(work, town, holder).get(handoff.claimed_by_id or 0, ""),
    }


def mail_to_staff(work: Work, notification: Any) -> dict[str, Any] | None:
    """Return the words of the mail to coordinators; None once somebody took it."""
    said = mail_about(work, notification)
    return said if said and said["state"] == HandoffState.NEW else None


def _as_target(found: Handoff | None) -> Target | None:
    """Return a handoff as something that can be reported. Its words are only hashed: moderators never read them."""
    if found is None:
        return None
    return Target(
        TargetKind.HANDOFF,
        found.id or 0,
        found.municipality_id,
        found.neighbourhood_id,
        found.member_id,
        str(found.state),
        found.question or "",
        thing=found,
    )


FINDER = Finder(
    "H",
    lambda work, reference: _as_target(
        work.exec(select_things(Handoff).where(Handoff.reference == reference)).first()
    ),
    lambda work, key: _as_target(work.get(Handoff, key)),
)
"""How a handoff is reported: `moderation.queries.ELSEWHERE`, filled in b2b/reactions."""


def last_opened(work: Work, handoff: Handoff) -> datetime | None:
    """Return when the desk, or a system of the municipality, last opened the words; None: nobody did yet."""
    looked = select_things(func.max(col(AuditEntry.at))).where(
        AuditEntry.thing == "handoff", AuditEntry.thing_id == handoff.id, AuditEntry.action == "handoff.seen"
    )
    return work.exec(looked).one()
