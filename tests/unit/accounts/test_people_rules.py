"""Members: their states, their addresses, where they may be sent on to."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.accounts.rules import (
    MEMBER_LIFECYCLE,
    MemberAction,
    MemberState,
    device_label,
    hinted,
    normal_email,
    second_step_stands,
    session_terms,
)
from b2b.authz.predicates import Role
from b2b.core.lifecycle import IllegalMove
from b2b.core.paths import local_path

MOVES = list(MEMBER_LIFECYCLE.moves.items())
IMPOSSIBLE = [(s, a) for s in MemberState for a in MemberAction if (s, a) not in MEMBER_LIFECYCLE.moves]


@pytest.mark.parametrize(("before", "after"), MOVES)
def test_a_member_moves_on(before, after):
    assert MEMBER_LIFECYCLE.after(*before) is after


@pytest.mark.parametrize(("state", "action"), IMPOSSIBLE)
def test_every_other_move_is_refused(state, action):
    with pytest.raises(IllegalMove):
        MEMBER_LIFECYCLE.after(state, action)


@pytest.mark.parametrize(
    "path", ["/", "/plaatsen/K-1234-5678/wat?x=1", "/zoeken?q=hond&pagina=2", "/%2f%2fevil.example"]
)
def test_a_page_of_ours_is_remembered(path):
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "mijn",
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "/" + "a" * 700,
    ],
)
def test_nobody_is_sent_to_another_site(path):
    assert local_path(path) is None


@given(st.text(max_size=40))
def test_whatever_is_remembered_starts_at_our_own_root(path):
    kept = local_path(path)
    assert kept is None or (kept.startswith("/") and not kept.startswith(("//", "/\\")))


@pytest.mark.parametrize(
    ("agent", "label"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36",
            "Chrome op Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
            "Safari op iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
            "Edge op Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox op Linux"),
        (
            "Mozilla/5.0 (Linux; Android 13; SM-S901B) SamsungBrowser/23.0 Chrome/115.0 Safari/537.36",
            "Samsung Internet op Android",
        ),
        ("curl/8.5", "Onbekende browser"),
        ("", "Onbekende browser"),
    ],
)
def test_a_device_is_named_coarsely(agent, label):
    assert device_label(agent) == label


def test_an_address_has_one_spelling():
    assert normal_email("  Fatima@Voorbeeld.NL ") == "fatima@voorbeeld.nl"


def test_an_address_is_hinted_at_without_being_given():
    assert hinted("fatima.el.amrani@voorbeeld.nl") == "f…@voorbeeld.nl"


def test_who_can_do_more_harm_is_signed_in_for_less_long():
    resident, moderator = session_terms(frozenset()), session_terms(frozenset({Role.MODERATOR}))
    officer = session_terms(frozenset({Role.MODERATOR, Role.COORDINATOR}))
    assert officer < moderator < resident
    assert officer == session_terms(frozenset({Role.ADMINISTRATOR})) == (timedelta(minutes=30), timedelta(hours=12))


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("done", "seen", "stands"),
    [
        (None, NOON, False),
        (NOON, NOON, True),
        (NOON - timedelta(hours=2), NOON - timedelta(minutes=29), True),
        (NOON - timedelta(hours=2), NOON - timedelta(minutes=30), False),
        (NOON - timedelta(hours=12), NOON, False),
    ],
)
def test_a_second_step_counts_for_half_an_hour_unused_and_half_a_day_at_most(done, seen, stands):
    assert second_step_stands(done, seen, NOON) is stands


def test_a_neighbour_signs_in_again_after_three_months():
    assert session_terms(frozenset()) == (timedelta(days=30), timedelta(days=90))
