"""In whose digest a request stands: few, close by, and only what is news."""

from datetime import UTC, date, datetime

import pytest

from b2b.promise.rules.suggesting import SUGGESTED_MOST, Listener
from b2b.promise.rules.terms import Reach, Rest, Terms

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HERE, NEXT_DOOR = Listener(True), Listener(False)


@pytest.mark.parametrize("who", [HERE, NEXT_DOOR, Listener(True, waiting=SUGGESTED_MOST - 1)])
def test_who_offers_such_help_here_or_next_door_hears_of_it(who):
    assert who.hears(NOW)


@pytest.mark.parametrize(
    "who",
    [
        Listener(True, knows=True),
        Listener(True, waiting=SUGGESTED_MOST),
        Listener(True, gets_mail=False),
        Listener(True, rest=Rest(never=True)),
        Listener(True, rest=Rest(away_until=date(2026, 11, 30))),
        Listener(False, Terms(reach=Reach.OWN)),
    ],
)
def test_who_knows_it_has_enough_or_wants_no_questions_does_not(who):
    assert not who.hears(NOW)


def test_who_helps_in_their_own_neighbourhood_only_hears_of_that_one():
    assert Listener(True, Terms(reach=Reach.OWN)).hears(NOW)
