"""Help that comes back, as people see it: each only what is theirs."""

from datetime import timedelta

from b2b.recurring import service
from tests.client import path, soup, words
from tests.integration.recurring.conftest import THURSDAY

PLAN = {"day": "2026-12-10", "time": "10.00", "every": "1", "times": "8", "place": "bij de flat"}


def test_two_agree_on_eight_thursdays_and_see_the_holidays(asker, helper, talk):
    form = f"/gesprekken/{talk.reference}/vaste-hulp"
    assert form in helper.get(f"/gesprekken/{talk.reference}").text
    proposed = path(helper.submit(form, PLAN))
    assert "Wacht op antwoord van Fatima" in words(helper.get(proposed))
    page = asker.get(proposed)
    assert "Elke donderdag om 10.00 uur" in words(page)
    assert "donderdag 24 december om 10.00 uur (Dag voor Kerstmis)" in words(page)
    asker.press(page, button="Ja, dat is goed")
    page = asker.get(proposed)
    assert words(page).count("met Ahmed") == 8
    assert "De volgende keer: donderdag 10 december" in words(helper.get("/afspraken"))
    assert path(helper.get(form)) == proposed, "who has a series goes to its page"


def test_a_wrong_plan_comes_back_with_what_was_typed(helper, talk):
    answer = helper.submit(
        f"/gesprekken/{talk.reference}/vaste-hulp",
        {"day": "2020-01-01", "time": "10:00", "every": "9", "times": "400", "place": "bij de flat"},
    )
    assert answer.status_code == 422
    assert "bij de flat" in answer.text
    assert "Kies hoe vaak." in answer.text
    assert "Kies hoeveel keer." in answer.text


def test_skipping_asks_first_and_an_absurd_turn_is_not_there(asker, running):
    page = f"/afspraken/vast/{running.reference}"
    done = asker.follow(asker.submit(f"{page}/keer/2/overslaan", button="Ja, sla deze keer over"))
    assert "Overgeslagen" in words(done)
    assert path(asker.get(f"{page}/keer/99/overslaan")) == page
    assert asker.post(f"{page}/keer/99/overslaan").status_code == 404
    assert asker.post(f"{page}/keer/0/overslaan").status_code == 404
    assert asker.post(f"{page}/keer/{'9' * 30}/overslaan").status_code == 404


def test_a_helper_sees_own_turns_and_first_names_and_never_the_turns_of_others(team, mate, helper, rob, on, ahmed):
    page = f"/afspraken/vast/{team.reference}"
    seen = words(mate.get(page))
    assert "Wie doen er nog meer mee? Ahmed" in seen
    assert "26 november om" not in seen.partition("Waar ")[2], "the turns of Ahmed are not for Rob"
    helper.press(helper.get(page), button="Vraag het team")
    assert "donderdag 26 november om 10.00 uur" in words(mate.get(page))
    mate.press(mate.get(page), button="Ik kom deze keer")
    assert "Jij helpt" in words(mate.get(page))
    assert mate.get(f"/gesprekken/{_talk_of(mate, page)}").status_code == 200


def _talk_of(browser, page):
    return browser.get(page).text.partition('href="/gesprekken/')[2][:11]


def test_a_neighbour_is_asked_by_the_asker_alone_and_says_yes(asker, helper, mate, running, robs_talk, talk):
    page = f"/afspraken/vast/{running.reference}"
    assert mate.get(page).status_code == 404
    assert helper.post(f"{page}/erbij", {"gesprek": robs_talk.reference}).status_code == 403
    assert asker.post(f"{page}/erbij", {"gesprek": "G-0000-0000"}).status_code == 404
    asker.press(asker.get(page), button="Vraag Rob erbij")
    asked = mate.get(page)
    assert "Fatima vraagt of jij ook af en toe wilt helpen" in words(asked)
    assert "Ahmed" not in words(asked), "before a yes nobody else is named"
    assert talk.reference not in asked.text
    mate.press(asked, button="Ja, ik doe mee")
    assert "Wie helpen er? Ahmed Rob" in words(asker.get(page))


def test_the_address_is_given_seen_and_taken_back(asker, helper, running):
    page = f"/afspraken/vast/{running.reference}"
    assert asker.submit(f"{page}/adres", {"address": ""}).status_code == 422
    asker.submit(f"{page}/adres", {"address": "Zambesidreef 1"})
    assert "Zambesidreef" not in helper.get(page).text
    helper.press(helper.get(page), button="Laat adres zien")
    assert "Zambesidreef 1" in words(helper.get(page))
    assert "Gezien door Ahmed op" in words(asker.get(page))
    assert "Zambesidreef" not in helper.get(f"{page}/agenda.ics").text
    asker.press(asker.get(page), button="Wis mijn adres nu")
    assert "Zambesidreef" not in helper.get(page).text


def test_one_tap_says_how_it_went_and_another_puts_it_right(asker, running, clock):
    page = f"/afspraken/vast/{running.reference}"
    clock.moment = THURSDAY + timedelta(hours=1)
    asker.press(asker.get(page), button="Ja, het is gelukt")
    assert "Gelukt" in words(asker.get(page))
    asker.press(asker.get(page), button="Er is niemand gekomen")
    assert "Niet doorgegaan" in words(asker.get(page))


def test_at_the_end_both_say_how_it_was(asker, helper, running, worker, clock):
    page = f"/afspraken/vast/{running.reference}"
    clock.advance(days=26)
    worker.run_until_quiet()
    for one in (asker, helper):
        one.press(one.get(page), button="Ja, het hielp")
        assert "Je zei: Ja, het hielp." in words(one.get(page))


def test_stopping_asks_first_and_says_what_it_means(helper, running):
    page = f"/afspraken/vast/{running.reference}"
    assert "Fatima krijgt een mail, en kan iemand anders zoeken." in words(helper.get(f"{page}/stoppen"))
    gone = helper.submit(f"{page}/stoppen", button="Ja, stop ermee")
    assert path(gone) == "/afspraken"


def test_turns_stand_in_ones_own_calendar(helper, browser, running, on, ahmed):
    made = helper.follow(helper.submit("/mijn/agenda", button="Maak een geheim adres"))
    address = made.text.partition("http://localhost/agenda/")[2].partition("<")[0]
    feed = browser().get(f"/agenda/{address}").text
    assert feed.count("BEGIN:VEVENT") == 4
    on(service.skip, running, 1, ahmed.id)
    assert browser().get(f"/agenda/{address}").text.count("STATUS:CANCELLED") == 1


def test_the_page_of_a_series_and_the_list_ask_little(asker, running, database, listen):
    seen = []
    listen(database.read, "before_cursor_execute", lambda *call: seen.append(call[2]))
    asker.get(f"/afspraken/vast/{running.reference}")
    assert len(seen) <= 12, "\n".join(seen)
    seen.clear()
    asker.get("/afspraken")
    assert len(seen) <= 4, "\n".join(seen)


def test_a_link_shows_somebody_trusted_who_comes_one_time_until_the_visit_is_over(
    asker, helper, browser, team, on, ahmed, rob, clock
):
    page = f"/afspraken/vast/{team.reference}/keer/1/delen"
    assert (helper.get(page).status_code, helper.post(page).status_code) == (403, 403)
    assert link_of(asker, page) is None
    asker.submit(page, button="Maak de link")
    link = link_of(asker, page)
    seen = browser().get(link)
    assert "Ahmed helpt Fatima" in words(seen)
    assert "donderdag 26 november om 10.00 uur" in words(seen)
    assert "codewoord" in words(seen)
    assert seen.headers["X-Robots-Tag"] == "noindex"
    on(service.hand_on, team, 1, ahmed.id)
    assert browser().get(link).status_code == 410, "nobody comes"
    assert path(asker.get(page)) == f"/afspraken/vast/{team.reference}"
    assert asker.post(page).status_code == 409
    on(service.take, team, 1, rob.id)
    assert "Rob helpt Fatima" in words(browser().get(link))
    assert browser().get(link[:-3] + "aaa").status_code == 410
    clock.moment = THURSDAY + timedelta(hours=7)
    assert browser().get(link).status_code == 410


def test_the_link_of_a_turn_is_taken_back_and_made_anew(asker, helper, browser, running):
    page = f"/afspraken/vast/{running.reference}/keer/1"
    for _ in range(2):
        asker.post(f"{page}/delen")
    first = link_of(asker, f"{page}/delen")
    assert helper.post(f"{page}/niet-meer-delen").status_code == 403
    assert "De link werkt niet meer." in words(asker.follow(asker.submit(f"{page}/delen", button="Stop met delen")))
    asker.post(f"{page}/niet-meer-delen")
    gone = browser().get(first)
    assert gone.status_code == 410
    assert "wordt niet meer gedeeld" in words(gone)
    asker.submit(f"{page}/delen", button="Maak de link")
    assert link_of(asker, f"{page}/delen") != first
    assert browser().get(link_of(asker, f"{page}/delen")).status_code == 200
    for number in ("99", "9" * 30):
        assert asker.post(f"/afspraken/vast/{running.reference}/keer/{number}/delen").status_code == 404


def link_of(browser, page):
    shown = soup(browser.get(page)).select_one(".b2b-secret")
    return shown.get_text(strip=True).removeprefix("http://localhost") if shown else None


def test_each_turn_shows_the_word_and_the_sign_of_who_comes_and_of_nobody_else(
    asker, helper, mate, team, on, ahmed, rob
):
    page = f"/afspraken/vast/{team.reference}"
    for one, sign in ((asker, "een gele parasol"), (helper, "een rode jas"), (mate, "een groene pet")):
        one.submit(f"{page}/herkennen", {"sign": sign})
    on(service.hand_on, team, 1, ahmed.id)
    on(service.take, team, 1, rob.id)
    first, second = (" ".join(card.get_text(" ").split()) for card in soup(asker.get(page)).select("article")[:2])
    assert "Zo herken je Rob: een groene pet" in first
    assert "Zo herken je Ahmed: een rode jas" in second
    word_of = {
        name: card.partition("Codewoord: ")[2].split()[0] for name, card in (("Rob", first), ("Ahmed", second))
    }
    assert word_of["Rob"] != word_of["Ahmed"]
    for one, own, other, sign in ((mate, "Rob", "Ahmed", "een rode jas"), (helper, "Ahmed", "Rob", "een groene pet")):
        seen = words(one.get(page))
        assert f"Codewoord: {word_of[own]}" in seen
        assert "Zo herken je Fatima: een gele parasol" in seen
        assert word_of[other] not in seen
        assert sign not in seen


def test_a_sign_that_says_too_much_comes_back_and_somebody_else_tells_none(asker, mate, browser, make, running):
    page = f"/afspraken/vast/{running.reference}/herkennen"
    assert asker.submit(page, {"sign": "x" * 121}).status_code == 422
    answer = asker.submit(page, {"sign": "mijn burgerservicenummer is 111222333"})
    assert answer.status_code == 422
    assert "111222333" in answer.text
    for stranger in (mate, browser(make.member("Ria"))):
        assert stranger.get(page).status_code == 404
        assert stranger.post(page, {"sign": "een hoed"}).status_code == 404
