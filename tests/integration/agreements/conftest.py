"""Two who chose each other, and verbs on what they agree on, each in a transaction of its own."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from b2b.agreements import service
from b2b.agreements.models import Agreement
from b2b.agreements.rules import Proposal
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation

THURSDAY = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
"""Half past ten in Utrecht, three days after MONDAY."""


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def post(make, fatima):
    return make.post(fatima)


@pytest.fixture
def talk(make, post, ahmed, writing):
    """Fatima chose Ahmed."""
    conversation = make.conversation(post, ahmed)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, conversation.id))
    return conversation


@pytest.fixture
def on(writing):
    """Do a verb on a stored appointment; returns the appointment as it is then."""

    def act(verb, agreement, *more):
        with writing() as work:
            found = work.get_one(Agreement, agreement.id)
            verb(work, found, *more)
            return found

    return act


@pytest.fixture
def propose(writing, talk):
    """Propose a moment in the conversation."""

    def act(by, starts_at=THURSDAY, place="bij de bibliotheek"):
        with writing() as work:
            conversation = work.get_one(Conversation, talk.id)
            return service.propose(work, conversation, by.id, Proposal(starts_at, place))

    return act


@pytest.fixture
def agreed(propose, on, fatima, ahmed):
    """Ahmed proposed Thursday and Fatima said yes."""
    return on(service.accept, propose(ahmed), fatima.id)


@pytest.fixture
def stored(writing):
    """Return things as the store has them."""

    def read(model, key):
        with writing() as work:
            return work.get_one(model, key)

    return read


@pytest.fixture
def story(writing, agreed, talk, post, stored):
    """How the appointment, the conversation and the post stand."""
    from b2b.posts.models import Post

    def read():
        return SimpleNamespace(
            agreement=stored(Agreement, agreed.id).state,
            conversation=stored(Conversation, talk.id).state,
            post=stored(Post, post.id).state,
        )

    return read
