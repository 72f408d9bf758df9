"""The desk hears early: each line with its reason, the desk decides, and what is over goes by itself."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.concerns import service
from b2b.concerns.models import EarlySignal
from b2b.core.ids import new_reference
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import ReviewReason, TargetKind
from b2b.notifications.channels.twin import text_of
from b2b.posts.rules import PostState
from b2b.promise.models import Promise
from tests.client import words

LIST = "/overdrachten/signalen"


@pytest.fixture
def look(writing):
    """Look as the worker does; return what is on the list, by its reason."""

    def run():
        with writing() as work:
            service.look(work)
        with writing() as work:
            found = work.exec(select(EarlySignal).order_by(EarlySignal.rank, EarlySignal.id))
            return {str(one.why): one for one in found}

    return run


@pytest.fixture
def unmet(make, fatima, clock):
    """A request of Fatima that nobody answered for eight days."""
    post = make.post(fatima)
    begun = clock() - timedelta(days=8)
    make.save(Promise(municipality_id=post.municipality_id, post_id=post.id, begun_at=begun, due_at=begun))
    return post


def test_every_reason_comes_on_the_list_once_and_says_why(desk, make, question, unmet, fatima, look, clock, writing):
    for _ in range(3):
        question()
    make.save(
        ReviewItem(
            reference=new_reference("C"),
            municipality_id=fatima.municipality_id,
            neighbourhood_id=fatima.neighbourhood_id,
            target_kind=TargetKind.POST,
            target_id=unmet.id,
            author_id=fatima.id,
            reason=ReviewReason.NOTICED,
            crisis=True,
            due_at=clock(),
            created_at=clock(),
        )
    )
    far = make.neighbourhood("BU03440111")
    henk = make.member("Henk", at=far)
    for _ in range(6):
        make.post(henk, published_at=clock() - timedelta(days=40))
    assert list(look()) == list(look()) == ["crisis", "often", "unmet", "quiet"]
    page = words(desk.get(LIST))
    assert "woorden die op nood lijken" in page
    assert "vroeg de gemeente 3 keer om hulp" in page
    assert "staat 8 dagen open" in page
    assert "waren het er 6" not in page  # another neighbourhood than that of this desk
    assert not [word for word in ("Fatima", "trap", "boodschappen") if word in page]


def test_what_is_answered_goes_by_itself_unless_somebody_took_it_up(desk, unmet, look, writing):
    signal = look()["unmet"]
    desk.post(f"{LIST}/{signal.reference}/oppakken")
    with writing() as work:
        promise = work.exec(select(Promise)).one()
        promise.state = "stopped"
    assert look()["unmet"].state == "taken"
    desk.post(f"{LIST}/{signal.reference}/teruggeven")
    assert look() == {}


def test_help_is_offered_and_the_resident_chooses(desk, unmet, look, mail, worker):
    page = f"{LIST}/{look()['unmet'].reference}"
    assert desk.post(f"{page}/aanbod").status_code == 409  # nobody took it up yet
    desk.post(f"{page}/oppakken")
    for _ in range(2):
        desk.post(f"{page}/aanbod")
    worker.run_until_quiet()
    offers = [one for one in mail.sent if "biedt je hulp aan" in str(one["Subject"])]
    assert len(offers) == 1
    assert f"bericht={unmet.reference}" in text_of(offers[0])
    assert "kreeg de bewoner een mail" in words(desk.get(page))


def test_an_offer_is_not_mailed_once_the_request_is_over(desk, unmet, look, mail, worker, writing):
    page = f"{LIST}/{look()['unmet'].reference}"
    desk.post(f"{page}/oppakken")
    desk.post(f"{page}/aanbod")
    with writing() as work:
        work.get(type(unmet), unmet.id).state = PostState.WITHDRAWN
    worker.run_until_quiet()
    assert not [one for one in mail.sent if "biedt je hulp aan" in str(one["Subject"])]


def test_later_comes_back_and_what_was_set_aside_does_not(desk, browser, els, question, look, clock):
    for _ in range(3):
        question()
    page = f"{LIST}/{look()['often'].reference}"
    assert desk.post(f"{page}/later").status_code == 422
    desk.submit(page, {"weeks": "2"}, button="Laat het later zien")
    assert "3 keer" not in words(desk.get(LIST))
    assert "3 keer" in words(desk.get(f"{LIST}?toon=later"))
    clock.advance(days=15)
    assert look()["often"].state == "open"
    desk = browser(els, second_factor=True)
    assert desk.post(f"{page}/opzij", {"reason": ""}).status_code == 422
    desk.submit(page, {"reason": "Wij kennen elkaar goed."}, button="Zet dit opzij")
    assert look()["often"].state == "aside"
    assert "Wij kennen elkaar goed." in words(desk.get(page))


def test_of_two_who_take_it_up_one_wins(desk, browser, omar, unmet, look):
    page = f"{LIST}/{look()['unmet'].reference}"
    assert desk.post(f"{page}/oppakken").status_code == 303
    assert desk.post(f"{page}/oppakken").status_code == 303  # a double click
    second = browser(omar, second_factor=True)
    assert second.post(f"{page}/oppakken").status_code == 409
    assert second.post(f"{page}/klaar").status_code == 409
    assert desk.post(f"{page}/klaar").status_code == 303


def test_the_list_costs_few_questions(desk, unmet, look, listen, database):
    look()
    desk.get(LIST)
    asked = []
    listen(database.read, "before_cursor_execute", lambda _c, _k, sql, *_: asked.append(sql))
    desk.get(LIST)
    assert 0 < len(asked) <= 3, asked
