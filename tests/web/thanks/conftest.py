"""Ahmed helped Fatima, and it went well."""

from datetime import timedelta

import pytest

from b2b.agreements.models import Agreement
from b2b.agreements.rules import AgreementState
from b2b.authz.predicates import Role
from b2b.conversations.rules import ConversationState
from b2b.core.ids import new_reference
from b2b.posts.rules import PostState


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def ahmed(make):
    return make.member("Ahmed")


@pytest.fixture
def helped(make, ahmed, clock):
    """Let Ahmed help somebody yesterday; return their conversation. `done` False: nobody said how it went."""

    def help_(asker, *, done=True, **more):
        post = make.post(asker, state=PostState.FULFILLED, **more)
        talk = make.conversation(post, ahmed, state=ConversationState.CHOSEN)
        make.save(
            Agreement(
                reference=new_reference("A"),
                series=new_reference("A"),
                municipality_id=asker.municipality_id,
                neighbourhood_id=asker.neighbourhood_id,
                conversation_id=talk.id,
                post_id=post.id,
                asker_id=asker.id,
                helper_id=ahmed.id,
                proposed_by_id=ahmed.id,
                starts_at=clock() - timedelta(days=1),
                place="bij de bibliotheek",
                state=AgreementState.DONE if done else AgreementState.AGREED,
                created_at=clock() - timedelta(days=3),
            )
        )
        return talk

    return help_


@pytest.fixture
def desk(make, browser):
    """The browser of the moderator, with the second step done."""
    return browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
