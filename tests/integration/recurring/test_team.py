"""Several helpers for one need: who takes which turn, who hears what, and who sees the address."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from b2b.conversations.models import Conversation
from b2b.recurring import queries, service
from b2b.recurring.models import Place, Series
from b2b.recurring.rules import RECOVER, AddressHidden, CannotJoin, NotYourTurn, SeriesState, TeamFull, TurnBegun
from tests.integration.recurring.conftest import THURSDAY
from tests.integration.recurring.test_series import state_of, subjects


def test_a_neighbour_who_reacted_helps_along_after_a_yes(team, rob, mail, worker, writing):
    assert team.participants[-1] == rob.id
    worker.run_until_quiet()
    assert "Rob doet mee met de vaste hulp" in subjects(mail, "fatima")


def test_who_says_no_sees_no_more_of_it_and_is_not_asked_again(running, on, robs_talk, rob, writing):
    def ask():
        with writing() as work:
            service.ask(work, work.get_one(Series, running.id), work.get_one(Conversation, robs_talk.id))

    ask()
    ask()
    assert rob.id not in on(service.say_no, running, rob.id).participants
    with pytest.raises(CannotJoin):
        ask()


def test_only_who_reacted_to_this_request_can_be_asked(running, make, writing, fatima):
    strangers = make.conversation(make.post(fatima, "Iets anders"), make.member("Ria"))
    with pytest.raises(CannotJoin), writing() as work:
        service.ask(work, work.get_one(Series, running.id), work.get_one(Conversation, strangers.id))


def test_a_team_has_an_end(running, make, post, writing):
    for name in ("An", "Bo", "Co", "Do", "Ed"):
        talk = make.conversation(post, make.member(name))
        with writing() as work:
            service.ask(work, work.get_one(Series, running.id), work.get_one(Conversation, talk.id))
    one_more = make.conversation(post, make.member("Fo"))
    with pytest.raises(TeamFull), writing() as work:
        service.ask(work, work.get_one(Series, running.id), work.get_one(Conversation, one_more.id))


def test_a_turn_is_handed_on_and_another_takes_it(team, on, turns, ahmed, rob, mail, worker):
    on(service.hand_on, team, 2, ahmed.id)
    assert turns(team)[1] == ("open", None)
    worker.run_until_quiet()
    assert "Wie kan er op donderdag 3 december om 10.00 uur?" in subjects(mail, "rob")
    on(service.take, team, 2, rob.id)
    assert turns(team)[1] == ("planned", rob.id)
    worker.run_until_quiet()
    assert "Rob komt op donderdag 3 december om 10.00 uur" in subjects(mail, "fatima")


def test_of_two_who_take_a_turn_at_once_one_comes(team, make, post, on, turns, ahmed, rob, writing):
    olena = make.member("Olena")
    talk = make.conversation(post, olena)
    with writing() as work:
        service.ask(work, work.get_one(Series, team.id), work.get_one(Conversation, talk.id))
    on(service.join, team, olena.id)
    on(service.hand_on, team, 2, ahmed.id)

    def take(member):
        try:
            on(service.take, team, 2, member.id)
        except NotYourTurn:
            return None
        return member.id

    with ThreadPoolExecutor(2) as pool:
        won = [key for key in pool.map(take, (rob, olena)) if key]
    assert len(won) == 1
    assert turns(team)[1] == ("planned", won[0])


def test_nobody_hands_on_what_is_not_theirs_or_takes_what_somebody_has(team, on, rob, fatima):
    with pytest.raises(NotYourTurn):
        on(service.hand_on, team, 1, rob.id)
    with pytest.raises(NotYourTurn):
        on(service.take, team, 1, rob.id)
    with pytest.raises(CannotJoin):
        on(service.take, team, 1, fatima.id)


def test_when_the_first_helper_stops_the_team_goes_on(team, on, turns, ahmed, writing):
    left = on(service.leave, team, ahmed.id)
    assert left.state is SeriesState.RUNNING
    assert ahmed.id not in left.participants
    assert {state for state, _ in turns(team)} == {"open"}


def test_the_address_is_for_whose_turn_is_near_and_for_nobody_else(team, on, ahmed, rob, writing, clock):
    on(service.give_address, team, "Zambesidreef 1")
    with writing() as work:
        series = work.get_one(Series, team.id)
        assert service.see_address(work, series, ahmed.id) == "Zambesidreef 1"
        assert queries.place_of(work, series.id, ahmed.id).address_seen_at == clock()
    with pytest.raises(AddressHidden):
        on(service.see_address, team, rob.id)
    on(service.hand_on, team, 1, ahmed.id)
    on(service.take, team, 1, rob.id)
    on(service.see_address, team, rob.id)
    with pytest.raises(AddressHidden):
        on(service.see_address, team, ahmed.id)  # his next turn is more than a week away


def test_a_turn_that_nobody_took_did_not_go_on(team, on, turns, ahmed, worker, clock):
    on(service.hand_on, team, 1, ahmed.id)
    clock.advance(days=4)
    worker.run_until_quiet()
    assert turns(team)[0] == ("missed", None)


def test_somebody_who_left_can_be_asked_again(team, on, rob, robs_talk, writing):
    on(service.leave, team, rob.id)
    with writing() as work:
        service.ask(work, work.get_one(Series, team.id), work.get_one(Conversation, robs_talk.id))
        own = queries.place_of(work, team.id, rob.id)
    assert state_of(writing, Place, own.id) == "asked"


def test_when_nobody_came_the_others_are_asked_at_once_and_the_first_who_can_comes(
    team, on, turns, fatima, ahmed, rob, mail, worker, clock
):
    clock.moment = THURSDAY + timedelta(hours=1)
    assert told_that_nobody_came(on, team, fatima) == 1
    assert turns(team)[0] == ("missed", ahmed.id)
    worker.run_until_quiet()
    assert "Er kwam niemand bij Fatima. Kun jij nog?" in subjects(mail, "rob")
    assert not [words for words in subjects(mail, "ahmed") if "Er kwam niemand" in words]
    with pytest.raises(NotYourTurn):
        on(service.take, team, 1, ahmed.id)
    on(service.take, team, 1, rob.id)
    assert turns(team)[0] == ("planned", rob.id)
    worker.run_until_quiet()
    assert "Rob komt nog" in subjects(mail, "fatima")
    on(service.tell, team, 1, fatima.id, went_well=True)
    assert turns(team)[0] == ("done", rob.id)


def test_a_day_later_nobody_is_asked_to_come_after_all(team, on, rob, fatima, clock):
    clock.moment = THURSDAY + RECOVER
    assert told_that_nobody_came(on, team, fatima) == 0
    with pytest.raises(TurnBegun):
        on(service.take, team, 1, rob.id)


def told_that_nobody_came(on, series, asker):
    """Say that nobody came to the first turn; return how many neighbours are asked."""
    asked = []
    on(lambda work, found: asked.append(service.tell(work, found, 1, asker.id, went_well=False)), series)
    return asked[0]
