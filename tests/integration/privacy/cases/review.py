"""Notices, decisions and measures; what the software saw; what came from outside and what went wrong."""

from datetime import date, datetime, time

from sqlmodel import select

from b2b.conversations.models import Message
from b2b.core.clock import from_local
from b2b.moderation.models import (
    Admission,
    Complaint,
    Decision,
    KeptWords,
    ListedAddress,
    Notice,
    OutsideMatter,
    PoliceReport,
    Reading,
    ReviewItem,
    Sanction,
    Signal,
)
from b2b.moderation.rules.keeping import case_over
from b2b.moderation.rules.signals import KEEP
from b2b.moderation.signals import Action
from b2b.risks.models import Incident, Risk
from tests.integration.privacy.scene import END, of
from tests.warning import warning

DECIDED = from_local(datetime.combine(date(2028, 12, 15), time(12)))
"""Half a year to object, until the end of that day, and then a year: until END."""


def judged(scene, about):
    """Return an item about somebody that was decided now with a warning, the statement of reasons and the decision."""
    item = scene.save(
        ReviewItem,
        target_kind="member",
        target_id=about.id,
        author_id=about.id,
        state="decided",
        decided_at=scene.now,
    )
    told = scene.make.save(warning(about.municipality_id, about.id, scene.now))
    said = {"kind": "warn", "rule": "kind", "explanation": "Je schold.", "decided_by_id": scene.mo.id}
    return item, told, scene.save(Decision, review_item_id=item.id, statement_id=told.id, **said)


@of("case", (END - DECIDED).total_seconds() / 86400)
def case(scene):
    item, told, decision = judged(scene, scene.ada)
    assert case_over(scene.now, scene.now) == END
    soon = scene.after(days=7)
    measure = {"ends_at": soon, "state": "ended", "counts_until": soon}
    answered = {
        "state": "decided",
        "first_decider_id": scene.mo.id,
        "handled_by_id": scene.nadia.id,
        "outcome": "upheld",
        "reasons": "Het klopt.",
        "decided_at": scene.now,
    }
    return (
        item,
        told,
        decision,
        scene.save(Notice, review_item_id=item.id),
        scene.save(PoliceReport, review_item_id=item.id),
        scene.save(Sanction, statement_id=told.id, member_id=scene.ada.id, **measure),
        scene.save(Complaint, decision_id=decision.id, statement_id=told.id, complainant_id=scene.ada.id, **answered),
    )


@of("notifier")
def notifier(scene):
    item, _, _ = judged(scene, scene.ada)
    who = {
        "notifier_name": "Bea",
        "notifier_email": "bea@voorbeeld.nl",
        "on_behalf_of": "de buurt",
        "notifier_id": scene.ada.id,
    }
    return scene.save(Notice, review_item_id=item.id, **who)


@of("notice_source")
def house_of_a_notice(scene):
    item, _, _ = judged(scene, scene.ada)
    return scene.save(Notice, review_item_id=item.id, source_key=b"huis")


@of("kept_words", 100)
def kept_words(scene):
    _, _, decision = judged(scene, scene.ada)
    return scene.save(KeptWords, decision_id=decision.id, keep_until=END)


@of("signal", KEEP[Action.WARN].days)
def signal_that_warned(scene):
    return scene.save(Signal, action=Action.WARN, expires_at=scene.now + KEEP[Action.WARN])


@of("signal", KEEP[Action.CRISIS].days)
def signal_of_a_crisis(scene):
    return scene.save(Signal, action=Action.CRISIS, expires_at=scene.now + KEEP[Action.CRISIS])


@of("signal")
def signal_that_held(scene):
    return scene.save(Signal, action=Action.HOLD, expires_at=scene.now + KEEP[Action.HOLD])


@of("reading")
def reading(scene):
    talk = scene.talk()
    with scene.make.writing() as work:
        said = work.exec(select(Message).where(Message.conversation_id == talk.id)).one()
    item = scene.save(ReviewItem, target_kind="message", target_id=said.id, state="waiting")
    return scene.save(Reading, review_item_id=item.id, conversation_id=talk.id, message_id=said.id)


@of("listed")
def listed(scene):
    _, told, _ = judged(scene, scene.ada)
    week = {"kind": "suspend_7", "ends_at": scene.after(days=7), "state": "ended"}
    measure = scene.save(Sanction, statement_id=told.id, member_id=scene.ada.id, **week)
    return scene.save(ListedAddress, sanction_id=measure.id, expires_at=END)


@of("admission")
def admission(scene):
    decided = {"decided_by_id": scene.mo.id, "decided_at": scene.now, "reasons": "Te vroeg."}
    return scene.save(Admission, state="refused", **decided)


@of("outside", 731)
def order_that_was_done_on_this_day(scene):
    words = {"what": "Een bevel.", "done": "Gedaan.", "filed_by_id": scene.ada.id}
    return scene.save(OutsideMatter, done_on=scene.today, **words)


@of("incident")
def incident(scene):
    words = {"what": "Er ging iets mis.", "done": "Gebeld.", "about": "V-1", "filed_by_id": scene.ada.id}
    return scene.save(Incident, risk_id=scene.save(Risk).id, state="closed", closed_at=scene.now, **words)
