"""Choosing who reads a post, and what a page says to who goes too fast: nothing typed is lost."""

import pytest
from sqlmodel import select

from b2b.accounts.rules.pace import TooManyPosts
from b2b.municipalities import service as towns
from b2b.municipalities.queries import places
from b2b.posts.models import Draft, Post
from b2b.posts.rules import AUDIENCE
from tests.client import path, soup, words
from tests.web.posts.placing import agree, begin, tell


@pytest.fixture
def hood(make, writing):
    town, here = make.municipality().id, make.neighbourhood().id
    with writing() as work:
        return places(work, town).hoods[here]


def kept(writing):
    with writing() as work:
        return work.exec(select(Post)).one()


def test_an_author_chooses_that_only_neighbours_read_it(browser, make, writing, hood):
    fatima = browser(make.member())
    check = tell(fatima, begin(fatima), hood, audience="buren")
    assert "Alleen buren" in words(fatima.get(check))
    agree(fatima, check)
    post = kept(writing)
    assert post.for_neighbours
    assert browser().get(f"/berichten/{post.reference}").status_code == 404
    assert browser(make.member("Olena", trusted=False)).get(f"/berichten/{post.reference}").status_code == 404
    assert "Alleen buren" in words(browser(make.member("Bram")).get(f"/berichten/{post.reference}"))


def test_everybody_reads_it_unless_the_author_chooses_otherwise(browser, make, writing, hood):
    fatima = browser(make.member())
    agree(fatima, tell(fatima, begin(fatima), hood))
    assert not kept(writing).for_neighbours


@pytest.mark.parametrize(
    ("chosen", "offered"), [("neighbours", ["iedereen", "buren", "stil"]), ("closed", ["buren", "stil"])]
)
def test_a_municipality_chooses_what_is_usual_or_all_there_is(browser, make, writing, hood, chosen, offered):
    town = make.municipality().id
    with writing() as work:
        towns.choose(work, town, AUDIENCE, chosen)
    fatima = browser(make.member())
    what = fatima.submit(begin(fatima), {"title": "Gras", "body": "Te hoog."}, button="Volgende")
    page = soup(fatima.get(path(what)))
    assert [choice["value"] for choice in page.select("[name=audience]")] == offered
    where = {"somebody": "zelf", "neighbourhood": hood.slug, "place": "home"}
    agree(fatima, path(fatima.submit(path(what), where, button="Volgende")))
    assert kept(writing).for_neighbours


def test_an_author_changes_who_reads_it(browser, make, writing):
    fatima = make.member()
    post = make.post(fatima)
    browser(fatima).submit(f"/berichten/{post.reference}/wijzigen", {"audience": "buren"})
    assert kept(writing).for_neighbours


def test_a_second_post_of_a_newcomer_waits_until_tomorrow_with_all_that_was_typed(browser, make, writing, hood):
    olena = make.member("Olena", trusted=False)
    visitor = browser(olena)
    agree(visitor, tell(visitor, begin(visitor), hood))
    answer = agree(visitor, tell(visitor, begin(visitor), hood))
    assert answer.status_code == 429
    assert TooManyPosts.sentence in words(answer)
    assert int(answer.headers["Retry-After"]) > 0
    with writing() as work:
        assert work.exec(select(Draft).where(Draft.post_id == None)).one().answers["title"]  # noqa: E711 - SQL


def test_a_newcomers_number_is_pointed_out_and_the_words_stay(browser, make, writing, hood):
    visitor = browser(make.member("Olena", trusted=False))
    answer = agree(visitor, tell(visitor, begin(visitor), hood, when="Zie buurtclub.nl"))
    assert answer.status_code == 422
    assert "nog geen link" in words(answer)


def test_a_newcomers_reaction_with_a_number_comes_back_as_it_was_typed(browser, make):
    post = make.post(make.member())
    said = {"kind": "yes", "body": "App mij op 06-12345678"}
    visitor, url = browser(make.member("Olena", trusted=False)), f"/berichten/{post.reference}/reageren"
    warned = visitor.submit(url, said)
    answer = visitor.press(
        warned, button="Toch zo versturen", at=url
    )  # a warning may be set aside, the limit may not
    assert answer.status_code == 422
    assert "nog geen link" in words(answer)
    assert soup(answer).select_one("textarea").text.strip() == said["body"]


def test_who_was_not_answered_yet_waits_with_the_words_kept(browser, make):
    olena = make.member("Olena", trusted=False)
    talk = make.conversation(make.post(make.member()), olena)
    answer = browser(olena).submit(f"/gesprekken/{talk.reference}", {"body": "Hallo?"}, form="main #gesprek form")
    assert answer.status_code == 429
    assert "Wacht eerst op antwoord. Daarna" in words(answer)
    assert soup(answer).select_one("textarea").text.strip() == "Hallo?"


def test_a_card_says_that_a_post_is_for_neighbours_only(browser, make, hood):
    fatima = make.member()
    make.post(fatima, "Wie past op mijn sleutel?", for_neighbours=True)
    make.post(fatima, "Wie snoeit mijn heg?")
    reader = browser(make.member("Bram"))
    for address in (f"/buurten/{hood.slug}", "/zoeken?q=sleutel", "/zoeken?q=snoeit"):
        cards = soup(reader.get(address)).select(".b2b-card")
        marked = {card.h3.get_text(strip=True): "Alleen voor buren" in card.get_text() for card in cards}
        assert marked
        assert marked == {title: "sleutel" in title for title in marked}
    assert "Alleen voor buren" not in words(browser().get(f"/buurten/{hood.slug}"))
