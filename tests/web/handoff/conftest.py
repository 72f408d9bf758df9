"""A resident with a question, and a desk."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.core.ids import new_reference
from b2b.handoff import service
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay, Question, consent_hash


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def els(make):
    return make.staff(Role.COORDINATOR, "Els")


@pytest.fixture
def omar(make):
    return make.staff(Role.COORDINATOR, "Omar")


@pytest.fixture
def desk(browser, els):
    """The browser of Els, who looks after Fatima's neighbourhood."""
    return browser(els, second_factor=True)


@pytest.fixture
def question(fatima, writing):
    """Send a question of Fatima (or of `who`) to the desk; return it."""

    def send(words="Mijn trap is gevaarlijk.", *, who=fatima):
        asked = Question(who.first_name, "Zambesidreef", words, ContactWay.EMAIL, who.email)
        with writing() as work:
            work.actor_id = who.id
            return service.hand_over(
                work,
                municipality_id=who.municipality_id,
                neighbourhood_id=who.neighbourhood_id,
                member_id=who.id,
                question=asked,
                agreed_to=consent_hash(asked),
                once=new_reference("O"),
            )

    return send


@pytest.fixture
def now_is(writing):
    """Return the question as it stands in the database."""

    def read(handoff):
        with writing() as work:
            return work.exec(select(Handoff).where(Handoff.id == handoff.id)).one()

    return read


@pytest.fixture
def page_of():
    """Return the address of a question."""
    return lambda handoff: f"/overdrachten/{handoff.reference}"
