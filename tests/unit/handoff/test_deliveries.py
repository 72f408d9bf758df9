"""What follows from how a task stands elsewhere, when a connection rests, and what a message holds."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from b2b.handoff.connectors.openklant.message import Facts, bodies, compose, number_from, phone, renumbered
from b2b.handoff.rules import (
    AttemptState,
    HandoffAction,
    HandoffState,
    There,
    consequence,
    is_rsin,
    may_use,
    rest,
    trouble,
)

NEW, CLAIMED, DONE, WITHDRAWN = (
    HandoffState.NEW,
    HandoffState.CLAIMED,
    HandoffState.DONE,
    HandoffState.WITHDRAWN,
)
FACTS = Facts("1234567890", "a-key", "Fatima", True, "06 12345678", datetime(2026, 11, 23, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("state", "was", "now", "sent_on", "action"),
    [
        (NEW, "waiting", "waiting", False, None),
        (NEW, "waiting", "taken", False, HandoffAction.TAKEN_THERE),
        (CLAIMED, "waiting", "taken", False, None),
        (NEW, "waiting", "waiting", True, HandoffAction.SENT_ON_THERE),
        (NEW, "waiting", "done", False, HandoffAction.DONE_THERE),
        (CLAIMED, "taken", "done", False, HandoffAction.DONE_THERE),
        (DONE, "taken", "done", False, None),
        (DONE, "done", "waiting", False, HandoffAction.OPENED_THERE),
        (NEW, "done", "done", False, None),
        (WITHDRAWN, "waiting", "done", False, None),
        (WITHDRAWN, "done", "waiting", True, None),
        (NEW, "waiting", "gone", False, None),
    ],
)
def test_ours_follows_what_happens_there_and_no_more(state, was, now, sent_on, action):
    assert consequence(state, There(was, now, sent_on)) is action


@pytest.mark.parametrize(
    ("fails", "pause"),
    [(0, None), (4, None), (5, timedelta(minutes=1)), (7, timedelta(minutes=4)), (50, timedelta(minutes=15))],
)
def test_a_connection_rests_longer_after_more_failures(fails, pause):
    assert rest(fails) == pause


def test_a_resident_hears_of_what_stays_wrong_not_of_a_hiccup():
    assert trouble(AttemptState.PLANNED, 2) is None
    assert trouble(AttemptState.DELIVERED, 9) is None
    for state, tries in ((AttemptState.PLANNED, 3), (AttemptState.FAILED, 1), (AttemptState.KEPT_THERE, 1)):
        assert trouble(state, tries) is not None


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("06 - 1234 56 78", "0612345678"),
        ("+31 (0)6 12", None),
        ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "0031612345678"),
        ("00 12", None),
        ("12345678", None),
    ],
)
def test_a_phone_number_is_sent_as_the_register_takes_it(typed, sent):
    assert phone(typed) == sent


def test_a_number_has_ten_digits_and_begins_with_none():
    for seed in range(200):
        number = number_from(seed.to_bytes(32, "big"))
        assert len(number) == 10
        assert number[0] != "0"


def test_another_number_changes_nothing_else():
    facts = Facts("1234567890", "a-key", "Fatima", True, "+31234567890", FACTS.at)
    before, after = compose(facts), renumbered(compose(facts), "9999999999")
    assert bodies(after)["digitaleadressen"] == bodies(before)["digitaleadressen"]
    assert "1234567890" not in bodies(after)["maak-klantcontact"] + bodies(after)["internetaken"]


def test_texts_that_travel_to_every_subscriber_hold_nobody():
    task = json.loads(bodies(compose(FACTS))["internetaken"])
    contact = json.loads(bodies(compose(FACTS))["maak-klantcontact"])["klantcontact"]
    for words in (*task.values(), contact["onderwerp"], contact["inhoud"]):
        assert "Fatima" not in words
        assert "12345678" not in words.replace(FACTS.number, "")


def test_an_address_that_does_not_fit_is_left_out():
    long = Facts("1234567890", "a-key", "Fatima", False, "a" * 80 + "@voorbeeld.nl", FACTS.at)
    assert "digitaleadressen" not in bodies(compose(long))


@pytest.mark.parametrize(
    ("typed", "right"),
    [("002220647", True), ("123456789", False), ("000000000", False), ("12345678", False), ("٠٠٢٢٢٠٦٤٧", False)],
)
def test_the_number_of_an_organisation_passes_the_eleven_test(typed, right):
    assert is_rsin(typed) is right


def test_a_question_becomes_a_case_only_where_that_was_chosen():
    assert not may_use("zgw", False)
    assert not may_use("zgw", "nee")
    assert may_use("zgw", True)
    assert may_use("openklant", False)
