"""Which question comes when."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.consent.signposts import SIGNPOSTS
from b2b.posts.categories import CATEGORIES, STOPS, Risk
from b2b.posts.rules import DraftIncomplete, PostKind
from b2b.posts.wizard import Step, before, following, position, reachable, steps, where_words, words

ROOT = Path(__file__).parents[3]
WHOLE = {
    "category": "boodschappen",
    "task": "winkel",
    "rules": "boodschappen",
    "title": "Titel",
    "body": "Verhaal",
    "neighbourhood_id": 7,
    "place": "home",
}


def test_a_quiet_kind_of_help_has_no_rules_page():
    assert Step.RULES not in steps({"category": "tuin"})
    assert Step.RULES in steps({"category": "kinderen"})


def test_the_first_open_question_is_where_one_ends_up():
    assert reachable(Step.TERMS, {}) is Step.CATEGORY
    assert reachable(Step.TERMS, {"category": "tuin"}) is Step.WORDS
    assert reachable(Step.TERMS, {"category": "kinderen"}) is Step.RULES
    assert reachable(Step.CATEGORY, WHOLE) is Step.CATEGORY
    assert reachable(Step.TERMS, WHOLE) is Step.TERMS


def test_rules_of_another_kind_of_help_do_not_count():
    assert reachable(Step.CHECK, {**WHOLE, "category": "kinderen"}) is Step.RULES


def test_after_a_change_one_is_back_at_the_check():
    assert following(Step.WORDS, WHOLE) is Step.PLACE
    assert following(Step.WORDS, WHOLE, changing=True) is Step.CHECK
    assert following(Step.CATEGORY, {"category": "tuin"}, changing=True) is Step.WORDS


def test_back_leads_to_the_question_before():
    assert before(Step.CATEGORY, WHOLE) is None
    assert before(Step.WORDS, {"category": "tuin"}) is Step.CATEGORY
    assert before(Step.WORDS, WHOLE) is Step.RULES


@given(
    st.dictionaries(
        st.sampled_from(sorted(WHOLE)), st.sampled_from(["", "tuin", "kinderen", "home", None, 3]), max_size=7
    ),
    st.sampled_from(list(Step)),
)
def test_no_answers_lead_past_an_open_question(answers, step):
    found = reachable(step, answers)
    pages = steps(answers)
    assert found is step or pages.index(found) <= (pages.index(step) if step in pages else len(pages))
    number, of = position(found, answers)
    assert 1 <= number <= of


def test_a_half_answered_draft_is_no_post():
    with pytest.raises(DraftIncomplete):
        words(PostKind.REQUEST, {**WHOLE, "title": ""})


def test_a_task_of_another_kind_of_help_is_dropped():
    assert words(PostKind.REQUEST, WHOLE).task == "winkel"
    assert words(PostKind.REQUEST, {**WHOLE, "category": "tuin", "rules": ""}).task == ""


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"place": "home"}, "Bij mij thuis"),
        ({"place": "home", "for_somebody_else": True}, "Bij die persoon thuis"),
        ({"place": "elsewhere", "where": "in het buurthuis"}, "Ergens anders: in het buurthuis"),
        ({"place": "either", "where": "in het park"}, "in het park"),
        ({"place": "either"}, "Dat maakt niet uit"),
    ],
)
def test_where_is_said_in_words(answers, said):
    assert where_words(answers) == said


def test_there_are_thirteen_kinds_of_help_with_an_icon_each():
    icons = (ROOT / "assets" / "icons.txt").read_text().split()
    assert len(CATEGORIES) == 13
    assert {c.icon for c in CATEGORIES.values()} <= set(icons)


@pytest.mark.parametrize("category", CATEGORIES.values(), ids=lambda c: c.code)
def test_a_kind_of_help_that_asks_care_has_rules_and_stops_with_somewhere_to_go(category):
    assert category.tasks
    assert (category.risk is Risk.LOW) == (not category.rules)
    stopped = [task.stop for task in category.tasks if task.stop]
    if category.risk is Risk.HARD:
        assert stopped
    assert set(stopped) <= set(STOPS)
    assert len(stopped) < len(category.tasks)


def test_every_stop_is_used_and_points_somewhere():
    used = {task.stop for c in CATEGORIES.values() for task in c.tasks if task.stop}
    assert used == set(STOPS)
    assert {code for stop in STOPS.values() for code in stop.signposts} <= set(SIGNPOSTS)
