"""What a municipality arranged: a risk that came true, a pilot, a signpost, a system; and what a resident asked of it."""

from datetime import date, timedelta

from b2b.accounts.models import Member
from b2b.api import service as systems
from b2b.api.models import ApiMessage, ApiSubscription
from b2b.api.rules import NewClient, Scope
from b2b.core.ids import new_reference
from b2b.pilots import service as pilots
from b2b.pilots.rules import Plan
from b2b.privacy import service as rights
from b2b.privacy.rules.requests import About, Asked, RequestKind
from b2b.risks import service as risks
from b2b.risks.rules import Happening, RiskWords
from b2b.signposts import service as signposts
from b2b.signposts.rules import SignpostWords


def a_signpost(make, town):
    """Return the reference of a signpost."""
    with make.writing() as work:
        return signposts.add(work, town, SignpostWords("Buurtteam", "Denkt met je mee.")).reference


def a_risk_that_came_true(make, people):
    mo = people["moderator"]
    with make.writing() as work:
        risk = risks.add(work, mo.municipality_id, RiskWords("Iemand valt", 3, 4, "Samen tillen."))
        told = Happening("Iemand viel.", work.now().date(), "O-1", neighbourhood_id=mo.neighbourhood_id)
        return {"risk": risk.reference, "incident": risks.file(work, risk, told, mo.id).reference}


def rights_of(make, asker):
    """Return the references of a copy of somebody's data, and of a question about them."""
    with make.writing() as work:
        member = work.get_one(Member, asker.id)
        asked = Asked(RequestKind.OBJECT, About.LEARNING, "Tel mij niet mee.", "O-1")
        question = rights.ask(work, member, asked).reference
        return {"datacopy": rights.ask_copy(work, member).reference, "datarequest": question}


def a_pilot(make, people):
    """Return the reference of a pilot that did not begin."""
    asker = people["asker"]
    days = (date(2026, 12, 1), date(2027, 5, 31), date(2026, 6, 1), date(2026, 11, 30))
    with make.writing() as work:
        return pilots.plan(
            work, asker.municipality_id, Plan("Overvecht", *days), [asker.neighbourhood_id], "O-1"
        ).reference


def a_system(make, municipality_id, now):
    """Let a system in that was told something once; return the references by name."""
    new = NewClient("Zaaksysteem", frozenset(Scope), now.date() + timedelta(days=30))
    with make.writing() as work:
        client = systems.make(work, municipality_id, new)[0]
        subscription = ApiSubscription(
            reference=new_reference("F"),
            municipality_id=municipality_id,
            client_id=client.id,
            url="https://zaken.example/haak",
            happenings="",
            secret="whsec_",
            created_at=now,
        )
        work.add(subscription)
        work.flush()  # the message points at it
        message = ApiMessage(
            reference=new_reference("E"),
            municipality_id=municipality_id,
            subscription_id=subscription.id,
            happening="doorverwijzing.gewijzigd",
            about="H-7K2M-9QXD",
            happened_at=now,
        )
        work.add(message)
    return {"apiclient": client.reference, "apimessage": message.reference}
