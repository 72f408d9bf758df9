"""One post: what visitors, members and its author see, and what its author can do."""

import pytest
from sqlmodel import select

from b2b.posts import panels
from b2b.posts.models import Post
from b2b.posts.rules import ASK_STILL_NEEDED, LIFE, PostState
from tests.client import path, soup, words


@pytest.fixture
def outside(mail):
    return {"mail": mail}


def state(writing, post):
    with writing() as work:
        return work.exec(select(Post.state).where(Post.id == post.id)).one()


def url(post, *more):
    return "/".join((f"/berichten/{post.reference}", *more))


def test_a_visitor_reads_the_first_words_and_is_asked_to_sign_in(browser, make):
    post = make.post(make.member("Kees"), body="Eerste zin. " + "Meer tekst. " * 30 + "Laatste zin.")
    page = browser().get(url(post))
    assert page.status_code == 200
    assert "Eerste zin." in words(page)
    assert "Laatste zin." not in page.text
    assert "Kees" not in page.text
    assert soup(page).select_one(f'main a[href="/inloggen?next={url(post)}"]')
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_a_member_reads_everything_and_who_wrote_it(browser, make):
    kees = make.member("Kees")
    post = make.post(kees, body="Eerste zin.\n\nLaatste zin.", when_words="Elke dinsdag", where_words="Bij mij thuis")
    page = browser(make.member("Fatima")).get(url(post))
    for shown in ("Laatste zin.", "Elke dinsdag", "Bij mij thuis", "Kees"):
        assert shown in words(page)
    assert soup(page).select_one(f'main a[href="/buren/{kees.reference}"]')
    assert soup(page).select_one(f'a[href="/melding?over={post.reference}"]')


def test_an_author_sees_the_state_and_the_controls(browser, make):
    kees = make.member("Kees")
    post = make.post(kees)
    page = browser(kees).get(url(post))
    assert "Staat open" in words(page)
    assert {a["href"] for a in soup(page).select("main a")} >= {
        url(post, "wijzigen"),
        url(post, "sluiten"),
        url(post, "nog-nodig"),
        f"/hulp-van-de-gemeente?bericht={post.reference}",
    }
    assert "Meld dit bericht" not in words(page)


@pytest.mark.parametrize("state", [s for s in PostState if s not in ("open", "matched", "fulfilled")])
def test_what_is_not_placed_is_seen_by_its_author_only(browser, make, state):
    kees = make.member("Kees")
    post = make.post(kees, state=state)
    assert browser(kees).get(url(post)).status_code == 200
    assert browser(make.member("Fatima")).get(url(post)).status_code == 404
    assert browser().get(url(post)).status_code == 404


@pytest.mark.parametrize("page", ["wijzigen", "sluiten", "geplaatst", "nog-nodig"])
def test_nobody_else_gets_at_the_pages_of_an_author(browser, make, page):
    post = make.post(make.member("Kees"))
    assert browser(make.member("Fatima")).get(url(post, page)).status_code == 403
    assert path(browser().get(url(post, page))) == "/inloggen"


def test_an_author_changes_the_words(browser, make):
    kees = make.member("Kees")
    post = make.post(kees)
    answer = browser(kees).submit(url(post, "wijzigen"), {"title": "Nieuwe titel", "body": "Nieuw verhaal."})
    page = browser(kees).follow(answer)
    assert "Nieuwe titel" in words(page)


def test_an_empty_title_comes_back(browser, make):
    kees = make.member("Kees")
    answer = browser(kees).submit(url(make.post(kees), "wijzigen"), {"title": " ", "body": "Dit blijft staan."})
    assert answer.status_code == 422
    assert "Vul een korte titel in." in words(answer)
    assert "Dit blijft staan." in answer.text


def test_what_a_newcomer_changes_is_read_first_and_the_page_says_so(browser, make, writing):
    newcomer = make.member("Nieuw", trusted=False)
    post = make.post(newcomer)
    somebody = browser(newcomer)
    assert "Een buurtmoderator leest je bericht opnieuw" in words(somebody.get(url(post, "wijzigen")))
    page = somebody.follow(somebody.submit(url(post, "wijzigen"), {"body": "Iets anders."}))
    assert "Een buurtmoderator leest het eerst" in words(page)
    assert state(writing, post) == PostState.WAITING


def test_words_cannot_change_once_somebody_helps(browser, make):
    kees = make.member("Kees")
    post = make.post(kees, state=PostState.MATCHED)
    answer = browser(kees).post(url(post, "wijzigen"), {"title": "Anders", "body": "Andere woorden hier."})
    assert answer.status_code == 409
    assert "Je kunt dit bericht nu niet veranderen" in words(answer)
    assert "Andere woorden hier." in answer.text


@pytest.mark.parametrize(
    ("why", "after"), [("gelukt", PostState.FULFILLED), ("niet-meer-nodig", PostState.WITHDRAWN)]
)
def test_an_author_closes_a_post_and_a_second_click_changes_nothing(browser, make, writing, why, after):
    kees = make.member("Kees")
    post, somebody = make.post(kees), browser(kees)
    for _ in range(2):
        assert path(somebody.post(url(post, "sluiten"), {"why": why})) == url(post)
    assert state(writing, post) == after


def test_closing_asks_why(browser, make):
    kees = make.member("Kees")
    answer = browser(kees).submit(url(make.post(kees), "sluiten"))
    assert answer.status_code == 422
    assert "Kies waarom je het bericht sluit." in words(answer)


def test_an_author_opens_a_closed_post_again(browser, make, writing):
    kees = make.member("Kees")
    post, somebody = make.post(kees), browser(kees)
    somebody.post(url(post, "sluiten"), {"why": "gelukt"})
    page = somebody.follow(somebody.submit(url(post), button="Zet je bericht weer open"))
    assert "staat weer open" in words(page)
    assert state(writing, post) == PostState.OPEN


def test_my_posts_are_listed_with_their_state_in_words(browser, make):
    kees = make.member("Kees")
    make.post(kees, "Wacht nog", state=PostState.WAITING)
    make.post(kees, "Is klaar", state=PostState.FULFILLED)
    make.post(make.member("Fatima"), "Van een ander")
    page = browser(kees).get("/mijn/berichten")
    for shown in ("Wacht nog", "Wacht op controle", "Is klaar", "Gelukt"):
        assert shown in words(page)
    assert "Van een ander" not in words(page)


def test_who_has_no_posts_reads_what_to_do(browser, make):
    assert "Je hebt nog geen berichten" in words(browser(make.member("Kees")).get("/mijn/berichten"))


def asked(make, clock, worker, outside):
    """Let a post grow old until its author is asked; return it and the path in the mail."""
    kees = make.member("Kees")
    post = make.post(kees, "Wie maait mijn gras?")
    clock.advance(days=(LIFE - ASK_STILL_NEEDED).days, hours=2)
    worker.run_until_quiet()
    mail = next(m for m in outside["mail"].sent if "nog nodig" in m["Subject"])
    body = mail.get_body(("plain",)).get_content()
    return post, next(line for line in body.splitlines() if "/nog-nodig/" in line).removeprefix("http://localhost")


def test_the_author_is_asked_by_mail_and_answers_without_signing_in(browser, make, clock, worker, outside, writing):
    post, link = asked(make, clock, worker, outside)
    nobody = browser()
    assert "Wie maait mijn gras?" in words(nobody.get(link))
    assert state(writing, post) == PostState.OPEN
    page = nobody.follow(nobody.post(link, {"antwoord": "ja"}))
    assert "Je bericht blijft staan" in words(page)
    clock.advance(days=ASK_STILL_NEEDED.days + 1)
    worker.run_until_quiet()
    assert state(writing, post) == PostState.OPEN


@pytest.mark.parametrize(("answer", "after"), [("gelukt", PostState.FULFILLED), ("nee", PostState.WITHDRAWN)])
def test_one_tap_closes_the_post_and_a_second_tap_is_harmless(
    browser, make, clock, worker, outside, writing, answer, after
):
    post, link = asked(make, clock, worker, outside)
    nobody = browser()
    for _ in range(2):
        page = nobody.follow(nobody.post(link, {"antwoord": answer}))
    assert "Je bericht is gesloten" in words(page)
    assert state(writing, post) == after


def test_opening_the_link_changes_nothing_and_doing_nothing_closes_the_post(
    browser, make, clock, worker, outside, writing
):
    post, link = asked(make, clock, worker, outside)
    browser().get(link)
    assert state(writing, post) == PostState.OPEN
    clock.advance(days=ASK_STILL_NEEDED.days)
    worker.run_until_quiet()
    assert state(writing, post) == PostState.EXPIRED
    assert len([m for m in outside["mail"].sent if "nog nodig" in m["Subject"]]) == 1


def test_a_made_up_or_old_link_asks_to_sign_in(browser, make, clock, worker, outside):
    post, link = asked(make, clock, worker, outside)
    other = make.post(make.member("Ans"))
    nobody = browser()
    token = link.rsplit("/", 1)[1]
    assert path(nobody.get(url(post, "nog-nodig", "verzonnen.onzin"))) == "/inloggen"
    assert path(nobody.get(url(other, "nog-nodig", token))) == "/inloggen"
    clock.advance(days=31)
    assert path(nobody.get(link)) == "/inloggen"
    assert path(nobody.post(link, {"antwoord": "nee"})) == "/inloggen"


def test_other_features_put_their_part_on_the_page(browser, make, monkeypatch):
    monkeypatch.setattr(panels, "PANELS", [lambda _work, _actor, _post: '<p id="deel">Reacties</p>', lambda *_: None])
    post = make.post(make.member("Kees"))
    assert soup(browser(make.member("Fatima")).get(url(post))).select_one("#deel")


def test_absurd_references_are_not_found(browser):
    for reference in ("V-0000-0000", "V-00000000", "Z-1234-5678"):
        assert browser().get(f"/berichten/{reference}").status_code == 404
    assert browser().get("/berichten/99999999999999999999").status_code == 404
