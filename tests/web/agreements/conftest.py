"""Fatima asked, Ahmed was chosen; a twin takes the mail; people fill in forms."""

from datetime import UTC, datetime

import pytest

from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from tests.client import path

THURSDAY = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
"""Half past ten in Utrecht, three days after MONDAY."""
MOMENT = {"day": "2026-11-26", "time": "10:30", "place": "bij de bibliotheek"}


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def asker(browser, fatima):
    return browser(fatima)


@pytest.fixture
def helper(browser, ahmed):
    return browser(ahmed)


@pytest.fixture
def talk(make, fatima, ahmed, writing):
    """Fatima chose Ahmed."""
    conversation = make.conversation(make.post(fatima), ahmed)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, conversation.id))
    return conversation


@pytest.fixture
def form(talk):
    """Where a moment is proposed."""
    return f"/gesprekken/{talk.reference}/afspraak"


@pytest.fixture
def proposed(helper, form):
    """The address of the appointment that Ahmed proposed."""
    return path(helper.submit(form, MOMENT))


@pytest.fixture
def agreed(asker, proposed):
    """The address of the appointment that Fatima said yes to."""
    asker.submit(proposed, button="Ja, dat is goed")
    return proposed
