"""What goes wrong in real life: a second click, a lost session, two tabs, a tunnel. Nothing is lost or doubled."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.story import (
    BODY,
    READ,
    agrees,
    answers,
    asks,
    begins_to_ask,
    chooses,
    fills_in_code,
    looks_as,
    mail_of,
    proposes,
    twice,
)


def loses_session(somebody):
    """Let the session be gone while a page is open: after cleaning up, or a long holiday."""
    somebody.context.clear_cookies(name="b2b")


def comes_back(somebody, name):
    """Sign in again, by code, from where a lost session left somebody."""
    either = somebody.main.get_by_text("Je tekst is niet weg.").or_(somebody.main.get_by_label("E-mailadres"))
    expect(either.first).to_be_visible()
    somebody.complaints.clear()  # the script tells the console that it was refused, and so it was
    if "/inloggen" not in somebody.path:
        somebody.press("Probeer opnieuw")
    fills_in_code(somebody, mail_of(name))


def test_a_double_click_on_the_last_step_places_one_post(person):
    henk = person()
    looks_as(henk, "Henk")
    begins_to_ask(henk, "Wie helpt met twee klikken?")
    henk.press("Dit klopt")
    henk.choose("Ik")
    twice(henk, "Plaats mijn bericht")
    henk.go("/mijn/berichten")
    assert henk.main.get_by_role("link", name="Wie helpt met twee klikken?").count() == 1


def test_a_double_click_sends_one_reaction_one_message_and_one_proposal(person):
    henk, rob = person(), person()
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    post = asks(henk, "Wie brengt mijn glas weg?")

    rob.go(f"{post}/reageren")
    rob.choose("Ik kan helpen")
    rob.write("Je bericht", "Dat doe ik zo even.")
    twice(rob, "Verstuur bericht")
    rob.go("/gesprekken")
    rob.main.get_by_role("link", name=re.compile("Henk|Wie brengt mijn glas weg")).first.click()
    assert rob.main.get_by_text("Dat doe ik zo even.").count() == 1

    rob.write("Je bericht", "Hoe laat komt het uit?")
    twice(rob, "Verstuur bericht")
    assert rob.main.get_by_text("Hoe laat komt het uit?").count() == 1

    talk = rob.path
    henk.go(post)
    henk.press("Kies Rob")
    agrees(henk)
    twice(henk, "Ja, kies Rob")
    henk.go(talk)
    henk.reads("Je hebt Rob gekozen")

    henk.press("Maak een afspraak")
    proposal_form(henk)
    agrees(henk)
    twice(henk, "Verstuur voorstel")
    henk.go("/afspraken")
    assert henk.main.get_by_text("Wie brengt mijn glas weg?").count() == 1


def proposal_form(somebody):
    """Fill in a proposal for the last day of the year after."""
    somebody.set("Welke dag?", f"{somebody.site.clock().year + 1}-01-05")
    somebody.set("Hoe laat?", "10:30")
    somebody.write("Waar spreken jullie af?", "bij de ingang")


def test_a_double_click_asks_the_municipality_once(person):
    fatima = person()
    looks_as(fatima, "Fatima")
    fatima.go("/mijn/overdrachten")
    links = fatima.main.locator("a[href^='/overdrachten/']")
    before = links.count()
    fatima.go("/hulp-van-de-gemeente")
    fatima.write("Waar heb je hulp bij nodig?", "Niemand kan mij helpen met de verhuizing.")
    fatima.choose("Met een e-mail")
    fatima.press("Volgende")
    twice(fatima, "Ja, verstuur dit")
    fatima.go("/mijn/overdrachten")
    assert links.count() == before + 1


def test_a_double_click_files_one_notice_and_asks_one_code(site, person):
    henk, visitor = person(), person()
    looks_as(henk, "Henk")
    post = asks(henk, "Wie geeft de planten water?")
    visitor.go(f"/melding?over={post.rsplit('/', 1)[1]}")
    visitor.choose("Iets anders")
    visitor.write("Vertel wat er is", "Ik weet het niet zeker.")
    visitor.write("Je naam", "Door")
    visitor.write("Je e-mailadres", "dubbel@voorbeeld.nl")
    visitor.choose("Ik vul dit eerlijk in.")
    twice(visitor, "Verstuur mijn melding")
    site.mail("dubbel@voorbeeld.nl")
    visitor.headed("Je melding is binnen")

    visitor.go("/inloggen")
    visitor.write("E-mailadres", "klikt@voorbeeld.nl")
    twice(visitor, "Mail mij een code")
    visitor.headed("Vul de code in")
    assert len(site.mailbox.mails("dubbel@voorbeeld.nl")) == 1


def test_a_reaction_survives_a_session_that_ended(person):
    henk, rob = person(), person()
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    post = asks(henk, "Wie tilt een kast?")
    rob.go(f"{post}/reageren")
    rob.choose("Ik kan helpen")
    rob.write("Je bericht", "Ik ben sterk genoeg.")
    loses_session(rob)
    rob.press("Verstuur bericht")
    comes_back(rob, "Rob")
    assert rob.main.get_by_label("Je bericht").input_value() == "Ik ben sterk genoeg."


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_message_survives_a_session_that_ended(person, scripts):
    henk, rob = person(), person(java_script_enabled=scripts)
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    post = asks(henk, f"Wie helpt mij verhuizen{' snel' if scripts else ''}?")
    answers(rob, post, "Ik heb een busje.")
    rob.write("Je bericht", " ")
    rob.control("Verstuur bericht", rob.main).click()
    rob.reads("Schrijf eerst je bericht.")
    rob.write("Je bericht", "En een steekkar.")
    loses_session(rob)
    rob.control("Verstuur bericht", rob.main).click()
    comes_back(rob, "Rob")
    assert rob.main.get_by_label("Je bericht").input_value() == "En een steekkar."


def test_a_draft_survives_a_session_that_ended(person):
    henk = person()
    looks_as(henk, "Henk")
    begins_to_ask(henk, "Wie leest mijn brief voor?")
    draft = henk.path
    loses_session(henk)
    henk.press("Dit klopt")
    looks_as(henk, "Henk")
    henk.go(draft)
    henk.reads("Wie leest mijn brief voor?")
    henk.reads(BODY)


def test_the_back_button_keeps_every_answer(person):
    olena = person()
    begins_to_ask(olena, "Wie oefent Nederlands met mij?")
    olena.page.go_back()
    assert olena.main.get_by_label("Bij mij thuis").is_checked()
    olena.page.go_back()
    assert olena.main.get_by_label("Korte titel").input_value() == "Wie oefent Nederlands met mij?"
    assert olena.main.get_by_label("Je vraag").input_value() == BODY
    olena.write("Korte titel", "Wie oefent elke week Nederlands?")
    olena.press("Volgende")
    olena.press("Volgende")
    olena.reads("Wie oefent elke week Nederlands?")


NO_NETWORK = "Je hebt nu geen internet. Je tekst is niet weg."


def test_a_step_that_cannot_leave_stays_with_its_words(person):
    olena = person()
    begins_to_ask(olena, "Wie past op mijn vogel?")
    olena.press("Titel")
    olena.write("Je vraag", "Een week maar. Hij zingt.")
    olena.context.set_offline(True)
    olena.control("Volgende", olena.main).click()
    olena.reads(NO_NETWORK)
    assert olena.main.get_by_label("Je vraag").input_value() == "Een week maar. Hij zingt."
    olena.context.set_offline(False)
    expect(olena.main.get_by_text(NO_NETWORK)).to_have_count(0)
    olena.press("Volgende")
    olena.reads("Een week maar. Hij zingt.")


def test_what_could_not_leave_is_there_again_after_going_back_and_gone_once_it_is_sent(person):
    olena = person()
    begins_to_ask(olena, "Wie past op mijn cavia?")
    olena.press("Titel")
    step = olena.page.url
    olena.write("Je vraag", "Twee weken maar. Hij piept.")
    olena.context.set_offline(True)
    olena.control("Volgende", olena.main).click()
    olena.reads(NO_NETWORK)
    olena.context.set_offline(False)
    olena.page.locator(".b2b-back a, a.b2b-back").first.click()
    olena.page.goto(step)
    assert olena.main.get_by_label("Je vraag").input_value() == "Twee weken maar. Hij piept."
    olena.press("Volgende")
    olena.reads("Twee weken maar. Hij piept.")
    kept = olena.page.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('b2b'))")
    assert kept == []


def test_who_was_offline_without_scripts_loads_the_page_again_and_the_answers_arrive(person):
    olena = person(java_script_enabled=False)
    begins_to_ask(olena, "Wie past op mijn kat?")
    olena.press("Titel")
    olena.write("Je vraag", "Drie dagen maar. Hij is lief.")
    olena.context.set_offline(True)
    with olena.page.expect_event("requestfailed"):
        olena.control("Volgende", olena.main).click(no_wait_after=True)
    expect(olena.page.locator("main")).to_have_count(0)
    olena.context.set_offline(False)
    olena.page.reload()
    olena.reads("Drie dagen maar. Hij is lief.")


@pytest.mark.parametrize("knows", [True, False], ids=["the browser knows", "the browser does not know yet"])
def test_a_message_written_in_a_tunnel_waits_in_its_field(person, knows):
    henk, rob = person(), person()
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    post = asks(henk, f"Wie helpt met mijn {'fiets' if knows else 'step'}?")
    answers(rob, post, "Ik heb een pomp.")
    rob.write("Je bericht", "En ik plak ook banden.")
    if knows:
        rob.context.set_offline(True)
    else:
        rob.context.route("**/gesprekken/**", lambda route: route.abort())
    rob.control("Verstuur bericht", rob.main).click(no_wait_after=True)
    rob.reads(NO_NETWORK)
    rob.context.set_offline(False)
    rob.context.unroute_all()
    rob.complaints.clear()  # the script says that the network is gone, and so it was
    assert rob.main.get_by_label("Je bericht").input_value() == "En ik plak ook banden."
    rob.control("Verstuur bericht", rob.main).click()
    expect(rob.main.locator(".b2b-bubble__body").filter(has_text="En ik plak ook banden.")).to_have_count(1)


def test_in_two_tabs_the_second_choice_hears_that_the_first_won(person):
    henk, rob, olena = person(), person(), person()
    for somebody, name in ((henk, "Henk"), (rob, "Rob"), (olena, "Olena")):
        looks_as(somebody, name)
    post = asks(henk, "Wie repareert mijn lamp?")
    answers(rob, post, "Ik heb gereedschap.")
    talk = answers(olena, post, "Ik kan het ook.")
    henk.go(f"{talk}/kiezen")
    tab = henk.context.new_page()
    tab.goto(post)
    tab.get_by_role("link", name="Kies Rob").click()
    tab.get_by_role("heading", name="Kies je Rob?").wait_for()
    if tab.get_by_label(READ).count():
        tab.locator("label[for='agreed']").click()
    tab.get_by_role("button", name="Ja, kies Rob").click()
    tab.get_by_text("Je hebt Rob gekozen").wait_for()

    henk.press("Ja, kies Olena")
    henk.reads("Je hebt al iemand gekozen voor dit bericht.")


def test_an_accepted_moment_is_accepted_once_in_two_tabs(person):
    henk, rob = person(), person()
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    post = asks(henk, "Wie zet de container buiten?")
    talk = answers(rob, post, "Ik woon naast je.")
    chooses(henk, post, "Rob")
    proposes(rob, talk)
    henk.go(talk)
    henk.press("Bekijk het voorstel")
    tab = henk.context.new_page()
    tab.goto(henk.path)
    tab.get_by_role("button", name="Ja, dat is goed").click()
    tab.get_by_text("Jullie hebben dit samen afgesproken.").wait_for()
    henk.press("Ja, dat is goed")
    henk.reads("Afgesproken")
