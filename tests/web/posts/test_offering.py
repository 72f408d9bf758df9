"""An offer of several kinds of help: ticked beforehand from the words, changed, found under each, changed again."""

import pytest
from sqlmodel import select

from b2b.consent.models import Acceptance, Terms
from b2b.posts.models import Post
from b2b.posts.rules import PostKind
from tests.client import path, soup, words

TOLD = "boodschappen, de hond uitlaten en een lampje ophangen"
ALL_RULES = ("Geef nooit je pinpas of pincode", "Leer elkaar en het dier eerst kennen", "Een klus duurt niet langer")


@pytest.fixture
def fatima(make):
    return make.member("Fatima")


def chosen(page, name="category"):
    """Return what is ticked on a page."""
    return {box["value"] for box in soup(page).select(f'input[name="{name}"][checked]')}


def go_on(somebody, where, make, title="Ik help je graag", body="Vraag maar wat je nodig hebt."):
    """Tell, say where, and look whether all is well; return the address of that last page."""
    what = path(somebody.submit(where, {"title": title, "body": body}, button="Volgende"))
    place = {"neighbourhood": make.neighbourhood().slug, "place": "either"}
    return path(somebody.submit(what, place, button="Volgende"))


def offer(somebody, make, answers, **said):
    """Offer several kinds of help from the first page to the last; return the last answer."""
    begun = path(somebody.submit("/plaatsen?soort=aanbod", {"category": list(answers)}, form="form[method=post]"))
    check = go_on(somebody, path(somebody.submit(begun, answers, button="Ik houd me hieraan")), make, **said)
    terms = path(somebody.submit(check, button="Dit klopt"))
    return somebody.submit(terms, {"agreed": "y"}, button="Plaats mijn bericht")


def test_who_tells_what_they_can_do_finds_it_ticked_and_can_change_everything(browser, make, fatima, writing):
    somebody = browser(fatima)
    first = f"/plaatsen?soort=aanbod&tekst={TOLD}"
    assert chosen(somebody.get(first)) == {"boodschappen", "huisdieren", "klussen"}
    parts = path(somebody.submit(first, form="form[method=post]"))
    page = somebody.get(parts)
    assert (chosen(page, "boodschappen"), chosen(page, "huisdieren")) == ({"winkel"}, {"uitlaten"})
    assert chosen(page, "klussen") == {"ophangen"}
    assert all(rule in words(page) for rule in ALL_RULES)
    answers = {"boodschappen": ["winkel", "samen"], "main": "boodschappen"}
    check = go_on(somebody, path(somebody.press(page, answers, button="Ik houd me hieraan", at=parts)), make)
    assert "Ook Klus in huis, Huisdieren" in words(somebody.get(check))
    terms = path(somebody.submit(check, button="Dit klopt"))
    assert soup(somebody.get(terms)).select("main h2")[0].get_text() == "Boodschappen en ophalen: dit spreek je af"
    somebody.submit(terms, {"agreed": "y"}, button="Plaats mijn bericht")
    with writing() as work:
        post = work.exec(select(Post)).one()
        assert (post.category, post.task) == ("boodschappen", "winkel")
        assert post.also == "|boodschappen:samen|klussen:ophangen|huisdieren:uitlaten|"
        read = select(Terms.subject).join(Acceptance, Acceptance.terms_id == Terms.id)
        accepted = set(work.exec(read.where(Acceptance.post_id == post.id, Acceptance.hash == Terms.hash)))
    assert accepted == {"hulp:boodschappen", "hulp:huisdieren", "hulp:klussen"}


def test_who_types_on_keeps_what_a_hand_ticked_and_unticked(browser, fatima):
    somebody = browser(fatima)
    named = soup(somebody.get(f"/plaatsen?soort=aanbod&tekst={TOLD}")).select_one("input[name=genoemd]")["value"]
    by_hand = f"genoemd={named}&category=vervoer&category=klussen"
    page = somebody.get(f"/plaatsen?soort=aanbod&tekst={TOLD}, en samen koken&{by_hand}")
    assert chosen(page) == {"vervoer", "klussen", "koken"}
    assert chosen(somebody.get("/plaatsen?soort=vraag&tekst=mijn hond&category=klussen")) == {"klussen"}


def test_of_each_kind_something_is_ticked_and_never_more_than_six(browser, make, fatima):
    somebody = browser(fatima)
    kinds = ["tuin", "klussen", "taal", "koken", "lenen", "vervoer", "kinderen"]
    many = somebody.submit("/plaatsen?soort=aanbod", {"category": kinds}, form="form[method=post]")
    assert (many.status_code, chosen(many)) == (422, set(kinds))
    assert "Kies niet meer dan 6 soorten hulp" in words(many)
    begun = path(somebody.submit("/plaatsen?soort=aanbod", {"category": ["tuin", "taal"]}, form="form[method=post]"))
    half = somebody.submit(begun, {"tuin": ["afval"]}, button="Ik houd me hieraan")
    assert (half.status_code, chosen(half, "tuin")) == (422, {"afval"})
    assert "Kies wat je kunt doen" in words(half)


def test_one_part_that_is_not_for_neighbours_stops_the_whole_offer(browser, make, fatima):
    somebody = browser(fatima)
    begun = path(
        somebody.submit("/plaatsen?soort=aanbod", {"category": ["tuin", "klussen"]}, form="form[method=post]")
    )
    stopped = somebody.submit(begun, {"tuin": ["afval"], "klussen": ["ophangen", "vakwerk"]}, button="Ik houd")
    assert path(stopped).endswith("/niet-voor-buren/trade-work")


def test_what_the_words_name_and_nobody_ticked_is_pointed_out_before_placing(browser, make, fatima):
    somebody = browser(fatima)
    begun = path(somebody.submit("/plaatsen?soort=aanbod", {"category": ["tuin"]}, form="form[method=post]"))
    where = path(somebody.submit(begun, {"tuin": ["onkruid"]}, button="Ik houd me hieraan"))
    check = somebody.get(go_on(somebody, where, make, body="Ik maai je gras. Ik kan ook de hond uitlaten."))
    assert "Je tekst gaat ook over: Huisdieren." in words(check)
    link = soup(check).select_one('a[href*="erbij"]')["href"]
    assert chosen(somebody.get(link)) == {"tuin", "huisdieren"}
    assert path(somebody.submit(link, button="Volgende")).endswith("/regels")  # the rules of what came


def test_the_feed_and_a_search_find_an_offer_under_each_of_its_kinds(browser, make, fatima):
    offer(browser(fatima), make, {"tuin": ["onkruid"], "huisdieren": ["uitlaten"]}, title="Ik ben vaak buiten")
    bram, hood = browser(make.member("Bram")), make.neighbourhood().slug
    for url in (f"/buurten/{hood}?hulp=tuin", f"/buurten/{hood}?hulp=huisdieren", "/zoeken?q=hond+uitlaten"):
        cards = soup(bram.get(url)).select("article.b2b-card")
        assert [card.select_one("h2, h3").get_text(strip=True) for card in cards] == ["Ik ben vaak buiten"]
        assert "Ook: Huisdieren" in cards[0].get_text()
    assert soup(bram.get(f"/buurten/{hood}?hulp=koken")).select("article.b2b-card") == []
    shown = words(bram.get(soup(bram.get("/zoeken?q=hond+uitlaten")).select_one("article a")["href"]))
    assert "Soort hulp Tuin en stoep: Onkruid, gras of snoeien Ook Huisdieren: De hond uitlaten" in shown


def test_an_offer_that_stands_takes_a_kind_more_after_its_text_was_read(browser, make, fatima, writing):
    post = make.post(fatima, "Ik maai graag", kind=PostKind.OFFER, category="tuin", task="onkruid")
    somebody, url = browser(fatima), f"/berichten/{post.reference}/soorten"
    asked = somebody.submit(url, {"huisdieren": ["uitlaten"]})
    assert asked.status_code == 422
    assert "Huisdieren: dit spreek je af" in words(asked)
    assert somebody.press(asked, {"agreed": "y"}, at=url).status_code == 303
    with writing() as work:
        changed = work.get_one(Post, post.id)
        assert (changed.category, changed.also) == ("tuin", "|huisdieren:uitlaten|")
        assert work.exec(select(Acceptance).where(Acceptance.post_id == post.id)).one().member_id == fatima.id
    assert somebody.submit(url, {"huisdieren": []}).status_code == 303  # and less again, without a text
    somebody.submit(f"/berichten/{post.reference}/wijzigen", {"title": "Ik maai en snoei"})
    with writing() as work:
        assert (work.get_one(Post, post.id).also, work.get_one(Post, post.id).version) == ("", 4)


def test_a_request_has_no_kinds_to_tick_and_a_closed_offer_none_to_change(browser, make, fatima):
    request = make.post(fatima)
    assert browser(fatima).get(f"/berichten/{request.reference}/soorten").status_code == 404
    over = make.post(fatima, kind=PostKind.OFFER, state="withdrawn")
    assert browser(fatima).get(f"/berichten/{over.reference}/soorten").status_code == 409
