"""Questions for the municipality, early signals, systems that talk with us, and pilots."""

from b2b.api.models import ApiAnswer, ApiClient, ApiMessage, ApiSubscription, ApiToken
from b2b.concerns.models import EarlySignal, Worry
from b2b.concerns.rules.worries import KEEP_AT_MOST, KEEP_WORRY
from b2b.handoff.models import (
    Attempt,
    ConsentException,
    DeskLink,
    Handoff,
    HandoffNote,
    HandoffProposal,
    HandoffQuestion,
    Referral,
)
from b2b.handoff.rules.involved import KEEP_REFERRAL
from b2b.pilots.models import Pilot, PilotNote
from tests.integration.privacy.scene import of


def question(scene):
    """Return a question that was answered now."""
    words = {"question": "Wie helpt mij?", "contact": "06 12 34 56 78", "closing_note": "Gebeld."}
    return scene.save(Handoff, state="done", closed_at=scene.now, **words)


@of("handoff_words")
def words_of_a_question(scene):
    asked = question(scene)
    here = {"handoff_id": asked.id}
    return (
        asked,
        scene.save(HandoffNote, **here),
        scene.save(HandoffQuestion, **here),
        scene.save(HandoffProposal, **here),
        scene.save(ConsentException, **here, words="Er was gevaar."),
    )


@of("handoff_message")
def words_that_still_had_to_go(scene):
    return scene.save(Attempt, handoff_id=question(scene).id, message="Wie helpt mij?")


@of("referral", KEEP_REFERRAL.days)
def referral_of_which_nobody_knows_the_end(scene):
    return scene.save(Referral, handoff_id=question(scene).id)


@of("referral", 30)
def referral_that_ended(scene):
    return scene.save(Referral, handoff_id=question(scene).id, ended_at=scene.now)


@of("desk_link")
def link_for_a_desk(scene):
    return scene.save(DeskLink, handoff_id=question(scene).id, expires_at=scene.after(days=3))


def system(scene, **more):
    """Return a system that may read for years."""
    return scene.save(ApiClient, ends_on=scene.after(days=2000).date(), **more)


@of("api_client")
def system_that_ended(scene):
    ended = system(scene, ended_at=scene.now)
    return ended, scene.save(ApiSubscription, client_id=ended.id)


@of("api_token")
def key_of_a_system(scene):
    return scene.save(ApiToken, client_id=system(scene).id)


@of("api_message")
def word_to_a_system(scene):
    hears = scene.save(ApiSubscription, client_id=system(scene).id)
    return scene.save(ApiMessage, subscription_id=hears.id)


@of("api_answer")
def answer_to_a_system(scene):
    return scene.save(ApiAnswer, client_id=system(scene).id)


@of("worry")
def worry_that_was_looked_into(scene):
    return scene.save(Worry, closed_at=scene.now)


@of("worry", KEEP_AT_MOST.days)
def worry_that_nobody_closed(scene):
    return scene.save(Worry)


@of("early_signal")
def early_signal(scene):
    return scene.save(EarlySignal, why="often", member_id=scene.ada.id, closed_at=scene.now)


@of("early_signal", KEEP_WORRY.days)
def early_signal_of_a_worry(scene):
    return scene.save(EarlySignal, why="worry", closed_at=scene.now)


@of("pilot_note")
def note_about_a_pilot(scene):
    return scene.save(PilotNote, pilot_id=scene.save(Pilot, ended_at=scene.now).id, written_by_id=scene.ada.id)
