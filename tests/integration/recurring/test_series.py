"""Agreeing on help that comes back, skipping, stopping: everybody hears of it once, and the database keeps it whole."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from b2b.accounts.models import Member
from b2b.accounts.service import people as accounts
from b2b.agreements import service as meeting
from b2b.agreements.models import Agreement
from b2b.agreements.rules import Happened, Helped, Proposal
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import ConversationState
from b2b.core.errors import Conflict
from b2b.core.history import Move
from b2b.posts import service as posting
from b2b.posts.models import Post
from b2b.posts.rules import PostKind, PostState
from b2b.recurring import queries, service
from b2b.recurring.models import Place, Series, Turn
from b2b.recurring.rules import NoSeriesNow, NotYourTurn, OwnPlan, Plan, PlanPassed, SeriesState, TurnAhead, TurnBegun
from tests.integration.recurring.conftest import THURSDAY

WEEK = timedelta(days=7)


def subjects(mail, name):
    return [str(message["Subject"]) for message in mail.to(f"{name}@voorbeeld.nl")]


def state_of(writing, model, key):
    with writing() as work:
        return work.get_one(model, key).state


def test_saying_yes_makes_every_turn_and_both_get_them_for_their_calendar(running, turns, ahmed, mail, worker):
    assert turns(running) == [("planned", ahmed.id)] * 4
    worker.run_until_quiet()
    for name in ("fatima", "ahmed"):
        (agreed,) = (message for message in mail.to(f"{name}@voorbeeld.nl") if "staat vast" in message["Subject"])
        (file,) = agreed.iter_attachments()
        assert file.get_content().count("BEGIN:VEVENT") == 4


def test_who_proposed_it_cannot_say_yes(propose, on, ahmed):
    with pytest.raises(OwnPlan):
        on(service.accept, propose(ahmed), ahmed.id)


def test_the_same_proposal_twice_is_one_and_another_one_has_to_wait(propose, ahmed, fatima):
    assert propose(ahmed).reference == propose(ahmed).reference
    with pytest.raises(NoSeriesNow):
        propose(fatima, times=6)


def test_nobody_says_yes_to_what_has_begun(propose, on, ahmed, fatima, clock):
    series = propose(ahmed)
    clock.advance(days=4)
    with pytest.raises(PlanPassed):
        on(service.accept, series, fatima.id)


def test_for_an_offer_who_reacted_is_the_one_who_asks(make, fatima, ahmed, writing):
    conversation = make.conversation(make.post(fatima, kind=PostKind.OFFER), ahmed)
    with writing() as work:
        found = work.get_one(Conversation, conversation.id)
        talking.choose(work, found)
        series = service.propose(work, found, fatima.id, Plan(THURSDAY, 2, 3, "bij mij"))
    assert (series.asker_id, series.helper_id) == (ahmed.id, fatima.id)


def test_a_no_is_told_and_what_is_taken_back_is_not(propose, on, ahmed, fatima, mail, worker):
    assert on(service.decline, propose(ahmed), ahmed.id).state is SeriesState.ENDED
    assert on(service.decline, propose(ahmed), fatima.id).state is SeriesState.DECLINED
    worker.run_until_quiet()
    assert subjects(mail, "ahmed")[-1] == "Fatima kan niet op de dagen die je voorstelde"


def test_either_side_skips_one_time_and_the_other_hears_it(running, on, turns, ahmed, fatima, mail, worker):
    on(service.skip, running, 2, fatima.id)
    on(service.skip, running, 3, ahmed.id)
    on(service.skip, running, 3, ahmed.id)
    assert [state for state, _ in turns(running)] == ["planned", "skipped", "skipped", "planned"]
    worker.run_until_quiet()
    assert [words for words in subjects(mail, "ahmed") if "Een keer niet" in words] == [
        "Een keer niet: donderdag 3 december om 10.00 uur"
    ]
    assert [words for words in subjects(mail, "fatima") if "Een keer niet" in words] == [
        "Een keer niet: donderdag 10 december om 10.00 uur"
    ]


def test_what_has_begun_is_not_skipped_and_what_is_ahead_not_told(running, on, fatima, clock):
    with pytest.raises(TurnAhead):
        on(service.tell, running, 1, fatima.id, went_well=True)
    clock.moment = THURSDAY
    with pytest.raises(TurnBegun):
        on(service.skip, running, 1, fatima.id)


def test_a_turn_that_is_skipped_leaves_the_calendar_and_the_others_stay(running, on, fatima, ahmed, work):
    on(service.skip, running, 2, fatima.id)
    found = {entry.uid.partition("-")[2]: entry for entry in queries.entries(work, ahmed.id)}
    reference = running.reference.partition("-")[2]
    assert [found[f"{reference}-{number}@buurthulp"].status for number in (1, 2)] == ["CONFIRMED", "CANCELLED"]
    assert [found[f"{reference}-{number}@buurthulp"].sequence for number in (1, 2)] == [0, 1]


def test_the_day_before_both_are_reminded_once(running, worker, mail, clock):
    clock.moment = THURSDAY - timedelta(hours=23)
    worker.run_until_quiet()
    clock.advance(hours=2)
    worker.run_until_quiet()
    for name in ("fatima", "ahmed"):
        assert len([words for words in subjects(mail, name) if "Denk eraan" in words]) == 1


def test_one_tap_says_how_a_turn_went_and_silence_closes_it(running, on, turns, fatima, ahmed, worker, clock):
    clock.moment = THURSDAY + timedelta(hours=1)
    on(service.tell, running, 1, ahmed.id, went_well=True)
    assert turns(running)[0][0] == "done"
    on(service.tell, running, 1, fatima.id, went_well=False)
    assert turns(running)[0][0] == "missed"
    clock.advance(days=15)
    worker.run_until_quiet()
    assert [state for state, _ in turns(running)] == ["missed", "untold", "planned", "planned"]


def test_after_the_last_turn_the_help_is_done_and_everybody_is_asked_once(
    running, on, worker, mail, clock, writing, post, fatima
):
    clock.moment = THURSDAY + 3 * WEEK + timedelta(hours=2)
    worker.run_until_quiet()
    assert state_of(writing, Series, running.id) is SeriesState.FINISHED
    assert state_of(writing, Post, post.id) is PostState.FULFILLED
    assert subjects(mail, "ahmed").count("De vaste hulp is voorbij. Hoe was het?") == 1
    assert on(service.tell_helped, running, fatima.id, Helped.YES).helped is Helped.YES


def test_the_asker_stops_and_whoever_helps_hears_it(team, on, turns, writing, post, mail, worker):
    on(service.give_address, team, "Zambesidreef 1")
    ended = on(service.stop, team)
    assert (ended.state, ended.address) == (SeriesState.ENDED, None)
    assert {state for state, _ in turns(team)} == {"cancelled"}
    assert state_of(writing, Post, post.id) is PostState.WITHDRAWN
    worker.run_until_quiet()
    for name in ("ahmed", "rob"):
        assert any(words.startswith("De vaste hulp stopt") for words in subjects(mail, name))
    assert not any(words.startswith("De vaste hulp stopt") for words in subjects(mail, "fatima"))


def test_when_the_only_helper_stops_somebody_else_is_looked_for(
    running, on, writing, ahmed, post, talk, mail, worker
):
    on(service.leave, running, ahmed.id)
    assert state_of(writing, Series, running.id) is SeriesState.ENDED
    assert state_of(writing, Post, post.id) is PostState.OPEN
    assert state_of(writing, Conversation, talk.id) is ConversationState.OPEN
    worker.run_until_quiet()
    told = [words for words in subjects(mail, "fatima") if "vaste hulp" not in words or "stopt" in words]
    assert len([words for words in told if "Ahmed" in words]) == 1, told


def test_a_post_that_closes_ends_the_help(running, writing, post):
    with writing() as work:
        posting.withdraw(work, work.get_one(Post, post.id))
    assert state_of(writing, Series, running.id) is SeriesState.ENDED


def test_one_appointment_that_worked_does_not_end_help_that_comes_back(
    running, writing, talk, post, ahmed, fatima, clock
):
    with writing() as work:
        one = meeting.propose(work, work.get_one(Conversation, talk.id), ahmed.id, Proposal(THURSDAY, "thuis"))
    for verb, more in ((meeting.accept, [fatima.id]), (meeting.tell, [fatima.id, Happened.YES])):
        clock.moment = max(clock(), THURSDAY) if verb is meeting.tell else clock()
        with writing() as work:
            verb(work, work.get_one(Agreement, one.id), *more)
    assert state_of(writing, Post, post.id) is PostState.MATCHED


def test_turns_of_who_stands_still_are_for_the_others(team, turns, writing, ahmed):
    with writing() as work:
        accounts.suspend(work, work.get_one(Member, ahmed.id))
    assert {state for state, _ in turns(team)} == {"open"}


def test_every_step_leaves_a_row_of_history(running, on, fatima, work):
    on(service.skip, running, 2, fatima.id)
    moves = work.exec(select(Move).where(col(Move.thing).in_(["series", "turn"])).order_by(col(Move.id))).all()
    assert [(move.thing, move.action) for move in moves] == [("series", "accept"), ("turn", "skip")]


@pytest.mark.parametrize("values", [{"helper_id": None}, {"state": "open"}])
def test_the_database_refuses_a_turn_that_says_two_things(running, writing, values):
    with pytest.raises(IntegrityError), writing() as work:
        work.connection().execute(update(Turn).where(col(Turn.series_id) == running.id).values(**values))


def test_the_database_keeps_one_series_for_two_people(running, writing):
    row = running.model_dump(exclude={"id", "reference"}) | {"reference": "R-0000-0000"}
    with pytest.raises(IntegrityError), writing() as work:
        work.add(Series(**row))


def test_of_a_helper_who_skips_and_an_asker_who_stops_at_once_nothing_is_left_half(
    running, on, turns, ahmed, writing
):
    def outcome(do):
        try:
            do()
        except Conflict:
            pass

    both = (lambda: on(service.stop, running), lambda: on(service.skip, running, 2, ahmed.id))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(outcome, both))
    assert state_of(writing, Series, running.id) is SeriesState.ENDED
    assert {state for state, _ in turns(running)} <= {"cancelled", "skipped"}


def test_a_year_after_its_end_nothing_is_left(team, on, worker, clock, work):
    on(service.stop, team)
    clock.advance(days=367)
    worker.run_until_quiet()
    assert [work.exec(select(table)).all() for table in (Series, Turn, Place)] == [[], [], []]


def test_nobody_else_can_skip(running, on, rob):
    with pytest.raises(NotYourTurn):
        on(service.skip, running, 1, rob.id)
