"""The things of the desk that have an address of their own."""

from datetime import timedelta

from b2b.concerns.models import EarlySignal, Worry
from b2b.concerns.rules.signals import Why
from b2b.concerns.rules.worries import Spoken, WorryKind
from b2b.core.ids import new_reference
from b2b.handoff.models import ConsentException, Referral
from b2b.handoff.rules import Ground


def at_the_desk(make, handoff, maker, now):
    """Make what belongs to `handoff`, by `maker` who is of no desk; return the references by name."""
    whose = {
        "municipality_id": handoff.municipality_id,
        "handoff_id": handoff.id,
        "member_id": handoff.member_id,
        "made_by_id": maker.id,
    }
    referral = make.save(Referral(reference=new_reference("F"), **whose, organisation="Schuldhulp", since=now))
    made = make.save(
        ConsentException(
            reference=new_reference("E"),
            **whose,
            neighbourhood_id=handoff.neighbourhood_id,
            ground=Ground.LIFE,
            organisation="Veilig Thuis",
            words="Er is gevaar.",
            secret=False,
            once="O-1",
            created_at=now,
            due_at=now + timedelta(days=1),
            told_at=now,
        )
    )
    worry = make.save(
        Worry(
            reference=new_reference("Z"),
            municipality_id=handoff.municipality_id,
            neighbourhood_id=handoff.neighbourhood_id,
            member_id=handoff.member_id,
            kind=WorryKind.ALONE,
            about="Roos",
            place="op de hoek",
            words="De gordijnen zijn dicht.",
            spoken=Spoken.NOT_YET,
            may_name=False,
            once="O-1",
            created_at=now,
        )
    )
    signal = make.save(
        EarlySignal(
            reference=new_reference("L"),
            municipality_id=handoff.municipality_id,
            neighbourhood_id=handoff.neighbourhood_id,
            member_id=handoff.member_id,
            why=Why.WORRY,
            rank=0,
            subject=worry.reference,
            since=now,
            created_at=now,
        )
    )
    return {
        "worry": worry.reference,
        "earlysignal": signal.reference,
        "turn": "oppakken",
        "referral": referral.reference,
        "consentexception": made.reference,
    }
