"""Measures end or are looked at again, terms are calendar months, and the ladder only advises."""

import ast
from datetime import UTC, datetime, timedelta

import pytest

from b2b.core.clock import local
from b2b.core.lifecycle import IllegalMove
from b2b.moderation.rules import DecisionKind, TargetKind
from b2b.moderation.rules.admissions import ADMISSION_LIFECYCLE, AdmissionAction, AdmissionState
from b2b.moderation.rules.complaints import (
    COMPLAINT_LIFECYCLE,
    OUTCOME_WORDS,
    RESULT_WORDS,
    ComplaintAction,
    ComplaintState,
    Judgement,
    Outcome,
)
from b2b.moderation.rules.measures import (
    LADDER,
    MEASURE_OF,
    SANCTION_LIFECYCLE,
    SANCTION_WORDS,
    SanctionAction,
    SanctionKind,
    SanctionState,
    Step,
    advice,
    term,
)
from b2b.moderation.rules.statements import (
    ACCOUNT_WORDS,
    LAWS,
    RESTRICTIONS,
    SOURCE_WORDS,
    VISIBILITY_WORDS,
    AccountMeasure,
    Ground,
    Source,
    Visibility,
    ground_of,
    restriction,
)
from b2b.moderation.rules.terms import complaint_until, months_later
from tests.conftest import MONDAY, ROOT

LIVES = [
    (SANCTION_LIFECYCLE, SanctionState, SanctionAction),
    (COMPLAINT_LIFECYCLE, ComplaintState, ComplaintAction),
    (ADMISSION_LIFECYCLE, AdmissionState, AdmissionAction),
]
PAIRS = [(life, state, action) for life, states, actions in LIVES for state in states for action in actions]


@pytest.mark.parametrize(("life", "state", "action"), [p for p in PAIRS if p[1:] in p[0].moves])
def test_a_life_goes_on(life, state, action):
    assert life.after(state, action) is life.moves[state, action]


@pytest.mark.parametrize(("life", "state", "action"), [p for p in PAIRS if p[1:] not in p[0].moves])
def test_what_cannot_happen_is_refused(life, state, action):
    with pytest.raises(IllegalMove):
        life.after(state, action)


@pytest.mark.parametrize("kind", SanctionKind)
def test_every_measure_ends_or_is_looked_at_again_and_counts_for_at_most_two_years(kind):
    lasts = term(kind, MONDAY)
    assert lasts.ends_at is not None or (kind is SanctionKind.END and lasts.review_at is not None)
    assert MONDAY < lasts.counts_until <= months_later(MONDAY, 24)
    assert kind in SANCTION_WORDS


@pytest.mark.parametrize(("kind", "days"), [("suspend_7", 7), ("suspend_30", 30), ("hold", 30)])
def test_a_suspension_lasts_as_long_as_it_says(kind, days):
    assert term(SanctionKind(kind), MONDAY).ends_at == MONDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (datetime(2026, 8, 31, 12, tzinfo=UTC), 6, datetime(2027, 2, 28, 13, tzinfo=UTC)),
        (datetime(2027, 8, 31, 12, tzinfo=UTC), 6, datetime(2028, 2, 29, 13, tzinfo=UTC)),
        (datetime(2026, 11, 23, 9, tzinfo=UTC), 6, datetime(2027, 5, 23, 8, tzinfo=UTC)),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), 1, datetime(2027, 1, 31, 23, 30, tzinfo=UTC)),
        (datetime(2026, 3, 15, 9, tzinfo=UTC), -12, datetime(2025, 3, 15, 9, tzinfo=UTC)),
    ],
)
def test_months_are_those_of_the_calendar(start, months, end):
    assert months_later(start, months) == end


def test_one_can_object_until_the_last_minute_of_the_last_day():
    until = complaint_until(datetime(2026, 8, 31, 12, tzinfo=UTC))
    assert f"{local(until):%Y-%m-%d %H:%M}" == "2027-03-01 00:00"


def test_the_day_183_counts_only_when_the_calendar_says_so():
    sent = datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert complaint_until(sent) > sent + timedelta(days=184)
    sent = datetime(2026, 8, 31, 9, tzinfo=UTC)
    assert complaint_until(sent) < sent + timedelta(days=183)


@pytest.mark.parametrize(
    ("strikes", "hinted", "step"),
    [
        ([], False, Step.HINT),
        ([], True, Step.WARNING),
        (["warning"], True, Step.HOLD),
        (["warning", "warning"], True, Step.HOLD),
        (["hold"], True, Step.SUSPEND_7),
        (["warning", "suspend_7"], True, Step.SUSPEND_30),
        (["suspend_30"], True, Step.END),
        (["end"], True, Step.END),
    ],
)
def test_the_ladder_advises_the_next_step(strikes, hinted, step):
    assert advice([SanctionKind(one) for one in strikes], hinted=hinted).step is step


def test_nobody_goes_from_nothing_to_a_suspension_by_advice():
    assert advice([], hinted=True).step is Step.WARNING
    assert not advice([], hinted=True).warned
    assert LADDER[0] is Step.HINT


@pytest.mark.parametrize("kind", sorted(RESTRICTIONS))
@pytest.mark.parametrize("state", ["waiting", "open", "matched", "fulfilled"])
def test_a_restriction_of_a_post_takes_something_away(kind, state):
    taken = restriction(kind, TargetKind.POST, state)
    assert taken.visibility or taken.account
    assert (taken.account is not None) == (kind in MEASURE_OF)


def test_a_measure_about_a_person_takes_no_words_away():
    assert restriction(DecisionKind.WARN, TargetKind.MEMBER, "active").visibility is None


def test_every_code_has_its_words():
    assert set(VISIBILITY_WORDS) == set(Visibility)
    assert set(ACCOUNT_WORDS) == set(AccountMeasure)
    assert set(SOURCE_WORDS) == set(Source)
    assert set(OUTCOME_WORDS) == set(RESULT_WORDS) == set(Outcome)
    assert ground_of("law-fraud") is Ground.LAW
    assert ground_of("kind") is Ground.RULES
    assert all("Artikel" in article for _sentence, article in LAWS.values())


@pytest.mark.parametrize(
    ("outcome", "words", "measure", "back", "off"),
    [
        (Outcome.UPHELD, True, True, False, False),
        (Outcome.PARTLY, True, False, True, False),
        (Outcome.PARTLY, False, True, False, True),
        (Outcome.REVERSED, False, False, True, True),
    ],
)
def test_an_outcome_says_what_comes_back(outcome, words, measure, back, off):
    judged = Judgement(outcome, "Omdat.", 1, words_back=words, measure_off=measure)
    assert (judged.gives_words_back, judged.lifts_measure) == (back, off)


def test_no_signal_or_job_leads_to_a_measure():
    """Only a moderator's decision imposes one: nothing else calls `impose`, and the signals know no measures."""
    callers, knowers = set(), set()
    for path in sorted((ROOT / "b2b").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            name = getattr(node, "attr", getattr(node, "id", None))
            if name == "impose":
                callers.add(path.relative_to(ROOT).as_posix())
        if "signals" in path.relative_to(ROOT).parts:
            imported = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
            taking = [one for one in imported if "measur" in one or "deciding" in one]
            # signals/measuring.py counts how well the detectors do; it takes no measure about anybody.
            knowers |= {str(path) for one in taking if not one.endswith("signals.measuring")}
    assert callers == {"b2b/moderation/service/deciding.py"}
    assert not knowers
