"""Back into the neighbourhood through the API: a system proposes, the resident says yes or no, the system follows it."""

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.api.rules import Scope
from b2b.authz.predicates import Role
from b2b.handoff import service
from b2b.handoff.models import Handoff, HandoffProposal
from b2b.posts.models import Post

PROPOSAL = {"soortHulp": "boodschappen", "titel": "Wie haalt mijn boodschappen?", "tekst": "Ik loop slecht."}


@pytest.fixture
def there(system, handoff):
    """A system that took the question on."""
    there = system(Scope.HANDOFFS_READ, Scope.HANDOFFS_MOVE)
    assert (
        there.ask("POST", f"/doorverwijzingen/{handoff.reference}/stappen", json={"stap": "oppakken"}).status_code
        == 201
    )
    return there


@pytest.fixture
def address(handoff):
    return f"/doorverwijzingen/{handoff.reference}/voorstellen"


def test_a_resident_says_yes_and_the_system_follows_the_request(there, address, handoff, browser, writing):
    made = there.ask("POST", address, json=PROPOSAL)
    assert (made.status_code, made.json["antwoord"]) == (201, "wacht-op-bewoner")
    assert there.ask("GET", f"/doorverwijzingen/{handoff.reference}").json["status"] == "wacht-op-bewoner"
    assert there.ask("POST", address, json=PROPOSAL).status_code == 409  # one at a time
    with writing() as work:
        fatima = work.get(Member, handoff.member_id)
    page = f"/overdrachten/{handoff.reference}/naar-de-buurt"
    assert browser(fatima).submit(page, {"agreed": "y"}, button="Ja, plaats dit bericht").status_code == 303
    with writing() as work:
        post = work.exec(select(Post)).one()
    [shown] = there.ask("GET", address).json["resultaten"]
    assert (shown["antwoord"], shown["hulpvraag"], post.title) == ("ja", post.reference, PROPOSAL["titel"])
    assert "Ik loop" not in str(shown)


def test_a_no_and_no_answer_are_told_too_and_nothing_is_placed(there, address, handoff, writing, clock):
    there.ask("POST", address, json=PROPOSAL)
    with writing() as work:
        service.decline(work, work.exec(select(HandoffProposal)).one())
    there.ask("POST", address, json=PROPOSAL)
    clock.advance(days=20)
    with writing() as work:
        assert service.lapse_due(work) == 1
        assert work.exec(select(Post)).all() == []
    there.sign_in()
    assert [one["antwoord"] for one in there.ask("GET", address).json["resultaten"]] == ["geen-antwoord", "nee"]


@pytest.mark.parametrize(
    ("wrong", "where"),
    [({"soortHulp": "onzin"}, "/soortHulp"), ({"titel": " "}, "/titel"), ({"werkdagen": 99}, "/werkdagen")],
)
def test_what_is_wrong_is_named(there, address, wrong, where):
    answer = there.ask("POST", address, json=PROPOSAL | wrong)
    assert (answer.status_code, answer.json["errors"][0]["location"]) == (400, where)


def test_a_proposal_of_another_municipality_or_without_the_scope_is_refused(system, make, address, there):
    far = system(municipality_id=make.municipality("GM0772").id or 0)
    assert far.ask("POST", address, json=PROPOSAL).status_code in (401, 404)
    assert system(Scope.HANDOFFS_READ).ask("POST", address, json=PROPOSAL).status_code == 403


def test_what_a_colleague_has_is_not_for_a_system(system, address, handoff, make, writing):
    els = make.staff(Role.COORDINATOR, "Els")
    with writing() as work:
        work.actor_id = els.id
        service.claim(work, work.get_one(Handoff, handoff.id))
    assert system().ask("POST", address, json=PROPOSAL).status_code == 409
