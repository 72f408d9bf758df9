"""Orders and disputes in the report: how many, how long they took, and no outcome of a dispute that stands alone."""

from datetime import date

from b2b.moderation.rules.figures import DISPUTES, ORDERS, Facts, OutsideFact, report
from b2b.moderation.rules.outside import DisputeOutcome, OutsideKind

DAY = date(2026, 3, 2)


def told(*outside):
    return {(line.part, line.what): line for line in report(Facts(outside=outside))}


def order(kind=OutsideKind.REMOVE, done=None, confirmed=None):
    return OutsideFact(kind, DAY, confirmed, done)


def dispute(outcome, *, followed=True):
    return OutsideFact(OutsideKind.DISPUTE, DAY, None, date(2026, 3, 12), outcome, followed)


def test_orders_are_counted_by_kind_with_the_middle_time_they_took():
    seen = told(order(done=date(2026, 3, 3), confirmed=DAY), order(done=date(2026, 3, 5)), order(OutsideKind.INFORM))
    remove = seen[ORDERS, "Bevel om iets weg te halen"]
    assert (remove.number, remove.hours) == (2, 48)
    assert seen[ORDERS, "Bevel om gegevens te geven"].number == 1


def test_an_outcome_that_would_be_somebodys_is_not_told():
    seen = told(dispute(DisputeOutcome.REVERSED))
    assert seen[DISPUTES, "Alle geschillen"].number == 1
    assert seen[DISPUTES, "Ons besluit was niet goed"].number is None
    assert seen[DISPUTES, "Gedaan wat het orgaan zei"].number is None


def test_many_outcomes_are_told():
    seen = told(*[dispute(DisputeOutcome.STANDS)] * 6, *[dispute(DisputeOutcome.REVERSED, followed=False)] * 5)
    assert seen[DISPUTES, "Ons besluit was goed"].number == 6
    assert seen[DISPUTES, "Ons besluit was niet goed"].number == 5
    assert seen[DISPUTES, "Gedaan wat het orgaan zei"].number == 6


def test_a_year_without_any_says_nought():
    assert {line.number for (part, _), line in told().items() if part in (ORDERS, DISPUTES)} == {0}
