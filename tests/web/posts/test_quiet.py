"""A quiet request from question to answer: its author picks who reads it, and names are for members."""

import pytest
from sqlmodel import select

from b2b.municipalities.queries import places
from b2b.posts import service
from b2b.posts.models import Post
from b2b.posts.rules import PostKind, PostWords
from tests.client import path, soup, words
from tests.web.posts.placing import BODY, TITLE, agree, begin


@pytest.fixture
def hood(make, writing):
    town, here = make.municipality().id, make.neighbourhood().id
    with writing() as work:
        return places(work, town).hoods[here]


@pytest.fixture
def henk(make, writing):
    henk = make.member("Henk")
    with writing() as work:
        said = PostWords(PostKind.OFFER, "tuin", "Ik maai je gras", "Elke week.", henk.neighbourhood_id)
        service.submit(work, henk.id, henk.municipality_id, said)
    return henk


def to_helpers(visitor, hood):
    """Answer until the question who may read it; return its address."""
    what = visitor.submit(begin(visitor), {"title": TITLE, "body": BODY}, button="Volgende")
    said = {"somebody": "zelf", "neighbourhood": hood.slug, "place": "home", "audience": "stil"}
    return path(visitor.submit(path(what), said, button="Volgende"))


def test_who_is_picked_reads_it_says_not_now_and_reads_it_no_more(browser, make, writing, hood, henk):
    fatima, helper = browser(make.member("Fatima")), browser(henk)
    who = to_helpers(fatima, hood)
    picked = soup(fatima.get(who)).select_one("[name=helpers]")["value"]
    check = fatima.submit(who, {"helpers": [picked]}, button="Volgende")
    assert "Henk" in words(fatima.get(path(check)))
    agree(fatima, path(check))
    with writing() as work:
        post = work.exec(select(Post).where(Post.quiet == True)).one()  # noqa: E712 - SQL
    url = f"/berichten/{post.reference}"
    assert "Dit is een stille vraag aan jou" in words(helper.get(url))
    assert browser(make.member("Bram")).get(url).status_code == 404
    helper.submit(url, button="Nu even niet")
    assert helper.get(url).status_code == 404
    assert "Henk kan nu even niet" in words(fatima.get(url))


def test_a_visitor_picks_by_what_is_offered_and_reads_no_name(browser, hood, henk):
    visitor = browser()
    who = to_helpers(visitor, hood)
    page = visitor.get(who)
    assert "Ik maai je gras" in words(page)
    assert "Henk" not in words(page)
    picked = soup(page).select_one("[name=helpers]")["value"]
    assert "Henk" not in words(visitor.get(path(visitor.submit(who, {"helpers": [picked]}, button="Volgende"))))
