"""Nobody says how it went: after a term the appointment closes by itself, and so does the post."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from b2b.agreements import service
from b2b.agreements.models import Agreement
from b2b.agreements.rules import LET_REST_DAYS, AgreementState, Happened
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ConversationState
from b2b.municipalities import service as places
from b2b.posts.rules import PostState
from tests.integration.agreements.conftest import THURSDAY

CLOSED = SimpleNamespace(
    agreement=AgreementState.UNTOLD, conversation=ConversationState.CHOSEN, post=PostState.EXPIRED
)


@pytest.fixture
def silence(agreed, clock, worker):
    """Let days go by after the appointment in which nobody says a thing."""

    def pass_by(days=LET_REST_DAYS):
        clock.moment = THURSDAY + timedelta(days=days, hours=20)
        worker.run_until_quiet()

    return pass_by


def test_after_the_term_the_appointment_and_the_post_close(silence, story):
    silence(LET_REST_DAYS - 1)
    assert story().agreement is AgreementState.AGREED
    silence()
    assert story() == CLOSED


def test_a_municipality_chooses_its_own_term(silence, story, make, writing):
    with writing() as work:
        places.choose(work, make.municipality().id, "agreements.untold_days", 30)
    silence(29)
    assert story().agreement is AgreementState.AGREED
    silence(30)
    assert story() == CLOSED


def test_its_address_goes(agreed, on, fatima, silence, stored):
    on(service.share_address, agreed, "Zambesidreef 1")
    silence()
    assert stored(Agreement, agreed.id).address is None


@pytest.mark.parametrize(
    ("happened", "becomes", "post_becomes"),
    [
        (Happened.YES, AgreementState.DONE, PostState.EXPIRED),
        (Happened.NOBODY_CAME, AgreementState.MISSED, PostState.OPEN),
    ],
)
def test_the_asker_can_still_say_how_it_went(silence, story, agreed, on, fatima, happened, becomes, post_becomes):
    silence()
    on(service.tell, agreed, fatima.id, happened)
    assert (story().agreement, story().post) == (becomes, post_becomes)


def test_what_somebody_said_stays(agreed, on, fatima, clock, silence, story):
    clock.moment = THURSDAY
    on(service.tell, agreed, fatima.id, Happened.YES)
    silence()
    assert story().agreement is AgreementState.DONE
    assert story().post is PostState.FULFILLED


def test_a_post_with_another_helper_by_now_stays_as_it_is(agreed, clock, make, post, talk, silence, story, writing):
    other = make.conversation(post, make.member("Ria"), state=ConversationState.NOT_CHOSEN)
    clock.moment = THURSDAY
    with writing() as work:
        talking.release(work, work.get_one(Conversation, talk.id), post.author_id)
    with writing() as work:
        talking.choose(work, work.get_one(Conversation, other.id))
    silence()
    assert story().post is PostState.MATCHED
