"""The list before opening: what the system sees, what somebody signs; and what insurance may not promise."""

from datetime import date

import pytest

from b2b.consent.rules import (
    HONEST,
    ITEMS,
    SIGNED,
    NoSuchItem,
    PromisesCover,
    Seen,
    Signature,
    check_sentence,
    checklist,
    is_ready,
    signable,
)

ALL_SEEN = {item.code: Seen(True) for item in ITEMS if item.seen}
ALL_SIGNED = {code: Signature("Nadia", date(2026, 11, 2)) for code in SIGNED}


def test_a_municipality_is_ready_when_every_line_is_done():
    assert is_ready(checklist(ALL_SEEN, ALL_SIGNED))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_one_line_that_is_not_done_keeps_it_closed(item):
    seen = {code: sight for code, sight in ALL_SEEN.items() if code != item.code}
    signed = {code: signature for code, signature in ALL_SIGNED.items() if code != item.code}
    lines = checklist(seen, signed)
    assert not is_ready(lines)
    assert [line.item.code for line in lines if not line.done] == [item.code]


def test_nothing_at_all_is_not_ready():
    assert not is_ready([])


def test_nobody_signs_for_what_the_system_sees_itself():
    for code in (*ALL_SEEN, "onzin"):
        with pytest.raises(NoSuchItem):
            signable(code)
    assert not any(line.done for line in checklist({}, dict.fromkeys(ALL_SEEN, Signature("X", date(2026, 1, 1)))))


@pytest.mark.parametrize(
    "sentence",
    [
        "Je bent altijd verzekerd.",
        "Iedereen is verzekerd.",
        "De gemeente betaalt alle schade.",
        "Wij vergoeden de schade.",
        "Dat garanderen wij.",
        "Jullie zijn volledig verzekerd bij ons.",
    ],
)
def test_a_promise_of_cover_is_refused(sentence):
    with pytest.raises(PromisesCover):
        check_sentence(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        HONEST,
        "De gemeente heeft een verzekering voor vrijwilligers. Vraag of die ook voor jou geldt.",
        "Je bent via ons niet verzekerd. Kijk in je eigen polis.",
        "Wij betalen geen schade.",
    ],
)
def test_an_honest_sentence_is_fine(sentence):
    check_sentence(sentence)
