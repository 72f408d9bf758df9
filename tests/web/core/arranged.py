"""What a municipality arranged: a risk that came true, and a signpost."""

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
