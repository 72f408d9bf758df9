"""A neighbour reacts, they write, somebody is chosen: as people live it, without JavaScript."""

from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words


def react(browser, post, body="Ik kan donderdag om tien uur.", kind="yes"):
    """Fill in the reaction and return the answer."""
    return browser.submit(f"/berichten/{post.reference}/reageren", {"kind": kind, "body": body})


def test_from_a_reaction_to_being_chosen(browser, post, fatima, ahmed, ria, mail, worker):
    helper, other, asker = browser(ahmed), browser(ria), browser(fatima)
    talk = path(react(helper, post))
    other_talk = path(react(other, post, "Ik ook.", "partly"))
    page = words(helper.get(talk))
    assert "Ik kan donderdag om tien uur." in page
    assert "Wacht op antwoord van Fatima" in page

    worker.run_until_quiet()
    assert "Ahmed kan helpen" in text_of(mail.to("fatima@voorbeeld.nl")[0])

    inbox = words(asker.get("/gesprekken"))
    assert "Nieuw bericht" in inbox
    assert "Ahmed, over: Wie haalt mijn boodschappen?" in inbox
    asker.get(talk)
    asker.get(other_talk)
    assert "Nieuw bericht" not in words(asker.get("/gesprekken"))

    answer = asker.submit(talk, {"body": "Graag! Tien uur is goed."})
    assert answer.status_code == 303
    assert "Tien uur is goed" in words(helper.get(talk))

    question = asker.get(f"{talk}/kiezen")
    assert "De anderen krijgen één mail" in words(question)
    chosen = asker.press(question, {"agreed": "y"}, button="Ja, kies Ahmed", at=f"{talk}/kiezen")
    assert "Gekozen" in words(asker.follow(chosen))
    assert "Fatima heeft jou gekozen" in words(helper.get(talk))
    assert "koos deze keer iemand anders" in words(other.get(other_talk))
    worker.run_until_quiet()
    assert str(mail.last("ahmed@voorbeeld.nl")["Subject"]) == "Fatima heeft jou gekozen"
    assert str(mail.last("ria@voorbeeld.nl")["Subject"]) == "Fatima koos deze keer iemand anders"
    assert len(mail.to("ria@voorbeeld.nl")) == 1

    released = asker.submit(f"{talk}/loslaten", button="Ja, laat Ahmed los")
    assert "Het bericht staat weer open" in words(asker.follow(released))
    worker.run_until_quiet()
    assert str(mail.last("ria@voorbeeld.nl")["Subject"]) == "Fatima zoekt toch weer iemand"


def test_the_helper_can_step_back(browser, talk, fatima, ahmed):
    asker, helper = browser(fatima), browser(ahmed)
    url = f"/gesprekken/{talk.reference}"
    asker.submit(f"{url}/kiezen", button="Ja, kies Ahmed")
    helper.submit(f"{url}/loslaten", button="Ja, ik kan niet")
    assert "Kies Ahmed" in words(asker.get(url))


def test_the_author_sees_who_reacted_on_the_page_of_the_post(browser, post, talk, fatima, ahmed, ria):
    page = browser(fatima).get(f"/berichten/{post.reference}")
    assert "Ahmed kan helpen" in words(page)
    assert soup(page).select_one(f'a[href="/gesprekken/{talk.reference}/kiezen"]')
    reacted = browser(ahmed).get(f"/berichten/{post.reference}")
    assert "Je hebt al gereageerd" in words(reacted)
    assert soup(reacted).select_one(f'a[href="/gesprekken/{talk.reference}"]')
    somebody = browser(ria).get(f"/berichten/{post.reference}")
    assert soup(somebody).select_one(f'a[href="/berichten/{post.reference}/reageren"]')
    assert "Ahmed" not in words(somebody)


def test_who_reacted_before_goes_on_in_the_conversation(browser, post, talk, ahmed):
    assert path(browser(ahmed).get(f"/berichten/{post.reference}/reageren")) == f"/gesprekken/{talk.reference}"


def test_what_was_typed_survives_a_session_that_ended(browser, post, app, writing, ahmed):
    visitor = browser()
    typed = {"kind": "partly", "body": "Dit was een lange tekst."}
    url = f"/berichten/{post.reference}/reageren"
    away = visitor.post(url, typed)
    assert away.headers["Location"].startswith("/inloggen?next=")
    with visitor.client.session_transaction() as kept:
        mine = dict(kept)
    signed_in = browser(ahmed)
    with signed_in.client.session_transaction() as cookie:
        cookie["typed"] = mine["typed"]
    form = soup(signed_in.get(url))
    assert form.select_one("textarea[name=body]").text.strip() == typed["body"]
    assert form.select_one("input[value=partly]").has_attr("checked")
    assert not form.select(".b2b-errors")
    assert signed_in.submit(url).status_code == 303
    with signed_in.client.session_transaction() as cookie:
        assert "typed" not in cookie


def test_what_was_typed_in_a_conversation_survives_too(browser, talk):
    visitor = browser()
    away = visitor.post(f"/gesprekken/{talk.reference}/sturen", {"body": "Tot straks!"})
    assert away.headers["Location"] == f"/inloggen?next=/gesprekken/{talk.reference}"
    with visitor.client.session_transaction() as cookie:
        assert cookie["typed"]["fields"] == [["body", "Tot straks!"]]


def test_a_visitor_signs_in_first_and_comes_back(browser, post):
    away = browser().get(f"/berichten/{post.reference}/reageren")
    assert away.headers["Location"].endswith(f"berichten%2F{post.reference}%2Freageren")


def test_a_mail_comes_once_for_several_lines(browser, talk, fatima, ahmed, mail, worker, clock):
    helper, url = browser(ahmed), f"/gesprekken/{talk.reference}"
    browser(fatima).get(url)
    for line in ("Hallo", "Ben je er?", "Ik kan ook vrijdag."):
        clock.advance(minutes=1)
        helper.submit(url, {"body": line})
    worker.run_until_quiet()
    assert len(mail.to("fatima@voorbeeld.nl")) == 1


def test_no_mail_for_what_was_read_before_the_mail_went(browser, talk, fatima, ahmed, mail, worker, clock):
    url = f"/gesprekken/{talk.reference}"
    browser(fatima).get(url)
    clock.advance(minutes=1)
    browser(ahmed).submit(url, {"body": "Tot dan."})
    browser(fatima).get(url)
    worker.run_until_quiet()
    assert mail.to("fatima@voorbeeld.nl") == []


def test_what_people_write_is_shown_as_text(browser, talk, fatima, ahmed):
    url = f"/gesprekken/{talk.reference}"
    browser(ahmed).submit(url, {"body": "5 < 6 & {{ 7*7 }} https://voorbeeld.nl"})
    page = browser(fatima).get(url)
    assert "5 < 6 & {{ 7*7 }}" in words(page)
    assert soup(page).select_one('.b2b-bubble a[href="https://voorbeeld.nl"]')
