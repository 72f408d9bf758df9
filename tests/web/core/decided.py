"""What a decision leaves behind, for the table of who may go where: a statement, a measure, an objection, a request, an order."""

from datetime import timedelta

from b2b.core.ids import new_reference
from b2b.moderation.models import Admission, Complaint, Decision, OutsideMatter, Sanction
from b2b.moderation.rules import DecisionKind, DecisionSource, NoticeCategory
from b2b.moderation.rules.measures import SanctionKind
from b2b.moderation.rules.outside import OutsideKind
from tests.warning import warning


def decided(make, item, about, by, now):
    """Store a decision of `by` about a member, with all that comes of it; return the references by their kind."""
    town = {"municipality_id": about.municipality_id}
    statement = make.save(warning(about.municipality_id, about.id, now))
    decision = make.save(
        Decision(
            reference=new_reference("D"),
            **town,
            review_item_id=item.id,
            statement_id=statement.id,
            kind=DecisionKind.WARN,
            source=DecisionSource.NOTICE,
            rule="kind",
            rules_version=1,
            explanation="Schelden mag niet.",
            seen_hash="0" * 64,
            decided_by_id=by.id,
            at=now,
        )
    )
    place = {**town, "neighbourhood_id": item.neighbourhood_id}
    sanction = make.save(
        Sanction(
            reference=new_reference("T"),
            **place,
            member_id=about.id,
            statement_id=statement.id,
            kind=SanctionKind.WARNING,
            starts_at=now,
            ends_at=now + timedelta(days=365),
            counts_until=now + timedelta(days=365),
            imposed_by_id=by.id,
        )
    )
    complaint = make.save(
        Complaint(
            reference=new_reference("Z"),
            **place,
            decision_id=decision.id,
            statement_id=statement.id,
            complainant_id=about.id,
            grounds="Niet mee eens.",
            once=new_reference("O"),
            first_decider_id=by.id,
            kept_out=[by.id, about.id],
            filed_at=now,
            due_at=now + timedelta(days=14),
        )
    )
    admission = make.save(
        Admission(reference=new_reference("Q"), **town, key=b"k" * 32, first_name="Kees", asked_at=now)
    )
    order = make.save(
        OutsideMatter(
            reference=new_reference("F"),
            once=new_reference("O"),
            **town,
            kind=OutsideKind.REMOVE,
            party="Rechtbank",
            category=NoticeCategory.RUDE,
            received_on=now.date(),
            what="Haal het weg.",
            filed_at=now,
        )
    )
    return {
        "outsidematter": order.reference,
        "statement": statement.reference,
        "sanction": sanction.reference,
        "complaint": complaint.reference,
        "admission": admission.reference,
    }
