"""Asking for codes is counted per place on the network, for as long as an hour."""

from dataclasses import replace

import pytest

from tests.client import words


@pytest.fixture
def settings(settings):
    return replace(settings, limits=True)


def test_twenty_codes_an_hour_and_then_a_pause_that_keeps_what_was_typed(browser):
    visitor = browser()
    for number in range(20):
        assert visitor.post("/inloggen", {"email": f"buur{number}@voorbeeld.nl"}).status_code == 303
    answer = visitor.post("/inloggen", {"email": "fatima@voorbeeld.nl"})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "Even rustig aan" in words(answer)


def test_a_member_who_changes_the_address_is_counted_too(browser, make):
    visitor = browser(make.member("Fatima"))
    assert visitor.submit("/mijn/gegevens/e-mailadres", {"email": "nieuw@voorbeeld.nl"}).status_code == 303
