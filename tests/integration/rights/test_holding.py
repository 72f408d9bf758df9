"""What an erasure reaches outside, and what it may not wipe: a measure that runs, and the case behind it."""

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.handoff.connectors.openklant import OpenKlantConnector
from b2b.handoff.connectors.registry import Registry
from b2b.handoff.models import Attempt
from b2b.handoff.rules import AttemptState
from b2b.moderation import queries as review
from b2b.moderation import service as moderating
from b2b.moderation.models import ListedAddress, Sanction, Statement
from b2b.moderation.rules import DecisionKind
from b2b.moderation.service import listing
from b2b.notifications.channels.twin import MailTwin
from b2b.privacy import service
from b2b.privacy.ledger_file import LedgerFile
from tests.integration.handoff.conftest import (  # noqa: F401 - a question that lies in a register outside
    connected,
    fatima,
    hand_over,
    twin,
)
from tests.integration.moderation.measuring import decided, noticed


@pytest.fixture
def outside(tmp_path):
    return {
        "mail": MailTwin(),
        "connectors": Registry([OpenKlantConnector()]),
        "base_url": "http://localhost",
        "ledger": LedgerFile(tmp_path / "erasures.txt"),
    }


@pytest.fixture
def leave(writing):
    """Let somebody leave."""

    def ask(who):
        with writing() as work:
            service.ask_erasure(work, work.get_one(Member, who.id))

    return ask


def test_the_address_at_the_municipality_is_gone_too(hand_over, fatima, twin, leave, clock, worker, writing):  # noqa: F811
    hand_over()
    worker.run_until_quiet()
    assert twin.store.things["digitaleadressen"]
    leave(fatima)
    clock.advance(days=15)
    worker.run_until_quiet()
    worker.run_until_quiet()
    assert not twin.store.things["digitaleadressen"]
    assert not twin.store.things["klantcontacten"]
    with writing() as work:
        assert work.exec(select(Attempt)).one().state is AttemptState.TAKEN_BACK


def test_who_cannot_take_part_does_not_come_back_sooner_by_leaving(make, leave, clock, writing):
    mo, sven = make.staff(Role.MODERATOR, "Mo"), make.member("Sven")
    decided(writing, mo, noticed(writing, sven), DecisionKind.SUSPEND_30)
    leave(sven)
    clock.advance(days=15)
    with writing() as work:
        while service.erase_part(work):
            work.flush()
    with writing() as work:
        key = listing.list_key(sven.municipality_id, "sven@voorbeeld.nl")
        listed, sanction = work.exec(select(ListedAddress)).one(), work.exec(select(Sanction)).one()
        assert (bytes(listed.key), listed.expires_at) == (key, sanction.ends_at)
        assert work.get_one(Member, sven.id).email is None
        assert work.exec(select(Statement)).one().facts, "the reasons stay until the case is over"
        assert not moderating.check_newcomer(work, sven.municipality_id, "sven@voorbeeld.nl", "Sven", "nl")
    clock.advance(days=16)
    with writing() as work:
        moderating.end_due(work)
        moderating.purge_list(work)
    with writing() as work:
        assert moderating.check_newcomer(work, sven.municipality_id, "sven@voorbeeld.nl", "Sven", "nl")
        assert review.running_sanctions(work, sven.id) == []
