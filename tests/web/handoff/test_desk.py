"""The desk: what waits by clock, one winner, on to others, over from who is away, and what is written down."""

import pytest
from sqlalchemy import event
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.handoff.models import Handoff, HandoffNote
from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words
from tests.databases import raw


def lane(browser, name):
    """Return the references in a part of the list, in its order."""
    page = soup(browser.get(f"/overdrachten?toon={name}"))
    return [link.get_text(strip=True) for link in page.select("tbody td:first-child a")]


def test_what_is_due_first_stands_on_top_and_moves_through_the_list(browser, els, desk, question, clock, page_of):
    first = question()
    clock.advance(minutes=5)
    second = question("Ik zoek taalles.")
    assert lane(desk, "nieuw") == [first.reference, second.reference]
    desk.post(f"{page_of(second)}/oppakken")
    assert lane(desk, "nieuw") == [first.reference]
    assert lane(desk, "mijn") == [second.reference]
    clock.advance(days=4)
    desk = browser(els, second_factor=True)
    assert "Te laat" in words(desk.get("/overdrachten"))
    desk.submit(page_of(second), {"note": "Gelukt."}, button="Klaar")
    assert lane(desk, "klaar") == [second.reference]


def test_the_list_asks_the_database_three_times_at_most(desk, question, database):
    for number in range(4):
        question(f"Vraag {number}")
    desk.get("/overdrachten")
    asked = []

    def note(*seen):
        asked.append(seen[2])

    event.listen(database.read, "before_cursor_execute", note)
    desk.get("/overdrachten")
    event.remove(database.read, "before_cursor_execute", note)
    assert len(asked) <= 3, asked


def test_a_colleague_gets_it_with_a_reason_that_the_resident_reads(
    browser, desk, omar, question, page_of, fatima, mail, worker
):
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    options = soup(desk.get(page_of(asked))).select("select option")
    to = next(option["value"] for option in options if option.get_text() == "Omar")
    desk.submit(page_of(asked), {"door-to": to, "door-why": "Omar kent de woningbouw."}, button="Geef door")
    other = browser(omar, second_factor=True)
    assert lane(other, "mijn") == [asked.reference]
    assert lane(desk, "collegas") == [asked.reference]
    page = words(browser(fatima).get(page_of(asked)))
    assert "Een collega neemt je vraag over" in page
    assert "Omar kent de woningbouw." in page
    worker.run_until_quiet()
    news = text_of(mail.last("omar@voorbeeld.nl"))
    assert page_of(asked) in news
    assert "woningbouw" not in news
    # Els no longer has it.
    again = desk.post(f"{page_of(asked)}/doorgeven", {"door-to": to, "door-why": "Nog eens", "door-once": "O-2"})
    assert again.status_code in (409, 422)


def test_another_neighbourhood_gets_it_and_this_one_no_longer_sees_it(browser, desk, question, page_of, make):
    far = make.neighbourhood("BU03440111")
    there = browser(make.staff(Role.COORDINATOR, "Ver", at=far), second_factor=True)
    asked = question()
    sent = desk.submit(
        page_of(asked),
        {"door-to": f"buurt:{far.slug}", "door-why": "Daar staat het huis.", "door-for_desk": "y"},
        button="Geef door",
    )
    assert path(sent) == "/overdrachten"
    assert lane(there, "nieuw") == [asked.reference]
    assert "Daar staat het huis." in words(there.get(page_of(asked)))
    assert desk.get(page_of(asked)).status_code == 404


def test_many_at_once_are_taken_or_passed_on_and_what_a_colleague_has_is_left(
    browser, desk, omar, question, page_of, now_is, els
):
    first, second, third = question("1"), question("2"), question("3")
    browser(omar, second_factor=True).post(f"{page_of(third)}/oppakken")
    ticked = {"wie": [first.reference, second.reference, third.reference]}
    said = words(desk.follow(desk.post("/overdrachten/samen", ticked)))
    assert "Gelukt: 2." in said
    assert "Niet gelukt: 1." in said
    assert {now_is(one).claimed_by_id for one in (first, second)} == {els.id}
    assert now_is(third).claimed_by_id == omar.id
    passed = {**ticked, "doorgeven": "ja", "door-to": f"collega:{omar.reference}", "door-why": "Ik ben ziek."}
    desk.post("/overdrachten/samen?toon=mijn", {**passed, "door-once": "O-1"})
    assert {now_is(one).claimed_by_id for one in (first, second, third)} == {omar.id}


def test_bulk_never_reaches_beyond_ones_own_neighbourhoods(browser, question, make, now_is):
    asked = question()
    far = make.staff(Role.COORDINATOR, "Ver", at=make.neighbourhood("BU03440111"))
    abroad = make.staff(Role.COORDINATOR, "Eef", at=make.neighbourhood("BU07721110"))
    ticked = {"wie": [asked.reference]}
    assert browser(far, second_factor=True).post("/overdrachten/samen", ticked).status_code == 404
    assert path(browser(abroad, second_factor=True).post("/overdrachten/samen", ticked)) == "/inloggen"
    assert now_is(asked).claimed_by_id is None


def test_nobody_takes_over_from_a_colleague_who_is_there_but_who_is_away_is_no_obstacle(
    browser, desk, omar, question, page_of, now_is
):
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    other = browser(omar, second_factor=True)
    assert "Ik neem deze vraag over" not in words(other.get(page_of(asked)))
    assert other.post(f"{page_of(asked)}/overnemen").status_code == 409
    desk.submit("/overdrachten/afwezig", {"last": "2026-11-30"})
    assert "(nu afwezig)" in words(other.get(page_of(asked)))
    assert other.submit(page_of(asked), button="Ik neem deze vraag over").status_code == 303
    assert now_is(asked).claimed_by_id == omar.id
    desk.submit("/overdrachten/afwezig", button="Ik ben er weer")
    assert other.post(f"{page_of(asked)}/overnemen").status_code == 303  # the second click changes nothing


def test_a_late_claim_is_no_obstacle_either(browser, desk, omar, question, page_of, clock, now_is):
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    clock.advance(days=5)
    assert browser(omar, second_factor=True).post(f"{page_of(asked)}/overnemen").status_code == 303
    assert now_is(asked).claimed_by_id == omar.id


def test_a_note_is_read_by_the_resident_unless_it_is_for_colleagues_and_is_sealed(
    browser, desk, question, page_of, fatima, database
):
    asked = question()
    desk.submit(page_of(asked), {"notitie-text": "De lift wordt besteld."}, button="Bewaar notitie")
    desk.submit(
        page_of(asked),
        {"notitie-text": "Eerst de wijkagent bellen.", "notitie-for_desk": "y"},
        button="Bewaar notitie",
    )
    seen = words(browser(fatima).get(page_of(asked)))
    assert "De lift wordt besteld." in seen
    assert "wijkagent" not in seen
    assert "wijkagent" in words(desk.get(page_of(asked)))
    with raw(database) as connection:
        stored = connection.exec_driver_sql("SELECT words FROM handoff_notes").scalars()
        assert not any(b"wijkagent" in bytes(one) or b"lift" in bytes(one) for one in stored)


def test_a_double_click_on_a_note_is_one_note(desk, question, page_of, writing):
    page = desk.get(page_of(question()))
    for _ in range(2):
        assert desk.press(page, {"notitie-text": "Een keer."}, button="Bewaar notitie").status_code == 303
    with writing() as work:
        assert len(work.exec(select(HandoffNote)).all()) == 1


def test_having_spoken_to_the_resident_is_being_in_contact(desk, question, page_of, now_is):
    asked = question()
    desk.post(f"{page_of(asked)}/oppakken")
    missed = {"uitkomst-outcome": "not_reached"}
    desk.submit(page_of(asked), missed, button="Bewaar hoe het ging")
    assert now_is(asked).state == "claimed"
    desk.submit(page_of(asked), {"uitkomst-outcome": "spoken"}, button="Bewaar hoe het ging")
    assert now_is(asked).state == "in_contact"
    assert "Niet bereikt" in words(desk.get(page_of(asked)))


@pytest.mark.parametrize(
    ("answers", "button", "sentence"),
    [
        ({"notitie-text": ""}, "Bewaar notitie", "Schrijf op wat je wilt bewaren."),
        ({"uitkomst-outcome": "onzin"}, "Bewaar hoe het ging", "Kies hoe het ging."),
        ({"uitkomst-outcome": "referred"}, "Bewaar hoe het ging", "naar welke organisatie"),
        ({"door-to": "buurt:atlantis", "door-why": "x"}, "Geef door", "Kies een collega of een buurt."),
        ({"door-why": "x" * 301}, "Geef door", "Maak de tekst korter"),
    ],
)
def test_a_wrong_answer_comes_back_with_a_sentence(desk, question, page_of, answers, button, sentence):
    page = desk.submit(page_of(question()), answers, button=button)
    assert page.status_code == 422
    assert sentence in words(page)
    assert soup(page).title.get_text().startswith("Fout")


def test_withdrawing_deletes_what_was_written(browser, desk, question, page_of, fatima, writing):
    asked = question()
    desk.submit(page_of(asked), {"notitie-text": "De lift wordt besteld."}, button="Bewaar notitie")
    browser(fatima).submit(page_of(asked), button="Trek mijn vraag in")
    with writing() as work:
        assert work.exec(select(HandoffNote)).all() == []
        assert work.exec(select(Handoff)).one().due_at is None


def test_a_coordinator_never_handles_their_own_question(browser, els, question, page_of):
    asked = question(who=els)
    own = browser(els, second_factor=True)
    assert own.post(f"{page_of(asked)}/oppakken").status_code == 403
    assert asked.reference not in lane(own, "nieuw")
    assert "Je vraag is binnen" in words(own.get(page_of(asked)))


def test_an_absence_without_a_day_comes_back_with_a_sentence(desk):
    for day in ("", "gisteren", "2020-01-01", "2099-01-01"):
        assert desk.submit("/overdrachten/afwezig", {"last": day}).status_code == 422
