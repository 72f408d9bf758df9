"""From two neighbours who vouch for somebody to the decision that costs them, and the objection that gives it back."""

import pytest
from sqlmodel import select

from b2b.accounts import queries as people
from b2b.accounts.queries import trust as proofs
from b2b.accounts.rules.trust import Level
from b2b.accounts.service import trust
from b2b.accounts.service.people import known
from b2b.moderation.rules import DecisionKind
from b2b.notifications.models import Notification
from tests.integration.moderation.measuring import decided, judged, noticed, objected


@pytest.fixture
def vouched(make, writing, mo):
    """A newcomer who lives here for certain because Ria and Rob, both known, said so."""
    newcomer, *vouchers = (
        make.member("Kees", trusted=False),
        make.member("Ria", proven=False),
        make.member("Rob", proven=False),
    )
    with writing() as work:
        work.actor_id = mo.id
        for voucher in vouchers:
            trust.see_at_desk(work, known(work, voucher.id), "Paspoort en huurcontract gezien")
            trust.become_known(work, voucher.id)
            trust.vouch(work, known(work, voucher.id), known(work, newcomer.id))
    return newcomer, vouchers


def levels(writing, *members):
    with writing() as work:
        return [people.member(work, one.id).level for one in members]


def strikes(writing, members):
    with writing() as work:
        return [proofs.strikes(work, one.id) for one in members]


def test_who_vouched_shares_the_strike_of_a_suspension_until_it_is_reversed(make, writing, mo, vouched):
    kees, vouchers = vouched
    assert levels(writing, kees, *vouchers) == [Level.ADDRESS, Level.KNOWN, Level.KNOWN]
    decided(writing, mo, noticed(writing, make.post(kees, "Lelijk")), DecisionKind.SUSPEND_7)
    assert strikes(writing, vouchers) == [1, 1]
    assert levels(writing, kees, *vouchers) == [Level.EMAIL, Level.ADDRESS, Level.ADDRESS]
    with writing() as work:
        told = work.exec(select(Notification).where(Notification.event == "voucher-struck")).all()
        assert {one.member_id for one in told} == {one.id for one in vouchers}
    objected(writing)
    judged(writing, make.staff("moderator", "Ander", everywhere=True))
    assert strikes(writing, vouchers) == [0, 0]
    assert levels(writing, kees) == [Level.ADDRESS]


def test_a_warning_costs_the_vouchers_nothing(make, writing, mo, vouched):
    kees, vouchers = vouched
    decided(writing, mo, noticed(writing, make.post(kees, "Lelijk")), DecisionKind.WARN)
    assert strikes(writing, vouchers) == [0, 0]
    assert levels(writing, kees) == [Level.ADDRESS]
