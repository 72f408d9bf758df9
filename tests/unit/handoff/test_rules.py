"""What is sent is what was seen."""

from dataclasses import replace

import pytest

from b2b.handoff.rules import ContactWay, Question, consent_hash, payload

QUESTION = Question("Fatima", "Zambesidreef", "Wie helpt mij?", ContactWay.EMAIL, "fatima@voorbeeld.nl")


def test_the_payload_has_every_word_and_nothing_else():
    assert payload(QUESTION) == [
        ("Voornaam", "Fatima"),
        ("Buurt", "Zambesidreef"),
        ("Vraag", "Wie helpt mij?"),
        ("E-mail", "fatima@voorbeeld.nl"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"question": "Wie helpt mij"},
        {"contact": "iemand@anders.nl"},
        {"contact_way": ContactWay.PHONE},
        {"neighbourhood": "Oog in Al"},
        {"post_title": "Boodschappen"},
    ],
)
def test_a_yes_is_for_one_text_only(change):
    assert consent_hash(QUESTION) == consent_hash(replace(QUESTION))
    assert consent_hash(QUESTION) != consent_hash(replace(QUESTION, **change))
