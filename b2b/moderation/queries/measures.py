"""Questions about statements of reasons, measures, the list, and what the police was told."""

from sqlalchemy import func, or_, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.moderation.models import (
    Admission,
    Decision,
    KeptWords,
    ListedAddress,
    PoliceReport,
    ReviewItem,
    Sanction,
    Statement,
)
from b2b.moderation.rules import DecisionKind
from b2b.moderation.rules.admissions import AdmissionState
from b2b.moderation.rules.measures import OUT, Advice, SanctionKind, SanctionState, advice
from b2b.moderation.rules.terms import months_later

SHOWN = 50
HINT_MONTHS = 12
_HINTS = (DecisionKind.ASK_CHANGE, DecisionKind.REFUSE, DecisionKind.HIDE)


def statement(work: Work, statement_id: int) -> Statement | None:
    """Return a statement by its key."""
    return work.get(Statement, statement_id)


def statement_by_reference(work: Work, reference: str) -> Statement | None:
    """Return the statement with this number ("W-…")."""
    return work.scalars(select(Statement).where(col(Statement.reference) == reference)).first()


def statements_of(work: Work, member_id: int) -> list[Statement]:
    """Return what was decided about a member, newest first."""
    found = select(Statement).where(col(Statement.recipient_id) == member_id)
    return list(work.scalars(found.order_by(col(Statement.id).desc()).limit(SHOWN)))


def decision_of_statement(work: Work, statement_id: int) -> Decision | None:
    """Return the decision that a statement explains."""
    return work.scalars(select(Decision).where(col(Decision.statement_id) == statement_id)).first()


def statement_of_decision(work: Work, reference: str) -> Statement | None:
    """Return the statement of the decision with this number ("D-…"); None when it restricted nothing."""
    found = select(Statement).join(Decision, col(Decision.statement_id) == col(Statement.id))
    return work.scalars(found.where(col(Decision.reference) == reference)).first()


def whole_decision_of(work: Work, item_id: int) -> Decision | None:
    """Return the decision on an item as a row."""
    return work.scalars(select(Decision).where(col(Decision.review_item_id) == item_id)).first()


def sanction_of_statement(work: Work, statement_id: int) -> Sanction | None:
    """Return the measure that a statement explains, if it is about the person."""
    return work.scalars(select(Sanction).where(col(Sanction.statement_id) == statement_id)).first()


def sanction(work: Work, sanction_id: int) -> Sanction | None:
    """Return a measure by its key."""
    return work.get(Sanction, sanction_id)


def running_sanctions(work: Work, member_id: int) -> list[Sanction]:
    """Return the measures about a member that run at this moment."""
    found = select(Sanction).where(
        col(Sanction.member_id) == member_id,
        col(Sanction.state) == SanctionState.ACTIVE,
        or_(col(Sanction.ends_at).is_(None), col(Sanction.ends_at) > work.now()),
    )
    return list(work.scalars(found))


def due_sanctions(work: Work, limit: int) -> list[Sanction]:
    """Return measures whose end has passed and that nobody ended yet."""
    found = select(Sanction).where(col(Sanction.state) == SanctionState.ACTIVE, col(Sanction.ends_at) <= work.now())
    return list(work.scalars(found.order_by(col(Sanction.ends_at)).limit(limit)))


def other_sanctions_out(work: Work, sanction: Sanction) -> bool:
    """Say whether another measure, that was not lifted, kept or keeps this member out."""
    found = select(col(Sanction.id)).where(
        col(Sanction.member_id) == sanction.member_id,
        col(Sanction.id) != sanction.id,
        col(Sanction.kind).in_(OUT),
        col(Sanction.state) != SanctionState.LIFTED,
    )
    return work.scalars(found).first() is not None


def sanctions_of(work: Work, member_id: int) -> list[Sanction]:
    """Return every measure about a member, newest first."""
    found = select(Sanction).where(col(Sanction.member_id) == member_id)
    return list(work.scalars(found.order_by(col(Sanction.id).desc()).limit(SHOWN)))


def lasting_sanctions(work: Work, municipality_id: int) -> list[Sanction]:
    """Return the running measures without an end date, the one to look at first on top."""
    found = select(Sanction).where(
        col(Sanction.municipality_id) == municipality_id,
        col(Sanction.state) == SanctionState.ACTIVE,
        col(Sanction.ends_at).is_(None),
    )
    return list(work.scalars(found.order_by(col(Sanction.review_at), col(Sanction.id)).limit(SHOWN)))


def strikes(work: Work, member_id: int) -> list[SanctionKind]:
    """Return the measures that still count for this member; what was lifted never does."""
    found = select(col(Sanction.kind)).where(
        col(Sanction.member_id) == member_id,
        col(Sanction.state) != SanctionState.LIFTED,
        col(Sanction.counts_until) > work.now(),
    )
    return list(work.scalars(found.order_by(col(Sanction.id))))


def advice_about(work: Work, member_id: int) -> Advice:
    """Return which step comes next for this member: advice for a person who decides."""
    hints = (
        select(func.count())
        .select_from(Decision)
        .join(ReviewItem, col(ReviewItem.id) == col(Decision.review_item_id))
        .where(
            col(ReviewItem.author_id) == member_id,
            col(Decision.kind).in_(_HINTS),
            col(Decision.at) > months_later(work.now(), -HINT_MONTHS),
        )
    )
    return advice(strikes(work, member_id), hinted=work.scalars(hints).one() > 0)


def is_listed(work: Work, municipality_id: int, key: bytes) -> bool:
    """Say whether an address (its fingerprint here) is on the list of this municipality now."""
    found = select(col(ListedAddress.id)).where(
        col(ListedAddress.municipality_id) == municipality_id,
        col(ListedAddress.key) == key,
        col(ListedAddress.expires_at) > work.now(),
    )
    return work.scalars(found).first() is not None


def listings(work: Work, municipality_id: int) -> list[ListedAddress]:
    """Return what is on the list, what goes first on top: fingerprints, no addresses."""
    found = select(ListedAddress).where(col(ListedAddress.municipality_id) == municipality_id)
    return list(work.scalars(found.order_by(col(ListedAddress.expires_at)).limit(SHOWN)))


def expired_listings(work: Work, limit: int) -> list[ListedAddress]:
    """Return what has been on a list for long enough."""
    found = select(ListedAddress).where(col(ListedAddress.expires_at) <= work.now())
    return list(work.scalars(found.limit(limit)))


def admission(work: Work, admission_id: int) -> Admission | None:
    """Return a request to be let in again by its key."""
    return work.get(Admission, admission_id)


def admission_by_key(work: Work, municipality_id: int, key: bytes) -> Admission | None:
    """Return the request of this address (its fingerprint here), if there is one."""
    found = select(Admission).where(col(Admission.municipality_id) == municipality_id, col(Admission.key) == key)
    return work.scalars(found).first()


def admissions(work: Work, municipality_id: int) -> list[Admission]:
    """Return who asks to be let in again, oldest first."""
    found = select(Admission).where(
        col(Admission.municipality_id) == municipality_id, col(Admission.state) == AdmissionState.WAITING
    )
    return list(work.scalars(found.order_by(col(Admission.id)).limit(SHOWN)))


def police_report_by_once(work: Work, once: str) -> PoliceReport | None:
    """Return the record that this form made before, if any."""
    return work.scalars(select(PoliceReport).where(col(PoliceReport.once) == once)).first()


def police_reports_of(work: Work, item_id: int) -> list[PoliceReport]:
    """Return what the police was told about an item, oldest first."""
    found = select(PoliceReport).where(col(PoliceReport.review_item_id) == item_id)
    return list(work.scalars(found.order_by(col(PoliceReport.id))))


def kept_words(work: Work, decision_id: int) -> KeptWords | None:
    """Return what a text said when its author was asked to change it; None once that was deleted."""
    return work.scalars(select(KeptWords).where(col(KeptWords.decision_id) == decision_id)).first()
