"""Posts in a feed reader and in a frame on another site: what a visitor sees, of this municipality, where it may."""

from xml.etree import ElementTree

import pytest

from b2b.api.rules import SITES, frame_policy, is_site, room
from b2b.municipalities import service as places
from tests.client import soup

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def hood(make):
    return make.neighbourhood()


@pytest.fixture
def posts(make, hood):
    """One post for everybody, one for neighbours, one in another municipality."""
    fatima = make.member("Fatima")
    make.post(fatima, "Wie helpt <b>mij</b> & mijn hond?")
    make.post(fatima, "KANARIE alleen voor buren", for_neighbours=True)
    make.post(make.member("Eefje", at=make.neighbourhood("BU07721110")), "KANARIE Eindhoven")
    return fatima


def test_a_feed_reader_gets_what_a_visitor_sees(browser, hood, posts):
    answer = browser(posts).get(f"/buurten/{hood.slug}/berichten.atom")
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    [entry] = ElementTree.fromstring(answer.data).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Hulp gevraagd: Wie helpt <b>mij</b> & mijn hond?"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-23T09:00:00Z"
    assert "KANARIE" not in answer.text and "Fatima" not in answer.text
    known = {"If-None-Match": answer.headers["ETag"]}
    assert browser().get(f"/buurten/{hood.slug}/berichten.atom", headers=known).status_code == 304
    assert browser().get("/buurten/nergens/berichten.atom").status_code == 404


def test_the_page_of_a_neighbourhood_leads_to_its_feed(browser, hood):
    link = soup(browser().get(f"/buurten/{hood.slug}")).select_one('link[type="application/atom+xml"]')
    assert browser().get(link["href"]).status_code == 200


def test_the_small_list_stands_only_where_the_municipality_says(browser, hood, posts, writing):
    address = f"/insluiten/{hood.slug}"
    closed = browser().get(address)
    assert "frame-ancestors 'none'" in closed.headers["Content-Security-Policy"]
    assert closed.headers["X-Frame-Options"] == "DENY"
    with writing() as work:
        places.choose(work, hood.municipality_id, SITES, ["https://www.utrecht.nl"])
    answer = browser(posts).get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors https://www.utrecht.nl" in policy and "script-src 'none'" in policy
    assert "X-Frame-Options" not in answer.headers
    assert "<b>mij</b>" not in answer.text and "KANARIE" not in answer.text and "Fatima" not in answer.text
    assert not soup(answer).select("script, form")
    assert all(link.get("target") == "_blank" for link in soup(answer).select("main a"))
    assert browser().get(f"/buurten/{hood.slug}").headers["X-Frame-Options"] == "DENY"


def test_a_site_that_knows_oembed_gets_the_frame(browser, hood):
    page = f"http://localhost/buurten/{hood.slug}"
    told = browser().get("/insluiten/oembed.json", query_string={"url": page, "maxwidth": "300"}).json
    assert (told["version"], told["type"], told["width"], told["height"]) == ("1.0", "rich", 300, 600)
    frame = soup(type("Answer", (), {"text": told["html"]})).select_one("iframe")
    assert browser().get(frame["src"]).status_code == 200 and frame["title"]
    assert browser().get("/insluiten/oembed.json", query_string={"url": "https://elders.example/"}).status_code == 404
    assert browser().get("/insluiten/oembed.json", query_string={"url": page, "format": "xml"}).status_code == 501


@pytest.mark.parametrize("origin", ["https://www.utrecht.nl", "https://a.b.example:8443"])
def test_an_origin_may_be_named(origin):
    assert is_site(origin)


@pytest.mark.parametrize(
    "origin",
    ["http://utrecht.nl", "https://utrecht", "https://*.nl", "https://a.nl/x", "https://a.nl; script-src *", "*"],
)
def test_nothing_else_gets_into_the_policy(origin):
    assert not is_site(origin)
    assert frame_policy("default-src 'none'; frame-ancestors 'none'", [origin]).endswith("frame-ancestors 'none'")


@pytest.mark.parametrize(("asked", "given"), [(None, 480), ("300", 300), ("5", 200), ("9999999", 480), ("veel", 480)])
def test_a_frame_gets_room_within_reason(asked, given):
    assert room(asked, 480) == given
