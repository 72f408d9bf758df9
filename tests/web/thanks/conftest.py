"""Ahmed helped Fatima, and it went well."""

import pytest

from b2b.agreements.rules import AgreementState
from b2b.authz.predicates import Role
from b2b.conversations.rules import ConversationState
from b2b.posts.rules import PostState


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def helped(make, ahmed):
    """Let Ahmed help somebody yesterday; return their conversation. `done` False: nobody said how it went."""

    def help_(asker, *, done=True, **more):
        post = make.post(asker, state=PostState.FULFILLED, **more)
        talk = make.conversation(post, ahmed, state=ConversationState.CHOSEN)
        state = AgreementState.DONE if done else AgreementState.AGREED
        make.agreement(talk, days=-1, state=state)
        return talk

    return help_


@pytest.fixture
def desk(make, browser):
    """The browser of the moderator, with the second step done."""
    return browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
