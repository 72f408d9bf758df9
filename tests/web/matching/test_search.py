"""Searching: what is open is found, near ones first, and no page leads nowhere."""

import pytest

from b2b.matching.rules.ranking import FACTORS
from b2b.matching.service import read_again
from b2b.posts import queries, service
from b2b.posts.rules import PostKind, PostWords
from tests.client import soup, words


@pytest.fixture
def place(make):
    """Place a post through the service, so that it can be found."""

    def do(author, title, body="Kort verhaal.", *, at=None, kind=PostKind.REQUEST, category="tuin"):
        with make.writing() as work:
            hood = (at or make.neighbourhood()).id
            said = PostWords(kind, category, title, body, hood)
            return service.submit(work, author.id, author.municipality_id, said)

    return do


def change(make, post, verb, *more):
    with make.writing() as work:
        getattr(service, verb)(work, queries.post(work, post.id), *more)


def titles(page):
    return [a.get_text().strip() for a in soup(page).select(".b2b-card__title a")]


def test_words_in_title_and_story_are_found_in_any_form(browser, make, place):
    kees = make.member("Kees")
    place(kees, "Wie maakt mijn fietsen?")
    place(kees, "Iets kleins", "Mijn fietsje heeft een lekke band.")
    place(kees, "Gras maaien")
    assert titles(browser().get("/zoeken?q=FIETS")) == ["Wie maakt mijn fietsen?", "Iets kleins"]


def test_near_posts_come_before_better_ones_far_away(browser, make, place):
    fatima, kees = make.member("Fatima"), make.member("Kees")
    far = make.neighbourhood("BU03440111")
    place(kees, "Ladder lenen", "Een ladder van 3 meter.", at=far)
    place(kees, "Dakgoot", "Ik heb een ladder nodig.")
    page = browser(fatima).get("/zoeken?q=ladder")
    assert titles(page) == ["Dakgoot", "Ladder lenen"]
    assert "In en bij" in words(page)
    assert "In de rest van Utrecht" in words(page)


def test_what_is_no_longer_open_is_no_longer_found(browser, make, place):
    kees = make.member("Kees")
    kinds = {verb: place(kees, f"Konijn {verb}") for verb in ("match", "withdraw", "hide", "fulfil", "expire")}
    nobody = browser()
    assert len(titles(nobody.get("/zoeken?q=konijn"))) == 5
    for verb, post in kinds.items():
        change(make, post, verb)
    assert titles(nobody.get("/zoeken?q=konijn")) == []
    change(make, kinds["match"], "unmatch")
    change(make, kinds["fulfil"], "reopen")
    assert sorted(titles(nobody.get("/zoeken?q=konijn"))) == ["Konijn fulfil", "Konijn match"]


def test_what_waits_for_a_moderator_is_not_found(browser, make, place):
    place(make.member("Nieuw", trusted=False), "Konijn gezocht")
    assert titles(browser().get("/zoeken?q=konijn")) == []


def test_changed_words_are_found_and_old_ones_not(browser, make, place):
    kees = make.member("Kees")
    post = place(kees, "Konijn gezocht")
    said = PostWords(PostKind.REQUEST, "klussen", "Boormachine gezocht", "Anders.", post.neighbourhood_id)
    change(make, post, "edit", said)
    assert titles(browser().get("/zoeken?q=konijn")) == []
    assert titles(browser().get("/zoeken?q=boormachine")) == ["Boormachine gezocht"]


def test_the_kind_narrows_the_search(browser, make, place):
    kees = make.member("Kees")
    place(kees, "Ladder gezocht")
    place(kees, "Ladder te leen", kind=PostKind.OFFER)
    assert titles(browser().get("/zoeken?q=ladder&soort=aanbod")) == ["Ladder te leen"]
    chips = [a["href"] for a in soup(browser().get("/zoeken?q=ladder")).select(".b2b-chip")]
    assert "/zoeken?q=ladder&soort=vraag" in chips


@pytest.mark.parametrize("q", ["xyzzy", "de het een", "%", "' OR 1=1 --", "a" * 500, "\x00\ud800", "\N{PILE OF POO}"])
def test_no_search_leads_nowhere(browser, q):
    page = browser().get("/zoeken", query_string={"q": q.encode("utf-8", "replace")})
    assert page.status_code == 200
    assert soup(page).select_one('main a[href^="/plaatsen"]') or "Typ een woord" in words(page)


def test_without_words_the_page_says_what_to_type(browser):
    assert "Typ een woord" in words(browser().get("/zoeken"))


def test_a_search_hints_at_kinds_of_help(browser):
    page = browser().get("/zoeken?q=hond")
    assert soup(page).select_one('a[href="/?hulp=huisdieren"]')


def test_a_visitor_sees_no_names(browser, make, place):
    place(make.member("Kees"), "Konijn gezocht")
    assert "Kees" not in browser().get("/zoeken?q=konijn").text
    assert "Kees" in browser(make.member("Fatima")).get("/zoeken?q=konijn").text


def test_what_fits_is_marked_in_any_form_and_people_s_own_marks_are_words(browser, make, place):
    place(make.member("Kees"), "Fietsen <mark>maken</mark>", "Mijn oude fietsje piept.")
    card = soup(browser().get("/zoeken?q=fiets")).select_one(".b2b-card")
    assert [mark.get_text() for mark in card.select("mark")] == ["Fietsen", "fietsje"]
    assert card.select_one("a").get_text() == "Fietsen <mark>maken</mark>"


def test_how_many_were_found_is_told_to_who_does_not_see_the_page(browser, make, place):
    place(make.member("Kees"), "Fietsband plakken", "Mijn achterband is lek.")
    page = soup(browser().get("/zoeken?q=fiets"))
    assert "1 bericht past hierbij." in page.select_one("[role=status]").get_text()
    assert page.title.get_text().startswith("1 bericht voor fiets")


def test_more_than_a_page_goes_on_with_a_link_and_no_page_is_missing(browser, make):
    kees = make.member("Kees")
    for number in range(30):
        make.post(kees, f"Gras {number}", category="tuin")
    with make.writing() as work:
        read_again(work)
    first = browser().get("/zoeken?q=gras")
    assert len(titles(first)) == 25
    assert "30 berichten passen hierbij" in words(first)
    assert "pagina 1 van 2" in soup(first).title.get_text()
    onwards = soup(first).select_one('a[rel="next"]')["href"]
    assert onwards == "/zoeken?q=gras&pagina=2"
    assert len({*titles(first), *titles(browser().get(onwards))}) == 30
    assert titles(browser().get("/zoeken?q=gras&pagina=99")) == titles(browser().get(onwards))


def test_one_can_keep_to_the_own_neighbourhood(browser, make, place):
    fatima, kees = make.member("Fatima"), make.member("Kees")
    place(kees, "Ladder lenen", at=make.neighbourhood("BU03440111"))
    place(kees, "Een ladder")
    page = browser(fatima).get("/zoeken?q=ladder&waar=buurt")
    assert titles(page) == ["Een ladder"]
    assert soup(page).select_one('.b2b-chip[href="/zoeken?q=ladder&waar=buurt"]')["aria-current"] == "true"


def test_what_only_comes_near_is_said_to_come_near(browser, make, place):
    place(make.member("Kees"), "Ik maai je gras", kind=PostKind.OFFER)
    assert "Dit komt in de buurt" in words(browser().get("/zoeken?q=onkruid"))
    assert "Dit komt in de buurt" not in words(browser().get("/zoeken?q=gras"))


def test_another_feature_adds_to_the_results_what_it_knows_of_the_question(browser, make, monkeypatch):
    seen = []

    def part(_work, _actor, asked):
        seen.append(asked)
        return "<p>Het wijkgebouw is open.</p>"

    monkeypatch.setattr("b2b.matching.results.PARTS", [part])
    fatima = make.member("Fatima")
    assert "Het wijkgebouw is open." in words(browser(fatima).get("/zoeken?q=eenzaam"))
    assert seen[0].categories[0] == "gezelschap"
    assert seen[0].neighbourhood_id == fatima.neighbourhood_id


def test_the_page_on_ordering_names_every_factor(browser):
    page = browser().get("/zoeken/volgorde")
    for factor in FACTORS:
        assert factor.sentence in words(page)
    assert "Niemand kan betalen" in words(page)
