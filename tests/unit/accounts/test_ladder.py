"""The ladder of trust as data, and the limits on how fast somebody may go."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.accounts.rules.letters import (
    LETTER_LIFECYCLE,
    STANDING,
    Address,
    LetterAction,
    LetterState,
    in_halves,
    new_letter_code,
    read_addition,
    read_address,
    read_letter_code,
    read_postcode,
)
from b2b.accounts.rules.pace import DAY, TooManyPosts, are_alike, check, has_link_or_number, how_often, wait
from b2b.accounts.rules.trust import LADDER, Level, allowance, is_known, level_of, next_rung
from b2b.core.clock import ManualClock
from b2b.core.lifecycle import IllegalMove

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECONDS = st.integers(min_value=0, max_value=3 * 24 * 3600)


@pytest.mark.parametrize(
    ("proven", "known", "level"),
    [
        (False, False, Level.EMAIL),
        (False, True, Level.EMAIL),
        (True, False, Level.ADDRESS),
        (True, True, Level.KNOWN),
    ],
)
def test_being_known_is_worth_nothing_without_a_proof(proven, known, level):
    assert level_of(proven=proven, known=known) is level


def test_each_rung_stands_in_its_place_and_leads_to_the_next():
    assert [rung.level for rung in LADDER] == list(Level)
    assert [next_rung(level) for level in Level] == [*LADDER[1:], None]


def test_a_higher_rung_never_allows_less():
    for lower, higher in pairwise(rung.allowance for rung in LADDER):
        assert all(getattr(higher, name) >= getattr(lower, name) for name in vars(lower))


def test_only_a_proof_lets_somebody_read_what_is_for_neighbours():
    assert [level for level in Level if allowance(level).reads_neighbours] == [Level.ADDRESS, Level.KNOWN]
    assert [level for level in Level if allowance(level).vouches] == [Level.KNOWN]


def test_a_newcomer_has_the_limits_that_were_promised():
    new = allowance(Level.EMAIL)
    assert (new.posts_a_day, new.conversations_a_day, new.first_messages) == (1, 3, 1)
    assert not new.links_and_numbers


def test_a_municipality_can_choose_its_own_numbers():
    assert allowance(Level.EMAIL, {"posts_a_day": 2}).posts_a_day == 2
    assert allowance(Level.EMAIL, {"posts_a_day": 2}).conversations_a_day == 3


@pytest.mark.parametrize(
    ("helps", "helped", "strikes", "days", "known"),
    [(3, 2, 0, 60, True), (2, 2, 0, 60, False), (3, 1, 0, 60, False), (3, 2, 1, 60, False), (3, 2, 0, 59, False)],
)
def test_who_is_known(helps, helped, strikes, days, known):
    assert is_known(helps, helped, strikes, NOW - timedelta(days=days), NOW) is known


@given(st.lists(SECONDS, max_size=40), st.integers(min_value=1, max_value=8))
def test_nobody_ever_does_more_than_the_limit_in_any_day(waits, most):
    """Whoever tries at any moments, and is only let through when the rule says so, stays within it."""
    clock, done = ManualClock(NOW), []
    for seconds in waits:
        clock.advance(seconds=seconds)
        if wait(done, most, clock()) == 0:
            done.append(clock())
    for moment in done:
        assert sum(moment - DAY < other <= moment for other in done) <= most


@given(st.lists(SECONDS, min_size=1, max_size=20), st.integers(min_value=1, max_value=5))
def test_who_waits_as_long_as_was_said_is_let_through(ago, most):
    done = [NOW - timedelta(seconds=seconds) for seconds in ago]
    seconds = wait(done, most, NOW)
    assert wait(done, most, NOW + timedelta(seconds=seconds)) == 0
    assert 0 <= seconds <= DAY.total_seconds() + 1


@given(st.lists(SECONDS, max_size=10))
def test_the_order_of_what_was_done_does_not_matter(ago):
    done = [NOW - timedelta(seconds=seconds) for seconds in ago]
    assert wait(done, 3, NOW) == wait(sorted(done), 3, NOW) == wait(done[::-1], 3, NOW)


def test_nothing_at_all_may_be_allowed():
    assert wait([], 0, NOW) == DAY.total_seconds()


def test_the_refusal_says_how_long_to_wait():
    with pytest.raises(TooManyPosts) as refused:
        check([NOW - timedelta(hours=20)], 1, NOW, TooManyPosts)
    assert refused.value.retry_after == 4 * 3600 + 1


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1))
def test_a_text_is_like_itself(text):
    assert are_alike(text, text)


@given(st.text(), st.text())
def test_likeness_has_no_direction(one, other):
    assert are_alike(one, other) == are_alike(other, one)


def test_another_name_in_the_same_letter_is_the_same_letter():
    letter = "Dag {}, ik kom graag bij u langs om te helpen met de boodschappen en een praatje te maken"
    assert how_often(letter.format("Ria"), [letter.format("Truus"), letter.format("Henk"), "Iets heel anders"]) == 2


def test_that_holds_in_every_script_and_in_fancy_letters():
    letter = "Добрий день, {}, я охоче прийду до вас допомогти з покупками та поговорити про все"
    assert how_often(letter.format("Олено"), [letter.format("Марто"), "Щось зовсім інше"]) == 1
    assert are_alike("𝐇𝐚𝐥𝐥𝐨 𝐛𝐮𝐮𝐫", "hallo buur")


@pytest.mark.parametrize(
    "text",
    [
        "bel 06-12345678",
        "06 12 34 56 78",
        "+31 6 12345678",
        "tel. 030-2861000",
        "kijk op www.voorbeeld.org",
        "https://tikkie.me/pay",
        "marktplaats.nl",
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "mail a@b.nl",
        "اتصل بي ٠٦١٢٣٤٥٦٧٨",
        "bel 𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "mail ａ＠ｂ．ｎｌ",
    ],
)
def test_a_link_or_a_number_is_seen(text):
    assert has_link_or_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik kom om 9.30 uur, tot 10.30",
        "op 12-12-2026 om 14 uur",
        "01-12-2026 9 uur",
        "Mijn zoon zit in groep 8. Het zijn 3 dozen.",
        "Ik betaal 25 euro terug.Dan is het klaar",
    ],
)
def test_ordinary_words_are_no_number(text):
    assert not has_link_or_number(text)


@given(
    st.sampled_from(["3561AB", "1011ZZ"]),
    st.integers(min_value=1, max_value=99999),
    st.sampled_from(["", "B", "2HG"]),
)
def test_an_address_is_read_as_it_was_written_down(postcode, number, addition):
    address = Address(postcode, number, addition)
    assert read_address(address.spelled) == address


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [("3561 ab", "3561AB"), (" 3561AB ", "3561AB"), ("0561AB", None), ("3561", None), ("", None)],
)
def test_a_postcode_has_one_spelling(typed, postcode):
    assert read_postcode(typed) == postcode


def test_an_addition_has_one_spelling():
    assert read_addition("2 hg") == read_addition("2-HG") == "2HG"
    assert read_addition("veel te lange toevoeging") is None


def test_a_code_of_a_letter_is_read_however_it_is_typed():
    code = new_letter_code()
    assert read_letter_code(in_halves(code).lower()) == code
    assert read_letter_code(f"{code[:2]}-{code[2:]}") == code
    assert read_letter_code("OIL23456") == "01123456"
    assert read_letter_code("te kort") is None
    assert read_letter_code(code + "7") is None


@given(st.text(max_size=100))
def test_anything_can_be_typed_as_a_code(typed):
    code = read_letter_code(typed)
    assert code is None or len(code) == 8


MOVES = LETTER_LIFECYCLE.moves


@pytest.mark.parametrize("state", LetterState)
@pytest.mark.parametrize("action", LetterAction)
def test_a_letter_moves_as_the_table_says_and_not_otherwise(state, action):
    if (state, action) in MOVES:
        assert LETTER_LIFECYCLE.after(state, action) is MOVES[state, action]
    else:
        with pytest.raises(IllegalMove):
            LETTER_LIFECYCLE.after(state, action)


def test_a_letter_that_came_to_its_end_stays_there():
    assert all(not LETTER_LIFECYCLE.actions(state) for state in LetterState if state not in STANDING)
