"""Conversations, appointments, help that comes back, and how people hear of it."""

from datetime import timedelta

from sqlmodel import select

from b2b.accounts.models import SignInSession
from b2b.agreements.models import AgreementShare, CalendarFeed, Outcome
from b2b.agreements.rules import LENGTH
from b2b.conversations.models import Message, Mute
from b2b.core.clock import local
from b2b.notifications.models import Notification, PushSubscription
from b2b.recurring.models import Place, Series, Turn, TurnShare
from b2b.thanks.models import Thanks
from tests.integration.privacy.scene import END, of


@of("conversation")
def conversation(scene):
    talk = scene.talk()
    with scene.make.writing() as work:
        said = work.exec(select(Message).where(Message.conversation_id == talk.id)).one()
    return talk, said, scene.save(Mute, conversation_id=talk.id)


@of("conversation")
def appointment_of_which_the_place_goes_and_the_day_stays(scene):
    return scene.meeting()


@of("agreement")
def agreement(scene):
    met = scene.meeting()
    return met, scene.save(Outcome, agreement_id=met.id)


@of("address")
def how_to_find_the_door(scene):
    said = {"address": "Zambesidreef 12", "code_word": "tulp", "asker_sign": "rode jas", "helper_sign": "fiets"}
    return scene.meeting(**said)


@of("share")
def shown_to_somebody_one_trusts(scene):
    return scene.save(AgreementShare, agreement_id=scene.meeting().id)


@of("thanks")
def thanks(scene):
    return scene.save(Thanks, receiver_id=scene.kees.id)


def series_of(scene, **more):
    """Return a series of Ada and Kees."""
    talk = scene.talk()
    two = {"conversation_id": talk.id, "post_id": talk.post_id, "helper_id": scene.kees.id, "team": [scene.kees.id]}
    return scene.save(Series, **two, times=2, **more)


@of("series")
def help_that_came_back(scene):
    over = series_of(scene, state="finished", over_at=scene.now)
    turn = scene.save(Turn, series_id=over.id, state="done", helper_id=scene.kees.id)
    place = scene.save(Place, series_id=over.id, member_id=scene.kees.id, conversation_id=over.conversation_id)
    return over, turn, place


@of("series_address", 20)
def address_of_help_of_which_the_last_time_is_over(scene):
    said = {"address": "Zambesidreef 12", "asker_sign": "rode jas"}
    runs = series_of(scene, state="running", **said)
    scene.save(Turn, series_id=runs.id, helper_id=scene.kees.id, starts_at=END - LENGTH)
    team = {"series_id": runs.id, "conversation_id": runs.conversation_id, "state": "active"}
    return runs, scene.save(Place, **team, member_id=scene.kees.id, code_word="tulp", sign="fiets")


@of("turn_share")
def one_time_shown_to_somebody_one_trusts(scene):
    over = series_of(scene, state="finished", over_at=scene.now)
    turn = scene.save(Turn, series_id=over.id, state="done", helper_id=scene.kees.id)
    return scene.save(TurnShare, turn_id=turn.id)


@of("calendar", 181)
def calendar_that_was_last_asked_for_on_this_day(scene):
    return scene.save(CalendarFeed, used_on=local(END).date() - timedelta(days=181))  # summer time lies between


@of("push", 40)
def device_that_hears_news(scene):
    lives = scene.save(SignInSession, expires_at=END, idle_expires_at=END)
    return scene.save(PushSubscription, session_key=lives.key)


@of("notification")
def notification(scene):
    return scene.save(Notification)
