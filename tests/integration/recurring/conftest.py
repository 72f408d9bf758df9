"""Fatima asked and chose Ahmed; Rob reacted too. Verbs on their series, each in a transaction of its own."""

from datetime import UTC, datetime

import pytest

from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.recurring import queries, service
from b2b.recurring.models import Series
from b2b.recurring.rules import Plan

THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
"""Ten in the morning in Utrecht, three days after MONDAY."""


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def rob(make):
    return make.member("Rob")


@pytest.fixture
def post(make, fatima):
    return make.post(fatima, "Wie gaat elke week met mij naar de markt?")


@pytest.fixture
def robs_talk(make, post, rob):
    return make.conversation(post, rob)


@pytest.fixture
def talk(make, post, ahmed, robs_talk, writing):
    """Fatima chose Ahmed, and so not Rob."""
    conversation = make.conversation(post, ahmed)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, conversation.id))
    return conversation


@pytest.fixture
def propose(writing, talk):
    def act(by, times=4, first_at=THURSDAY):
        with writing() as work:
            conversation = work.get_one(Conversation, talk.id)
            return service.propose(work, conversation, by.id, Plan(first_at, 1, times, "bij de flat"))

    return act


@pytest.fixture
def on(writing):
    """Do a verb on a stored series; returns the series as it is then."""

    def act(verb, series, *more, **named):
        with writing() as work:
            found = work.get_one(Series, series.id)
            verb(work, found, *more, **named)
            return found

    return act


@pytest.fixture
def running(propose, on, fatima, ahmed):
    """Ahmed proposed four Thursdays and Fatima said yes."""
    return on(service.accept, propose(ahmed), fatima.id)


@pytest.fixture
def team(running, on, robs_talk, rob, writing):
    """Rob helps along."""
    with writing() as work:
        asked = work.get_one(Conversation, robs_talk.id)
        service.ask(work, work.get_one(Series, running.id), asked)
    return on(service.join, running, rob.id)


@pytest.fixture
def turns(writing):
    """Return the turns of a series as the store has them: (state, helper) by number."""

    def read(series):
        with writing() as work:
            return [(str(turn.state), turn.helper_id) for turn in queries.turns(work, series.id)]

    return read
