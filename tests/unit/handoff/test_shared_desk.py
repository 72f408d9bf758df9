"""A shared desk in rules: two yeses, since the later one, and the words that name the other."""

from datetime import UTC, datetime

from b2b.handoff.rules import ContactWay, Question, consent_hash, payload, shared_since, yes_to

EARLY, LATE = datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)


def test_it_takes_two_and_begins_with_the_later_yes():
    assert shared_since(EARLY, LATE) == shared_since(LATE, EARLY) == LATE
    assert shared_since(EARLY, None) is shared_since(None, LATE) is None


def test_a_yes_is_for_the_municipality_that_it_names():
    chosen = {"7": EARLY.isoformat()}
    assert yes_to(chosen, 7) == EARLY
    assert yes_to(chosen, 8) is None


def test_who_else_reads_it_stands_in_what_somebody_says_yes_to():
    alone = Question("Fatima", "Strijp", "Mijn trap.", ContactWay.EMAIL, "fatima@voorbeeld.nl")
    shared = Question(
        *(alone.first_name, alone.neighbourhood, alone.question),
        alone.contact_way,
        alone.contact,
        also_read_by=("Eindhoven", "Best"),
    )
    assert len(payload(shared)) == len(payload(alone)) + 1
    assert "gemeente Eindhoven, Best" in payload(shared)[-1][1]
    assert consent_hash(shared) != consent_hash(alone)
