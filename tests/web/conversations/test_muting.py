"""No mail about a conversation in one tap, silently; and nobody waits for who may not take part."""

import pytest

from b2b.accounts.service import people
from tests.client import words


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def talk(make):
    fatima, jan = make.member("Fatima"), make.member("Jan")
    return fatima, jan, make.conversation(make.post(fatima), jan)


def says(visitor, talk, body):
    return visitor.submit(f"/gesprekken/{talk[2].reference}", {"body": body}, button="Verstuur bericht")


def test_who_muted_gets_no_mail_and_the_other_notices_nothing(browser, talk, worker, mail, clock):
    fatima, jan, conversation = talk
    mine, his = browser(fatima), browser(jan)
    done = mine.submit(f"/gesprekken/{conversation.reference}", button="Geen mail meer over dit gesprek")
    assert "Je krijgt geen mail meer" in words(mine.follow(done))
    clock.advance(days=1)
    assert says(his, talk, "Ben je er?").status_code in (200, 303)
    worker.run_until_quiet()
    assert mail.to("fatima@voorbeeld.nl") == []
    assert "geen mail" not in words(his.get(f"/gesprekken/{conversation.reference}")).replace("Geen mail meer", "")
    assert "Ben je er?" in words(mine.get(f"/gesprekken/{conversation.reference}"))
    mine.submit(f"/gesprekken/{conversation.reference}", button="Stuur mij weer mail")
    clock.advance(days=1)
    says(his, talk, "Hallo?")
    worker.run_until_quiet()
    assert len(mail.to("fatima@voorbeeld.nl")) == 1


def test_twice_is_once(browser, talk):
    mine = browser(talk[0])
    for _ in range(2):
        assert mine.post(f"/gesprekken/{talk[2].reference}/dempen").status_code == 303


def test_the_other_is_told_that_somebody_cannot_answer_now(browser, talk, writing):
    fatima, jan, conversation = talk
    with writing() as work:
        people.suspend(work, people.known(work, jan.id))
    said = words(browser(fatima).get(f"/gesprekken/{conversation.reference}"))
    assert "Jan kan nu niet antwoorden" in said
    assert "maatregel" not in said
