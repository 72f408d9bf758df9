"""What waits goes along when the map changes."""

import pytest

from b2b.moderation import queries
from b2b.moderation.rules import DecisionKind
from b2b.municipalities.events import NeighbourhoodEnded


@pytest.fixture
def ends(writing, make):
    """Let the neighbourhood of a member end; return what comes in its place."""

    def end(member):
        heir = make.neighbourhood("BU03440311")
        with writing() as work:
            work.record(NeighbourhoodEnded(member.neighbourhood_id, (heir.id,)))
        return heir

    return end


def test_what_waits_moves_to_the_heir_and_what_was_decided_stays(
    submitted, decide, newcomer, mo, ends, writing, make
):
    decided = submitted(make.member("Bram", trusted=False), "Wie brengt een boek terug?")
    decide(mo, decided)
    waiting = submitted(newcomer)
    heir = ends(newcomer)
    with writing() as work:
        assert queries.item(work, waiting.id).neighbourhood_id == heir.id
        assert queries.item(work, decided.id).neighbourhood_id == newcomer.neighbourhood_id


def test_a_moderator_of_the_ended_neighbourhood_still_judges_it(submitted, decide, newcomer, mo, ends, writing):
    waiting = submitted(newcomer)
    ends(newcomer)
    decide(mo, waiting, DecisionKind.PLACE)
    with writing() as work:
        assert queries.item(work, waiting.id).decided_at is not None
