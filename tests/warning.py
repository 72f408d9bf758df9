"""A statement of reasons of somebody who was warned, for who needs one that stands without its story."""

from datetime import datetime

from b2b.core.ids import new_reference
from b2b.moderation.models import Statement
from b2b.moderation.rules import TargetKind
from b2b.moderation.rules.statements import AccountMeasure, Ground, Source
from b2b.moderation.rules.terms import complaint_until


def warning(municipality_id: int, recipient_id: int, at: datetime) -> Statement:
    """Return it, for the database to take."""
    return Statement(
        reference=new_reference("W"),
        municipality_id=municipality_id,
        recipient_id=recipient_id,
        target_kind=TargetKind.MEMBER,
        account=AccountMeasure.WARNED,
        territorial_scope="Overal",
        starts_at=at,
        lasting=True,
        facts="Er werd gescholden.",
        facts_at=at,
        source=Source.NOTICE,
        names_notifier=False,
        automated_decision=False,
        automated_detection=False,
        automation="Een mens.",
        ground=Ground.RULES,
        rule="Wees aardig.",
        rules_version=1,
        why_incompatible="Schelden mag niet.",
        complaint_path="/",
        complaint_until=complaint_until(at),
        out_of_court="Een commissie.",
        court="De rechter.",
        sent_at=at,
        channel="mail+page",
        language="nl",
        template_version="1",
    )
