"""One mail with everything that could wait: on its day, once, and only with what is still true."""

import pytest

from b2b.notifications import digests, service
from b2b.notifications.channels.twin import text_of
from b2b.notifications.models import Notification
from b2b.notifications.rules.news import Important, Pause, Rest
from b2b.reactions import MAIL_CONTEXTS
from tests.integration.notifications.dying import Door, goes_twice_at_most_as_the_same_mail

TODAY_AT_EIGHT = {"hours": 22}
"""From ten on Monday to eight on Tuesday."""


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def outside(door):
    return {"mail": door}


@pytest.fixture(autouse=True)
def words(monkeypatch):
    """What a digest can hold here: each of two kinds can stop being true."""
    said = {"member-proven": {}, "letter-sent": {}}
    for event in said:
        monkeypatch.setitem(MAIL_CONTEXTS, event, lambda _work, row: said[row.event])
    return said


@pytest.fixture
def tell(writing, worker, clock):
    """Tell somebody, after today's round of digests has gone."""
    worker.run_until_quiet()

    def tell(member, event="member-proven"):
        with writing() as work:
            return service.notify(work, member.id, event, municipality_id=member.municipality_id).id

    return tell


def wish(writing, member, important=Important.AT_ONCE, rest=Rest.DAILY):
    with writing() as work:
        service.wish(work, member.municipality_id, member.id, important, rest)


def test_what_can_wait_comes_together_the_next_morning(tell, fatima, worker, door, clock, writing):
    keys = [tell(fatima), tell(fatima, "letter-sent")]
    worker.run_until_quiet()
    assert not door.sent
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    (mail,) = door.to("fatima@voorbeeld.nl")
    assert mail["Subject"] == "2 berichten voor jou"
    assert "/berichten-voor-jou/J-" in text_of(mail)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    with writing() as work:
        assert all(work.get(Notification, key).mailed_at for key in keys)
    clock.advance(days=1)
    worker.run_until_quiet()
    assert len(door.sent) == 1


def test_what_was_read_hidden_or_taken_back_is_not_in_it(tell, fatima, make, worker, door, clock, writing, words):
    rob = make.member("Rob")
    read, gone = tell(fatima), tell(fatima, "letter-sent")
    tell(rob)
    with writing() as work:
        service.read(work, fatima.id, read)
    words["letter-sent"] = None
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    assert [mail["To"] for mail in door.sent] == ["rob@voorbeeld.nl"]
    with writing() as work:
        assert work.get(Notification, gone).mailed_at is None
        assert work.get(Notification, gone).read_at, "what is no longer news is not new either"


def test_who_wants_it_weekly_gets_it_on_monday_and_who_never_wants_it_gets_none(
    tell, fatima, make, worker, door, clock, writing
):
    rob = make.member("Rob")
    wish(writing, fatima, rest=Rest.WEEKLY)
    wish(writing, rob, rest=Rest.NEVER)
    tell(fatima)
    tell(rob)
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    assert not door.sent
    clock.advance(days=6)
    worker.run_until_quiet()
    assert [mail["To"] for mail in door.sent] == ["fatima@voorbeeld.nl"]


def test_a_missed_monday_is_made_up_for(tell, fatima, worker, door, clock, writing):
    wish(writing, fatima, rest=Rest.WEEKLY)
    tell(fatima)
    clock.advance(days=8)
    worker.run_until_quiet()
    assert len(door.sent) == 1


def test_a_pause_holds_the_digest_back_too(tell, fatima, worker, door, clock, writing):
    tell(fatima)
    with writing() as work:
        service.pause(work, fatima.municipality_id, fatima.id, Pause.WEEK)
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    assert not door.sent
    clock.advance(days=8)
    worker.run_until_quiet()
    assert len(door.sent) == 1


def test_killed_between_sending_and_remembering_it_goes_twice_at_most_as_the_same_mail(
    tell, fatima, worker, door, clock
):
    tell(fatima)
    clock.advance(**TODAY_AT_EIGHT)
    goes_twice_at_most_as_the_same_mail(worker, door, clock)


def test_many_people_are_done_in_steps_that_each_leave_one_job(tell, make, worker, door, clock, writing, monkeypatch):
    monkeypatch.setattr(digests, "STEP", 2)
    for name in ("Fatima", "Henk", "Rob", "Mo", "Els"):
        tell(make.member(name))
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    assert len({mail["To"] for mail in door.sent}) == len(door.sent) == 5


def test_thirty_lines_are_enough_for_one_mail(tell, fatima, worker, door, clock):
    for _ in range(32):
        tell(fatima)
    clock.advance(**TODAY_AT_EIGHT)
    worker.run_until_quiet()
    assert "nog meer nieuws" in text_of(door.last())
    assert door.last()["Subject"] == "30 berichten voor jou"
