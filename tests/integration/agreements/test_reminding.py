"""The day before an appointment both are reminded: once, of what stands, and not of what was agreed on just before."""

from datetime import timedelta

from b2b.agreements import service
from tests.integration.agreements.conftest import THURSDAY

DAY = timedelta(days=1)


def reminders(mail, name):
    return [one for one in mail.to(f"{name}@voorbeeld.nl") if str(one["Subject"]).startswith("Denk aan je afspraak")]


def test_both_are_reminded_once_a_day_before_with_the_word(propose, on, fatima, ahmed, worker, mail, clock):
    agreed = on(service.accept, propose(ahmed), fatima.id)
    clock.moment = THURSDAY - DAY - timedelta(minutes=20)
    worker.run_until_quiet()
    assert not reminders(mail, "fatima")
    for minutes in (0, 20, 40):
        clock.moment = THURSDAY - DAY + timedelta(minutes=minutes)
        worker.run_until_quiet()
    for name in ("fatima", "ahmed"):
        [letter] = reminders(mail, name)
        assert agreed.code_word in letter.as_string()
        assert "donderdag 26 november om 10.30 uur" in str(letter["Subject"])


def test_a_night_that_is_an_hour_shorter_still_leaves_a_reminder_before_it(
    propose, on, fatima, ahmed, worker, mail, clock
):
    sunday = THURSDAY.replace(year=2027, month=3, day=28, hour=8)
    on(service.accept, propose(ahmed, sunday), fatima.id)
    clock.moment = sunday - DAY + timedelta(minutes=15)
    worker.run_until_quiet()
    [letter] = reminders(mail, "ahmed")
    assert "zondag 28 maart om 10.30 uur" in str(letter["Subject"])


def test_what_was_called_off_or_moved_is_not_reminded_of_but_the_new_moment_is(
    propose, on, fatima, ahmed, worker, mail, clock
):
    on(service.accept, propose(ahmed), fatima.id)
    on(service.accept, propose(fatima, THURSDAY + 2 * DAY), ahmed.id)
    clock.moment = THURSDAY - timedelta(hours=23)
    worker.run_until_quiet()
    assert not reminders(mail, "fatima")
    clock.moment = THURSDAY + DAY + timedelta(minutes=15)
    worker.run_until_quiet()
    assert "28 november" in str(reminders(mail, "fatima")[0]["Subject"])
    assert len(reminders(mail, "fatima")) == 1


def test_a_proposal_that_nobody_answered_and_a_yes_on_the_day_itself_get_none(
    propose, on, fatima, ahmed, worker, mail, clock
):
    proposed = propose(ahmed)
    clock.moment = THURSDAY - timedelta(hours=20)
    worker.run_until_quiet()
    on(service.accept, proposed, fatima.id)
    clock.moment = THURSDAY - timedelta(hours=2)
    worker.run_until_quiet()
    assert not reminders(mail, "fatima")
    assert not reminders(mail, "ahmed")
