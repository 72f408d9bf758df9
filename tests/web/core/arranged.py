"""What a municipality arranged: a risk that came true, a pilot, and a signpost; and what a resident asked of it."""

from datetime import date

from b2b.accounts.models import Member
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
