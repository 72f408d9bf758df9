"""How risks are weighed, and over which days a report goes."""

from datetime import date

import pytest

from b2b.posts.categories import CATEGORIES
from b2b.risks.builtin import BUILT_IN
from b2b.risks.forms import read_about
from b2b.risks.rules import (
    EFFECT,
    INCIDENT_LIFECYCLE,
    LIKELIHOOD,
    MEASURE_MAX,
    OWNER_MAX,
    TITLE_MAX,
    IncidentAction,
    IncidentState,
    Level,
    Period,
    Tally,
    heaviness,
    level,
    most_first,
    period,
)

TODAY = date(2026, 11, 23)
A_YEAR = Period(date(2025, 11, 24), TODAY)


@pytest.mark.parametrize(
    ("likelihood", "effect", "weight"),
    [
        (1, 1, Level.LOW),
        (2, 2, Level.LOW),
        (5, 1, Level.MIDDLE),
        (1, 4, Level.MIDDLE),
        (1, 5, Level.MIDDLE),
        (2, 5, Level.HIGH),
        (3, 4, Level.MIDDLE),
        (4, 4, Level.HIGH),
        (5, 5, Level.HIGH),
    ],
)
def test_what_can_badly_hurt_somebody_is_never_low(likelihood, effect, weight):
    assert level(likelihood, effect) is weight


def test_more_often_or_worse_never_weighs_less():
    order = list(Level)
    for likelihood in LIKELIHOOD:
        for effect in EFFECT:
            here = order.index(level(likelihood, effect))
            for more in ((likelihood + 1, effect), (likelihood, effect + 1)):
                if max(more) <= 5:
                    assert order.index(level(*more)) >= here


def test_a_list_that_begins_with_the_heaviest_never_goes_up_again():
    weights = [(likelihood, effect) for likelihood in range(1, 6) for effect in range(1, 6)]
    read = [level(*weight) for weight in sorted(weights, key=lambda weight: heaviness(*weight))]
    assert read == sorted(read, key=(Level.HIGH, Level.MIDDLE, Level.LOW).index)


def test_every_kind_of_help_has_its_risk_and_the_site_has_ten():
    assert {one.category for one in BUILT_IN if one.category} == set(CATEGORIES)
    assert sum(1 for one in BUILT_IN if one.category is None) == 10
    assert len({one.code for one in BUILT_IN}) == len(BUILT_IN)


@pytest.mark.parametrize("one", BUILT_IN, ids=lambda one: one.code)
def test_a_risk_of_ours_fits_and_is_weighed(one):
    assert one.likelihood in LIKELIHOOD
    assert one.effect in EFFECT
    assert 0 < len(one.title) <= TITLE_MAX
    assert 0 < len(one.measure) <= MEASURE_MAX
    assert 0 < len(one.owner) <= OWNER_MAX
    assert len(one.code) <= 64


@pytest.mark.parametrize("action", IncidentAction)
@pytest.mark.parametrize("state", IncidentState)
def test_an_incident_is_closed_once_and_opened_again(state, action):
    expected = {("open", "close"), ("closed", "reopen")}
    assert INCIDENT_LIFECYCLE.allows(state, action) is ((state.value, action.value) in expected)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-01-01", "2026-03-31", Period(date(2026, 1, 1), date(2026, 3, 31))),
        ("2026-03-31", "2026-01-01", A_YEAR),
        ("", "", A_YEAR),
        ("gisteren", "2026-01-01", A_YEAR),
        ("2026-13-45", "9999999", A_YEAR),
    ],
)
def test_a_period_that_is_none_becomes_the_last_year(first, last, expected):
    assert period(first, last, TODAY) == expected


def test_a_report_begins_with_what_happened_most():
    rare, often, heavy = (
        Tally(title, None, 2, effect, "", "", filed, 0)
        for title, effect, filed in (("rare", 1, 0), ("often", 1, 3), ("heavy", 5, 0))
    )
    assert [one.title for one in most_first([rare, heavy, often])] == ["often", "heavy", "rare"]


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("c-7k2m-9qxd", "C-7K2M-9QXD"),
        ("H7K2M9QXD", "H-7K2M-9QXD"),
        ("B-7K2M-9QXD", None),
        ("Fatima", None),
        ("", None),
    ],
)
def test_an_incident_is_about_a_thing_and_never_about_a_person(typed, reference):
    assert read_about(typed) == reference
