"""At the moment of the match both read what nobody checks, and say yes to it once a version and kind of help."""

from datetime import timedelta

import pytest

from b2b.consent import queries, service
from b2b.posts.rules import PostKind
from tests.client import path, soup, words


@pytest.fixture
def talk(make, post, ahmed):
    """Ahmed reacted to Fatima's request; neither met anybody before."""
    return make.conversation(post, ahmed, warned=False)


@pytest.fixture
def url(talk):
    return f"/gesprekken/{talk.reference}"


def box(page):
    return soup(page).select_one("main input[name=agreed]")


def moment(clock):
    return {"day": f"{clock() + timedelta(days=2):%Y-%m-%d}", "time": "10:30", "place": "bij de bibliotheek"}


def test_choosing_asks_with_an_empty_box_and_says_what_is_not_checked(browser, fatima, url):
    phone = browser(fatima)
    page = phone.get(f"{url}/kiezen")
    assert "Wij controleren niet wie er aan de deur komt." in words(page)
    assert "Maak eerst kennis" in words(page)
    assert not box(page).has_attr("checked")
    refused = phone.press(page, button="Ja, kies Ahmed", at=f"{url}/kiezen")
    assert refused.status_code == 422
    assert "zet een vinkje" in words(refused)
    assert phone.press(refused, {"agreed": "y"}, button="Ja, kies Ahmed", at=f"{url}/kiezen").status_code == 303


def test_both_sides_say_yes_and_the_proof_is_kept(browser, fatima, ahmed, url, writing, clock, post):
    author, helper = browser(fatima), browser(ahmed)
    author.submit(f"{url}/kiezen", {"agreed": "y"}, button="Ja, kies Ahmed")
    without = helper.submit(f"{url}/afspraak", moment(clock))
    assert without.status_code == 422
    assert soup(without).select_one("input[name=place]")["value"] == "bij de bibliotheek"
    agreement = path(helper.press(without, {"agreed": "y"}, at=f"{url}/afspraak"))
    yes = author.get(agreement)
    assert "Wij controleren niet wie er aan de deur komt." in words(yes)
    assert box(yes) is None
    assert author.press(yes, button="Ja, dat is goed").status_code == 303
    with writing() as work:
        text = queries.current(work, post.municipality_id, "hulp:boodschappen")
        for member in (fatima, ahmed):
            assert queries.accepted_hashes(work, member.id) == [text.hash]


def test_who_says_yes_to_a_moment_without_having_read_is_asked(browser, fatima, ahmed, url, clock):
    author, helper = browser(fatima), browser(ahmed)
    author.submit(f"{url}/kiezen", {"agreed": "y"}, button="Ja, kies Ahmed")
    agreement = path(author.submit(f"{url}/afspraak", moment(clock)))
    refused = helper.submit(agreement, button="Ja, dat is goed")
    assert refused.status_code == 422
    assert helper.press(refused, {"agreed": "y"}, button="Ja, dat is goed").status_code == 303
    assert "Jullie hebben dit samen afgesproken." in words(helper.get(agreement))


def test_a_new_version_is_read_anew_and_the_old_page_cannot_accept_it(browser, fatima, make, post, ahmed, writing):
    talk = make.conversation(post, ahmed)
    phone, url = browser(fatima), f"/gesprekken/{talk.reference}/kiezen"
    known = phone.get(url)
    assert box(known) is None
    with writing() as work:
        service.publish(work, post.municipality_id, "hulp:boodschappen", "Boodschappen", "Bewaar de bon.")
    asked = phone.press(known, button="Ja, kies Ahmed", at=url)
    assert asked.status_code == 422
    with writing() as work:
        service.publish(work, post.municipality_id, "hulp:boodschappen", "Boodschappen", "Bewaar altijd de bon.")
    late = phone.press(asked, {"agreed": "y"}, button="Ja, kies Ahmed", at=url)
    assert late.status_code == 422
    assert "Deze tekst is net veranderd." in words(late)
    assert phone.press(late, {"agreed": "y"}, button="Ja, kies Ahmed", at=url).status_code == 303


def test_over_an_offer_of_two_kinds_both_disclaimers_are_read_and_accepted(browser, make, fatima, ahmed, writing):
    offer = make.post(fatima, "Tuin en hond", kind=PostKind.OFFER, category="tuin", also="|huisdieren:uitlaten|")
    talk = make.conversation(offer, ahmed, warned=False)
    phone, url = browser(fatima), f"/gesprekken/{talk.reference}/kiezen"
    page = phone.get(url)
    assert all(f"{kind}: dit spreek je af" in words(page) for kind in ("Tuin en stoep", "Huisdieren"))
    assert words(page).count("Maak eerst kennis") == 2  # what holds for all stands once, below the warning
    assert phone.press(page, {"agreed": "y"}, button="Ja, kies Ahmed", at=url).status_code == 303
    with writing() as work:
        texts = [queries.current(work, offer.municipality_id, f"hulp:{kind}") for kind in ("tuin", "huisdieren")]
        assert queries.accepted_hashes(work, fatima.id) == [text.hash for text in texts]
