"""Rules of the desk without a database: claims, being away, ready-made texts, kind words, figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.moderation.rules import DecisionKind, NoticeCategory, column_of, ids_in, pattern_of
from b2b.moderation.rules.away import leave, pause
from b2b.moderation.rules.claims import in_the_way, may_take_over
from b2b.moderation.rules.complaints import Outcome
from b2b.moderation.rules.figures import ComplaintFact, DecisionFact, Facts, NoticeFact, by_place, hours, report
from b2b.moderation.rules.people import PEOPLE_MAX
from b2b.moderation.rules.ready import BUILT_IN, KIND_WORDS, Rewritten, code_for, offered
from b2b.moderation.rules.reviews import OWN_WORDS_MAX, DecisionSource
from b2b.moderation.rules.welfare import ADVICE, DAILY_LIMIT, HEAVY_WEEK, Advice, Load, advice
from tests.conftest import MONDAY

LATER, EARLIER = MONDAY + timedelta(minutes=1), MONDAY - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("by", "until", "me", "stops"),
    [
        (None, None, 1, False),
        (1, LATER, 1, False),
        (2, LATER, 1, True),
        (2, EARLIER, 1, False),
        (2, MONDAY, 1, False),
        (2, LATER, None, True),
    ],
)
def test_only_a_claim_of_somebody_else_that_stands_is_in_the_way(by, until, me, stops):
    assert in_the_way(by, until, me, MONDAY) is stops


@pytest.mark.parametrize(("urgent", "held", "may"), [(False, False, False), (True, False, True), (False, True, True)])
def test_danger_and_a_hold_can_be_taken_over(urgent, held, may):
    assert may_take_over(urgent=urgent, held=held) is may


@given(st.sets(st.integers(1, 10**9)))
def test_people_in_a_column_come_out_again(ids):
    column = column_of(ids)
    found = ids_in(column)
    assert set(found) <= ids
    assert found == tuple(sorted(found))
    assert len(column) <= PEOPLE_MAX
    if len(found) == len(ids):
        assert set(found) == ids


@given(st.sets(st.integers(1, 999)), st.integers(1, 999))
def test_a_pattern_finds_exactly_one_person(ids, wanted):
    assert (pattern_of(wanted).strip("%") in column_of(ids)) is (wanted in ids)


def test_an_absence_holds_whole_days():
    found = leave(date(2026, 11, 24), date(2026, 11, 30), 7, MONDAY)
    assert (found.starts_at.isoformat(), found.ends_at.isoformat()) == (
        "2026-11-23T23:00:00+00:00",
        "2026-11-30T23:00:00+00:00",
    )


def test_an_absence_of_today_begins_now_and_a_break_ends_tomorrow():
    assert leave(date(2026, 11, 23), date(2026, 11, 23), None, MONDAY).starts_at == MONDAY
    assert pause(MONDAY).starts_at == MONDAY


@pytest.mark.parametrize("text", BUILT_IN, ids=lambda text: text.code)
def test_a_ready_made_text_is_short_plain_and_fits_the_field(text):
    assert len(text.body) <= OWN_WORDS_MAX
    assert text.decisions <= set(KIND_WORDS)
    for sentence in text.body.rstrip(".").split(". "):
        assert len(sentence.split()) <= 20, sentence


def test_every_notice_has_a_ready_made_text_for_what_can_be_decided():
    for category in NoticeCategory:
        assert any(text.fits([DecisionKind.HIDE, DecisionKind.NO_ACTION], [category]) for text in BUILT_IN)


def test_a_municipality_changes_leaves_out_and_adds():
    first, second = BUILT_IN[0], BUILT_IN[1]
    own = Rewritten("eigen-x", "Eigen", "Woorden.", frozenset({DecisionKind.HIDE}))
    changes = [
        Rewritten(first.code, "Anders", "Andere woorden."),
        Rewritten(second.code, "x", "y", retired=True),
        own,
    ]
    texts = {text.code: text for text in offered(changes)}
    assert texts[first.code].body == "Andere woorden."
    assert texts[first.code].decisions == first.decisions
    assert second.code not in texts
    assert texts["eigen-x"].own
    assert len(offered(changes, all_of_them=True)) == len(BUILT_IN) + 1


@given(st.text(max_size=200), st.sets(st.text(max_size=20), max_size=5))
def test_a_code_is_new_and_fits_an_address(title, taken):
    code = code_for(title, taken)
    assert code not in taken
    assert code != code_for(title, {*taken, code})
    assert set(code) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 0 < len(code) <= 60


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (Load(), Advice.FINE),
        (Load(today=DAILY_LIMIT), Advice.ENOUGH_TODAY),
        (Load(week=90, heavy=HEAVY_WEEK), Advice.HAND_ON),
        (Load(today=DAILY_LIMIT, heavy=HEAVY_WEEK), Advice.ENOUGH_TODAY),
    ],
)
def test_who_has_done_enough_hears_so(load, said):
    assert advice(load) is said
    assert ADVICE[said]


@given(st.integers(0, 500), st.integers(0, 50))
def test_more_work_never_gets_a_lighter_word(week, heavy):
    order = [Advice.FINE, Advice.HAND_ON, Advice.ENOUGH_TODAY]
    assert order.index(advice(Load(week=week, heavy=heavy))) <= order.index(advice(Load(DAILY_LIMIT, week, heavy)))


def test_a_report_counts_each_notice_once_and_places_add_up():
    notice = NoticeFact(NoticeCategory.RUDE, False, "a", EARLIER, DecisionKind.HIDE, "kind", MONDAY)
    decision = DecisionFact(DecisionKind.HIDE, DecisionSource.NOTICE, "a", MONDAY, EARLIER)
    complaint = ComplaintFact("a", EARLIER, Outcome.REVERSED, MONDAY)
    facts = Facts([notice] * 12, [decision] * 12, [complaint] * 6, people=3, moderators=2)
    told = {(line.part, line.what): line.number for line in report(facts)}
    assert told["Meldingen", "Alle meldingen"] == 12
    assert told["Meldingen", "Iets gedaan vanwege de spelregels"] == 12
    assert told["Besluiten", "Weggehaald"] == 12
    assert told["Bezwaren", "Het besluit is teruggedraaid"] == 6
    row = by_place(facts, ["a", "b"])[0]
    assert (row.notices, row.decisions, row.restrictions, row.complaints, row.reversed) == (12, 12, 12, 6, 6)


def test_a_middle_needs_enough_to_say_something():
    spans = [(EARLIER, MONDAY)] * 4
    assert hours(spans, 5) is None
    assert hours([*spans, (MONDAY - timedelta(hours=5), MONDAY)], 5) == 0.0
    assert hours([]) is None
