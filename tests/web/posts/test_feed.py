"""The feed: what a neighbourhood sees, what a visitor sees, and what it costs."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from b2b.accounts.models import Block
from b2b.posts import service
from b2b.posts.queries import post as the_post
from b2b.posts.rules import PAGE_SIZE, THIN, PostKind, PostState
from b2b.posts.views import frames
from tests.client import path, soup, words


@pytest.fixture
def statements(database):
    """Collect the statements that a request sends on the reading engine."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("PRAGMA"):
            seen.append(statement)

    event.listen(database.read, "before_cursor_execute", note)
    yield seen
    event.remove(database.read, "before_cursor_execute", note)


def titles(page):
    return [a.get_text(strip=True) for a in soup(page).select(".b2b-card__title a")]


def some_posts(make, author, number, **more):
    return [make.post(author, f"Bericht {i}", published_at=_moment(make, i), **more) for i in range(number)]


def _moment(make, minutes):
    with make.writing() as work:
        return work.now() - timedelta(minutes=minutes)


def feed_url(hood):
    return f"/buurten/{hood.slug}"


def test_a_member_sees_the_feed_of_the_own_neighbourhood_newest_first(browser, make):
    fatima, kees = make.member("Fatima"), make.member("Kees")
    some_posts(make, kees, THIN)
    page = browser(fatima).get("/")
    assert titles(page) == [f"Bericht {i}" for i in range(THIN)]
    assert "Kees" in words(page)


def test_a_visitor_sees_first_words_and_no_name(browser, make):
    hood = make.neighbourhood()
    make.post(make.member("Kees"), "Wie wandelt mee?", body="Elke dag een uur. " * 20)
    page = browser().get(feed_url(hood))
    assert titles(page) == ["Wie wandelt mee?"]
    assert "Kees" not in page.text
    assert page.text.count("Elke dag een uur.") <= 5
    assert soup(page).select_one("meta[name=robots][content=noindex]")
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_who_has_no_neighbourhood_yet_is_welcomed_and_can_choose_one(browser):
    page = browser().get("/")
    assert "Buren helpen elkaar" in words(page)
    assert soup(page).select_one('a[href="/buurten"]')


def test_a_chosen_neighbourhood_is_remembered_without_an_account(browser, make):
    nobody = browser()
    with nobody.client.session_transaction() as cookie:
        cookie["neighbourhood"] = make.neighbourhood().slug
    assert make.neighbourhood().name in words(nobody.get("/"))


def test_only_open_posts_are_in_the_feed(browser, make):
    kees = make.member("Kees")
    for state in PostState:
        make.post(kees, f"Staat op {state.value}", state=state)
    assert titles(browser().get(feed_url(make.neighbourhood()))) == ["Staat op open"]


def test_the_kind_and_the_category_narrow_the_list(browser, make):
    kees, url = make.member("Kees"), feed_url(make.neighbourhood())
    make.post(kees, "Ik zoek gras", category="tuin")
    make.post(kees, "Ik bied gras", category="tuin", kind=PostKind.OFFER)
    make.post(kees, "Ik bied soep", category="koken", kind=PostKind.OFFER)
    nobody = browser()
    assert titles(nobody.get(f"{url}?soort=vraag")) == ["Ik zoek gras"]
    assert titles(nobody.get(f"{url}?soort=aanbod&hulp=tuin")) == ["Ik bied gras"]
    assert titles(nobody.get(f"{url}?hulp=koken")) == ["Ik bied soep"]
    assert len(titles(nobody.get(f"{url}?soort=onzin&hulp=onzin&na=onzin&voor=1-"))) == 3


def test_an_empty_list_says_what_to_do(browser, make):
    url = feed_url(make.neighbourhood())
    assert "Er staan nog geen berichten" in words(browser().get(url))
    make.post(make.member("Kees"))
    assert "Zulke berichten staan er nu niet" in words(browser().get(f"{url}?soort=aanbod"))


def test_a_quiet_neighbourhood_is_shown_with_those_beside_it_and_says_so(browser, make, app):
    from b2b.municipalities.queries import places

    hood = make.neighbourhood()
    with make.writing() as work:
        beside = places(work, hood.municipality_id).hoods[hood.id].adjacent[0]
        name = places(work, hood.municipality_id).label(beside)
    make.post(make.member("Bas"), "Van hiernaast", neighbourhood_id=beside)
    page = browser().get(feed_url(hood))
    assert titles(page) == ["Van hiernaast"]
    assert "staan nog weinig berichten" in words(page)
    assert name in words(page)
    some_posts(make, make.member("Kees"), THIN)
    busy = browser().get(feed_url(hood))
    assert "Van hiernaast" not in titles(busy)
    assert "weinig berichten" not in words(busy)


@pytest.mark.parametrize("direction", ["blocker", "blocked"])
def test_people_who_blocked_each_other_do_not_meet(browser, make, direction):
    fatima, kees, ans = make.member("Fatima"), make.member("Kees"), make.member("Ans")
    post = make.post(kees, "Van Kees")
    make.post(ans, "Van Ans")
    pair = (fatima.id, kees.id) if direction == "blocker" else (kees.id, fatima.id)
    make.save(
        Block(
            municipality_id=kees.municipality_id, blocker_id=pair[0], blocked_id=pair[1], created_at=_moment(make, 0)
        )
    )
    somebody = browser(fatima)
    assert titles(somebody.get("/")) == ["Van Ans"]
    assert somebody.get(f"/berichten/{post.reference}").status_code == 404
    assert titles(browser(ans).get("/")) == ["Van Ans", "Van Kees"]


def test_pages_lead_to_older_posts_and_back(browser, make):
    some_posts(make, make.member("Kees"), PAGE_SIZE + 3)
    nobody, url = browser(), feed_url(make.neighbourhood())
    first = nobody.get(url)
    older = nobody.get(soup(first).select_one("a[rel=next]")["href"])
    assert titles(first) + titles(older) == [f"Bericht {i}" for i in range(PAGE_SIZE + 3)]
    assert not soup(older).select_one("a[rel=next]")
    back = nobody.get(soup(older).select_one("a[rel=prev]")["href"])
    assert titles(back) == titles(first)
    assert not soup(back).select_one("a[rel=prev]")


def test_the_signed_in_feed_asks_three_statements_at_most(browser, make, statements):
    fatima = make.member("Fatima")
    some_posts(make, make.member("Kees"), PAGE_SIZE + 1)
    somebody = browser(fatima)
    somebody.get("/")
    for url in ("/", "/?soort=vraag&hulp=boodschappen"):
        statements.clear()
        assert somebody.get(url).status_code == 200
        assert len(statements) <= 3, statements


def test_a_quiet_feed_asks_three_statements_too(browser, make, statements):
    somebody = browser(make.member("Fatima"))
    make.post(make.member("Kees"))
    somebody.get("/")
    statements.clear()
    somebody.get("/")
    assert len(statements) <= 3, statements


def test_an_unchanged_page_is_not_sent_again(browser, make, statements):
    kees = make.member("Kees")
    post = make.post(kees, "Eerste titel")
    somebody = browser(make.member("Fatima"))
    first = somebody.get("/")
    assert "no-cache" in first.headers["Cache-Control"]
    statements.clear()
    same = somebody.client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    assert len(statements) <= 2
    with make.writing() as work:
        service.withdraw(work, the_post(work, post.id))
    changed = somebody.client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert "Eerste titel" not in changed.text


def test_another_reader_never_gets_the_page_of_somebody_else(browser, make):
    make.post(make.member("Kees"))
    tag = browser(make.member("Fatima")).get("/").headers["ETag"]
    for other in (browser(make.member("Ans")), browser()):
        with other.client.session_transaction() as cookie:
            cookie["neighbourhood"] = make.neighbourhood().slug
        assert other.client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_htmx_gets_only_the_list(browser, make):
    make.post(make.member("Kees"), "Een titel")
    url = feed_url(make.neighbourhood())
    part = browser().get(url, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert titles(part) == ["Een titel"]
    assert "HX-Request" in part.headers["Vary"]
    assert part.text.strip() in browser().get(url).text


def test_a_changed_title_shows_at_once(browser, make):
    from b2b.posts.rules import PostWords

    kees = make.member("Kees")
    post = make.post(kees, "Oude titel")
    url = feed_url(make.neighbourhood())
    nobody = browser()
    assert titles(nobody.get(url)) == ["Oude titel"]
    with make.writing() as work:
        kept = the_post(work, post.id)
        said = PostWords(PostKind.REQUEST, "tuin", "Nieuwe titel", "Tekst", post.neighbourhood_id)
        service.edit(work, kept, said)
    assert titles(nobody.get(url)) == ["Nieuwe titel"]


def test_what_people_write_is_text(browser, make):
    make.post(make.member("Kees"), "<b>Hoi</b> & <script>", body="<img src=x onerror=alert(1)>")
    page = browser(make.member("Fatima")).get("/")
    assert titles(page) == ["<b>Hoi</b> & <script>"]
    assert not soup(page).select("main img, main b")


def test_a_neighbourhood_that_does_not_exist_is_not_found(browser):
    assert browser().get("/buurten/nergens").status_code == 404


def test_the_way_in_is_offered_to_visitors(browser, make):
    page = browser().get(feed_url(make.neighbourhood()))
    assert soup(page).select_one('main a[href^="/inloggen"]')
    assert path(browser().get("/mijn/berichten")) == "/inloggen"


def test_the_frame_of_a_page_says_the_same_as_the_page_drawn_whole(browser, make, app, monkeypatch):
    """Whoever looks and whatever is chosen: a frame that another reader's page made has their words in no hole."""
    far = make.neighbourhood("BU03440111")
    some_posts(make, make.member("Kees"), 2)
    some_posts(make, make.member("Ans", at=far), 2)
    readers = browser(), browser(make.member("Fatima")), browser(make.member("Henk", proven=False))
    choices = ("", "?soort=vraag", "?hulp=tuin", "?soort=aanbod&hulp=tuin", "?na=1-1")
    urls = [feed_url(hood) + choice for choice in choices for hood in (make.neighbourhood(), far)]
    filled = [reader.get(url).text for reader in readers for url in urls]
    assert app.extensions["b2b-feed-frames"]
    monkeypatch.setattr("b2b.posts.views.feed.framed", _whole)
    assert filled == [reader.get(url).text for reader in readers for url in urls]
    assert len(set(filled)) == len(filled)


def test_a_list_through_a_stencil_says_the_same_as_the_list_drawn_whole(app, browser, make, monkeypatch):
    far = make.neighbourhood("BU03440111")
    some_posts(make, make.member("Kees"), 2)
    some_posts(make, make.member("Ans", at=far), PAGE_SIZE * 2 + 1)
    reader = browser()
    second = soup(reader.get(feed_url(far))).select_one("a[rel=next]")["href"]
    urls = [feed_url(make.neighbourhood()), feed_url(far), second, feed_url(far) + "?na=1-1"]
    filled = [reader.get(url).text for url in urls]
    assert len(app.extensions["b2b-feed-results"]) == 3
    assert ['rel="prev"' in html for html in filled] == [False, False, True, False]
    app.extensions["b2b-feed-lists"].clear()

    def drawn_whole(asked, cards, values, _language):
        return frames._whole_list(values, asked, cards)

    monkeypatch.setattr("b2b.posts.views.feed.listed", drawn_whole)
    assert filled == [reader.get(url).text for url in urls]


def _whole(known, hood, asked, results, _actor, *, is_shut):
    quarter = known.quarter_of(hood.id)
    values = hood.name, hood.slug, f"/buurten/{hood.slug}/berichten.atom", quarter.name, quarter.code, asked.url
    return frames._whole(values, asked, results, is_shut=is_shut)
