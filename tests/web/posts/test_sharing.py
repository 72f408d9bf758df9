"""Passing a post on: plain links, only with what anybody may read, never of what is quiet or for neighbours."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.client import soup, words

QUIETER = [{"quiet": True}, {"for_neighbours": True}, {"state": "withdrawn"}]


def links(page):
    section = soup(page).select_one("section[aria-labelledby=delen]")
    return [urlsplit(link["href"]) for link in section.select("a")] if section else []


def test_an_open_post_is_passed_on_by_plain_links_without_its_author(browser, make, fatima):
    post = make.post(
        fatima, "Wie haalt mijn bril & krant?", body="Geheim: de sleutel ligt onder de mat. " + "x" * 100
    )
    for page in (browser(), browser(fatima), browser(make.member("Henk"))):
        whatsapp, mail, paper = links(page.get(f"/berichten/{post.reference}"))
        text = f"Een buur vraagt hulp: Wie haalt mijn bril & krant? http://localhost/berichten/{post.reference}"
        assert (whatsapp.scheme, whatsapp.netloc) == ("https", "wa.me")
        assert parse_qs(whatsapp.query) == {"text": [text]}
        assert mail.scheme == "mailto"
        assert parse_qs(mail.query) == {"subject": [post.title], "body": [text]}
        assert paper.path == f"/berichten/{post.reference}/afdrukken"


def test_copying_is_hidden_until_a_script_can_do_it(browser, make, fatima):
    post = make.post(fatima)
    button = soup(browser().get(f"/berichten/{post.reference}")).select_one("[data-copy]")
    assert button.has_attr("hidden")
    assert button["data-copy"] == f"http://localhost/berichten/{post.reference}"


@pytest.mark.parametrize("more", QUIETER)
def test_what_not_everybody_reads_is_never_offered_to_pass_on(browser, make, fatima, more):
    post = make.post(fatima, **more)
    author = browser(fatima)
    assert links(author.get(f"/berichten/{post.reference}")) == []
    assert author.get(f"/berichten/{post.reference}/afdrukken").status_code == 404


def test_a_page_for_paper_says_no_more_than_a_visitor_reads(browser, make, fatima):
    post = make.post(fatima, body="Ik heb hulp nodig. " * 20 + "Staart")
    said = words(browser(fatima).get(f"/berichten/{post.reference}/afdrukken"))
    assert post.title in said
    assert f"http://localhost/berichten/{post.reference}" in said
    assert "Staart" not in said
    assert "Fatima" not in said
