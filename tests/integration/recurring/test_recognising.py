"""Each helper of a series and who asked have a word of their own, and say how they are recognised; until it is over."""

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.agreements.codewords import WORDS, new_word
from b2b.cli.db import downgrade, upgrade
from b2b.core.db import unit_of_work
from b2b.notifications.channels.twin import text_of
from b2b.recurring import service
from b2b.recurring.models import Place, Series
from b2b.recurring.rules import NoSignNow
from tests.integration.recurring.test_series import subjects


@pytest.fixture
def place(writing):
    def read(series, member):
        with writing() as work:
            found = select(Place).where(Place.series_id == series.id, Place.member_id == member.id)
            return work.exec(found).one()

    return read


def test_a_word_that_is_taken_is_given_to_nobody_else():
    assert new_word(WORDS[1:]) == WORDS[0]


def test_every_helper_has_another_word_that_goes_when_they_step_out(team, on, place, ahmed, rob):
    assert place(team, ahmed).code_word in WORDS
    assert place(team, rob).code_word in WORDS
    assert place(team, ahmed).code_word != place(team, rob).code_word
    on(service.tell_sign, team, rob.id, "een groene pet")
    on(service.leave, team, rob.id)
    assert (place(team, rob).code_word, place(team, rob).sign) == ("", "")
    assert place(team, ahmed).code_word


def test_words_and_signs_go_when_the_help_stops(team, on, place, fatima, ahmed, rob):
    for member in (fatima, ahmed, rob):
        on(service.tell_sign, team, member.id, "een rode jas")
    ended = on(service.stop, team)
    assert ended.asker_sign == ""
    for member in (ahmed, rob):
        assert (place(team, member).code_word, place(team, member).sign) == ("", "")
    with pytest.raises(NoSignNow):
        on(service.tell_sign, team, fatima.id, "een rode jas")


def test_who_is_only_asked_has_no_word_and_tells_no_sign(running, on, robs_talk, rob, place):
    on(service.ask, running, robs_talk)
    assert place(running, rob).code_word == ""
    with pytest.raises(NoSignNow):
        on(service.tell_sign, running, rob.id, "een groene pet")


def test_the_mail_of_a_turn_says_the_word_of_who_comes(team, on, place, ahmed, rob, mail, worker):
    on(service.hand_on, team, 1, ahmed.id)
    on(service.take, team, 1, rob.id)
    worker.run_until_quiet()
    assert subjects(mail, "fatima")[-1].startswith("Rob komt op")
    letter = text_of(mail.last("fatima@voorbeeld.nl"))
    assert place(team, rob).code_word in letter
    assert place(team, ahmed).code_word not in letter


def test_a_word_for_all_becomes_the_word_of_who_helps_and_the_way_back_keeps_it(database, team, ahmed, rob):
    def ask(question):
        with unit_of_work(database.read) as work:
            return list(work.connection().execute(text(question)).scalars())

    words = dict(zip((ahmed.id, rob.id), ask("SELECT code_word FROM help_places ORDER BY id"), strict=True))
    downgrade(database, "0040")
    assert ask("SELECT code_word FROM help_series") == [words[ahmed.id]]
    upgrade(database)
    assert ask("SELECT code_word FROM help_places ORDER BY id") == [words[ahmed.id]] * 2
    assert ask(f"SELECT team FROM help_series WHERE id = {team.id}")
    with unit_of_work(database.read) as work:
        assert work.get_one(Series, team.id).asker_sign == ""
