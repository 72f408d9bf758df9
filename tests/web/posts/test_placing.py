"""Placing a post as people do it: step by step, going back, stopping half-way, signing in at the end."""

import pytest
from sqlmodel import select

from b2b.consent.queries import accepted_hashes
from b2b.posts.models import Draft, Post
from b2b.posts.rules import DRAFT_LIFE, PostState
from tests.client import path, soup, words
from tests.web.posts.placing import BODY, TITLE, agree, begin, count, tell


def test_a_member_asks_for_help_and_reads_what_happens_next(browser, make, writing):
    fatima = make.member("Fatima")
    somebody = browser(fatima)
    answer = agree(
        somebody, tell(somebody, begin(somebody), make.neighbourhood(), when="Zaterdag", where="Aan de voorkant")
    )
    page = somebody.follow(answer)
    assert "Je bericht staat erop" in words(page)
    with writing() as work:
        post = work.exec(select(Post)).one()
        assert (post.title, post.body, post.state) == (TITLE, BODY, PostState.OPEN)
        assert (post.when_words, post.where_words) == ("Zaterdag", "Bij mij thuis: Aan de voorkant")
        assert len(accepted_hashes(work, fatima.id, post.id)) == 1


def test_a_newcomer_reads_that_a_volunteer_looks_first(browser, make):
    somebody = browser(make.member("Nieuw", trusted=False))
    page = somebody.follow(agree(somebody, tell(somebody, begin(somebody), make.neighbourhood())))
    assert "We hebben je bericht" in words(page)
    assert "Een buurtmoderator leest je bericht" in words(page)


def test_somebody_without_an_account_answers_everything_first_and_signs_in_at_the_end(browser, make, writing, app):
    nobody = browser()
    check = tell(nobody, begin(nobody), make.neighbourhood())
    terms = path(nobody.submit(check, button="Dit klopt"))
    to_sign_in = nobody.get(terms)
    assert to_sign_in.status_code == 303
    assert path(to_sign_in) == "/inloggen"
    assert terms.replace("/", "%2F") in to_sign_in.headers["Location"]

    fatima = make.member("Fatima")
    signed_in = browser(fatima)
    with nobody.client.session_transaction() as before, signed_in.client.session_transaction() as after:
        after["drafts"] = before["drafts"]
    placed = signed_in.submit(terms, {"agreed": "y"}, button="Plaats mijn bericht")
    assert placed.status_code == 303
    with writing() as work:
        assert work.exec(select(Post)).one().author_id == fatima.id
        draft = work.exec(select(Draft)).one()
        assert (draft.member_id, draft.browser_key, draft.answers) == (fatima.id, None, {})


def test_a_draft_of_somebody_else_does_not_exist(browser, make):
    url = begin(browser())
    assert browser().get(url).status_code == 404
    assert browser(make.member("Kees")).get(url).status_code == 404
    assert browser(make.member("Ans")).post(url, {"title": "x", "body": "y"}).status_code == 404


def test_a_draft_taken_over_by_a_member_is_closed_to_the_browser_it_came_from(browser, make):
    nobody = browser()
    url = begin(nobody)
    signed_in = browser(make.member("Fatima"))
    with nobody.client.session_transaction() as before, signed_in.client.session_transaction() as after:
        after["drafts"] = before["drafts"]
    signed_in.submit(url, {"title": TITLE, "body": BODY}, button="Volgende")
    assert nobody.get(url).status_code == 404


def test_a_step_cannot_be_skipped(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    url = begin(somebody)
    for later in ("waar", "controle", "voorwaarden"):
        skipped = somebody.get(url.replace("/wat", f"/{later}"))
        assert (skipped.status_code, path(skipped)) == (303, url)
        sent = somebody.post(url.replace("/wat", f"/{later}"), {"agreed": "y", "place": "home", "somebody": "zelf"})
        assert (sent.status_code, path(sent)) == (303, url)
    assert count(writing, Post) == 0


def test_an_empty_answer_comes_back_with_what_to_do_and_what_was_typed(browser):
    nobody = browser()
    url = begin(nobody)
    answer = nobody.submit(url, {"title": "", "body": "Alleen dit verhaal"}, button="Volgende")
    assert answer.status_code == 422
    assert "Vul een korte titel in." in words(answer)
    assert "Alleen dit verhaal" in answer.text
    assert soup(answer).title.get_text().startswith("Fout:")


def test_a_text_that_is_too_long_is_kept_whole(browser):
    nobody = browser()
    url = begin(nobody)
    long = "Gras " * 30
    answer = nobody.submit(url, {"title": long, "body": BODY}, button="Volgende")
    assert answer.status_code == 422
    assert "Je hebt er 69 te veel" in words(answer)
    assert long.strip() in answer.text


def test_choosing_no_kind_of_help_says_what_to_do(browser, writing):
    answer = browser().submit("/plaatsen?soort=vraag", {})
    assert answer.status_code == 422
    assert "Kies een soort hulp" in words(answer)
    assert count(writing, Draft) == 0


def test_each_answer_can_be_changed_from_the_check(browser, make):
    nobody = browser()
    check = tell(nobody, begin(nobody), make.neighbourhood())
    links = {a.get_text(" ", strip=True): a["href"] for a in soup(nobody.get(check)).select(".b2b-summary a")}
    title = next(url for words_, url in links.items() if words_.endswith("Titel"))
    back = nobody.submit(title, {"title": "Wie maait op zaterdag?"}, button="Volgende")
    assert path(back) == check
    assert "Wie maait op zaterdag?" in words(nobody.get(check))


def test_another_kind_of_help_asks_its_own_rules_first(browser, make):
    nobody = browser()
    check = tell(nobody, begin(nobody, "tuin"), make.neighbourhood())
    category = check.replace("controle", "soort")
    answer = nobody.submit(f"{category}?wijzig=1", {"category": "kinderen"})
    assert path(answer).endswith("/regels")
    assert path(nobody.get(check)).endswith("/regels")


@pytest.mark.parametrize(
    ("category", "task", "instead"),
    [
        ("boodschappen", "pinnen", "Geef nooit je pinpas of pincode"),
        ("gezelschap", "verzorging", "Wassen, aankleden en verplegen is werk voor de zorg"),
        ("gezelschap", "medicijnen", "Een buur mag geen medicijnen geven"),
        ("kinderen", "alleen", "Geef je kind niet mee aan iemand die je niet kent"),
        ("huisdieren", "sleutel", "Geef je sleutel niet aan iemand die je niet kent"),
        ("lenen", "geld", "Geld lenen of geven kan hier niet"),
    ],
)
def test_what_neighbours_must_not_do_is_stopped_with_where_to_go(browser, category, task, instead):
    nobody = browser()
    rules = begin(nobody, category)
    assert rules.endswith("/regels")
    stopped = nobody.submit(rules, {"task": task}, button="Ik houd me hieraan")
    page = nobody.follow(stopped)
    assert instead in words(page)
    assert "Bel" in words(page)
    assert path(nobody.get(rules.replace("regels", "wat"))) == rules


def test_the_rules_of_a_kind_of_help_are_read_before_the_story(browser):
    nobody = browser()
    rules = begin(nobody, "boodschappen")
    assert "Geef nooit je pinpas of pincode" in words(nobody.get(rules))
    assert path(nobody.submit(rules, {"task": "winkel"}, button="Ik houd me hieraan")).endswith("/wat")


def test_somebody_stops_half_way_and_goes_on_later(browser):
    nobody = browser()
    url = begin(nobody)
    stopped = nobody.submit(url, {"title": "", "body": "Half af"}, button="Bewaar en ga later verder")
    page = nobody.follow(stopped)
    assert "We hebben je antwoorden bewaard" in words(page)
    link = soup(page).select_one(f'a[href="{url}"]')
    assert link
    assert "Half af" in nobody.get(url).text


def test_a_half_answer_that_is_too_long_never_reaches_the_post(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    url = begin(somebody)
    somebody.submit(url, {"title": "x" * 300, "body": BODY}, button="Bewaar en ga later verder")
    assert path(somebody.get(url.replace("wat", "controle"))) == url


def test_a_draft_can_be_thrown_away(browser, writing):
    nobody = browser()
    begin(nobody)
    page = nobody.follow(nobody.submit("/plaatsen", button="Gooi weg"))
    assert "weggegooid" in words(page)
    assert count(writing, Draft) == 0


def test_an_expired_draft_explains_itself_and_its_words_are_wiped(browser, clock, worker, writing):
    nobody = browser()
    url = begin(nobody)
    nobody.submit(url, {"title": TITLE, "body": BODY}, button="Volgende")
    clock.advance(days=DRAFT_LIFE.days + 1)
    worker.run_until_quiet()
    answer = nobody.get(url)
    assert answer.status_code == 410
    assert "Begin opnieuw" in words(answer)
    with writing() as work:
        assert work.exec(select(Draft)).one().answers == {}


def test_the_check_warns_when_a_phone_number_is_in_the_text(browser, make):
    nobody = browser()
    what = begin(nobody)
    warned = nobody.submit(what, {"title": TITLE, "body": "Bel me op 06-12345678."}, button="Volgende")
    assert warned.status_code == 422
    where = nobody.press(warned, button="Toch zo versturen", at=what)
    place = {"somebody": "zelf", "neighbourhood": make.neighbourhood().slug, "place": "home"}
    check = nobody.submit(path(where), place, button="Volgende")
    assert "Er lijkt een telefoonnummer in je tekst te staan" in words(nobody.get(path(check)))


def test_an_offer_asks_in_its_own_words_and_not_for_whom(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    parts = begin(somebody, kind="aanbod")
    url = path(somebody.submit(parts, {"tuin": ["onkruid"]}, button="Ik houd me hieraan"))
    assert "Wat kun je doen?" in words(somebody.get(url))
    where = path(
        somebody.submit(url, {"title": "Ik maai graag", "body": "Met mijn eigen maaier."}, button="Volgende")
    )
    assert "Voor wie is de hulp?" not in words(somebody.get(where))
    check = somebody.submit(where, {"neighbourhood": make.neighbourhood().slug, "place": "either"}, button="Volgende")
    assert agree(somebody, path(check)).status_code == 303
    with writing() as work:
        assert work.exec(select(Post)).one().kind == "offer"


def test_a_request_for_somebody_else_says_so(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    other = {"somebody": "ander", "behalf": "neighbour", "agreed": "y", "meet": "hen"}
    agree(somebody, tell(somebody, begin(somebody), make.neighbourhood(), **other))
    with writing() as work:
        post = work.exec(select(Post)).one()
        assert (post.for_somebody_else, post.behalf, post.meet_them) == (True, "neighbour", True)
        assert post.where_words == "Bij die persoon thuis"


def test_who_asks_for_somebody_else_says_for_whom_and_that_they_agree(browser, make):
    somebody = browser(make.member("Fatima"))
    where = path(somebody.submit(begin(somebody), {"title": TITLE, "body": BODY}, button="Volgende"))
    said = {"somebody": "ander", "neighbourhood": make.neighbourhood().slug, "place": "home"}
    refused = somebody.submit(where, said, button="Volgende")
    assert refused.status_code == 422
    assert "Vraag eerst of die persoon het goed vindt." in words(refused)


def test_the_neighbourhood_of_a_member_is_filled_in(browser, make):
    fatima = make.member("Fatima")
    somebody = browser(fatima)
    where = path(somebody.submit(begin(somebody), {"title": TITLE, "body": BODY}, button="Volgende"))
    chosen = soup(somebody.get(where)).select_one("select[name=neighbourhood] option[selected]")
    assert chosen["value"] == make.neighbourhood().slug


def test_a_step_that_does_not_exist_is_not_found(browser):
    nobody = browser()
    assert nobody.get(begin(nobody).replace("/wat", "/onzin")).status_code == 404
    assert nobody.get("/plaatsen/K-0000-0000/wat").status_code == 404
