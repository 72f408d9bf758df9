"""Who read what was private, and "who saw this?": from the log that staff and the system leave behind."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlmodel import col

from b2b.accounts.queries.shared import GUESTS, NAMES, guest_at
from b2b.accounts.rules.guests import called
from b2b.core.audit import AuditEntry
from b2b.core.db import Work
from b2b.moderation.models import Reading, ReviewItem
from b2b.moderation.queries.targets import Target, target, target_by_reference
from b2b.moderation.rules import TargetKind
from b2b.moderation.rules.readings import ReadByModerator
from b2b.thanks.queries import Thanks

SHOWN_MAX = 500
_PERSON = "member"


@dataclass(frozen=True)
class Sighting:
    """Somebody saw, or did, something. `what` is a code of the log; `case` the reference of an item, if any."""

    at: datetime
    who: str | None
    who_reference: str | None
    what: str
    case: str | None


def reading_since(work: Work, item_id: int, reader_id: int, since: datetime) -> Reading | None:
    """Return a reading of the same case by the same person after `since`."""
    found = select(Reading).where(
        col(Reading.review_item_id) == item_id, col(Reading.reader_id) == reader_id, col(Reading.at) > since
    )
    return work.scalars(found.limit(1)).first()


def untold(work: Work, item_id: int) -> list[Reading]:
    """Return the readings of a case of which the two of the conversation have not heard, oldest first."""
    found = select(Reading).where(col(Reading.review_item_id) == item_id, col(Reading.told_at).is_(None))
    return list(work.scalars(found.order_by(col(Reading.id))))


def reading(work: Work, reading_id: int) -> Reading | None:
    """Return a reading by its key."""
    return work.get(Reading, reading_id)


def read_in(work: Work, conversation_id: int, reader_id: int) -> list[ReadByModerator]:
    """Return what one of the two may know of who read what is between them: only what they were told, newest first.

    Of a thank-you that never reached this reader: nothing.
    """
    theirs = and_(
        col(Thanks.conversation_id) == conversation_id,
        or_(col(Thanks.author_id) == reader_id, col(Thanks.shown_at).is_not(None)),
    )
    found = (
        select(
            col(Reading.at),
            col(Reading.why),
            col(ReviewItem.reference),
            col(Thanks.id).is_not(None).label("of_thanks"),
        )
        .join_from(Reading, ReviewItem, col(ReviewItem.id) == col(Reading.review_item_id))
        .join(Thanks, col(Thanks.id) == col(Reading.thanks_id), isouter=True)
        .where(or_(col(Reading.conversation_id) == conversation_id, theirs), col(Reading.told_at).is_not(None))
        .order_by(col(Reading.at).desc(), col(Reading.id).desc())
        .limit(SHOWN_MAX)
    )
    return [ReadByModerator(*row) for row in work.execute(found)]


def conversations_read(work: Work, ids: list[int]) -> set[int]:
    """Return which of these conversations a moderator read, as far as the two were told."""
    if not ids:
        return set()
    found = select(col(Reading.conversation_id)).where(
        col(Reading.conversation_id).in_(ids), col(Reading.told_at).is_not(None)
    )
    return set(work.scalars(found.distinct()))


def seen_about(work: Work, reference: str, municipality_id: int) -> Target | None:
    """Return the thing or the person with this reference; of a case ("C-…") what it is about."""
    if reference.startswith("C"):
        item = work.scalars(select(ReviewItem).where(col(ReviewItem.reference) == reference)).first()
        return target(work, item) if item is not None and item.municipality_id == municipality_id else None
    return target_by_reference(work, reference, municipality_id)


def sightings(work: Work, about: Target, since: datetime, until: datetime) -> list[Sighting]:
    """Return who saw or handled a thing or a person in this time, newest first, at most SHOWN_MAX.

    It asks only indexes: the log is found by the thing itself and by the cases about it.
    """
    cases = [row.id for row in work.execute(_cases(about))]
    same = and_(col(AuditEntry.thing) == log_name(about), col(AuditEntry.thing_id) == about.id)
    where = [same]
    if cases:
        where.append(and_(col(AuditEntry.thing) == "reviewitem", col(AuditEntry.thing_id).in_(cases)))
    return _lines(work, about.municipality_id, or_(*where), since, until)


def sightings_by(
    work: Work, municipality_id: int, reader_id: int, since: datetime, until: datetime
) -> list[Sighting]:
    """Return what one member of staff saw or did in this time: for who must know which people that touches."""
    return _lines(work, municipality_id, col(AuditEntry.actor_id) == reader_id, since, until)


def _lines(work: Work, municipality_id: int, where: Any, since: datetime, until: datetime) -> list[Sighting]:
    case = and_(col(AuditEntry.thing) == "reviewitem", col(ReviewItem.id) == col(AuditEntry.thing_id))
    found = (
        select(
            col(AuditEntry.at),
            NAMES.c.first_name,
            NAMES.c.reference,
            col(AuditEntry.action),
            col(ReviewItem.reference).label("case"),
            GUESTS.c.town,
        )
        .join_from(AuditEntry, NAMES, NAMES.c.id == col(AuditEntry.actor_id), isouter=True)
        .join(GUESTS, guest_at(col(AuditEntry.municipality_id), col(AuditEntry.actor_id)), isouter=True)
        .join(ReviewItem, case, isouter=True)
        .where(
            col(AuditEntry.municipality_id) == municipality_id,
            col(AuditEntry.at) >= since,
            col(AuditEntry.at) < until,
            where,
        )
        .order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc())
        .limit(SHOWN_MAX)
    )
    return [_sighting(*row) for row in work.execute(found)]


def _sighting(
    at: Any, name: str | None, reference: str | None, what: str, case: str | None, town: str | None
) -> Sighting:
    """Return a line of the log; a guest is called by their own municipality, which knows who it was."""
    return Sighting(at, called(town, name), None if town else reference, what, case)


def _cases(about: Target) -> Any:
    same = and_(col(ReviewItem.target_kind) == about.kind, col(ReviewItem.target_id) == about.id)
    if about.kind is TargetKind.MEMBER:  # of a person: everything that was judged of theirs, or to them
        same = or_(same, col(ReviewItem.author_id) == about.id, col(ReviewItem.other_party_id) == about.id)
    return select(col(ReviewItem.id)).where(col(ReviewItem.municipality_id) == about.municipality_id, same)


def log_name(about: Target) -> str:
    """Return what the log calls a thing of this kind."""
    return _PERSON if about.kind is TargetKind.MEMBER else str(about.kind)
