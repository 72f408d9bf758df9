"""The desk by hand: who looks, what was typed stays, ready-made texts, and the next item after a decision."""

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.moderation.models import Reading, ReadyText
from b2b.notifications.channels.twin import text_of
from tests.client import path, soup, words

QUEUE = "/controleren"


@pytest.fixture
def other(make, browser):
    """The browser of a second moderator of the same neighbourhood."""
    return browser(make.staff(Role.MODERATOR, "Nel"), second_factor=True)


@pytest.fixture
def item(make, reported):
    return reported(make.post(make.member("Ans"), "Fiets te koop"))


def url(item, deed=""):
    return f"/controleren/{item.reference}{deed}"


def test_who_looks_stands_on_the_page_and_in_the_list(desk, other, item):
    assert path(desk.submit(url(item), button="Ik kijk hiernaar")) == url(item)
    assert "Jij kijkt hiernaar. Tot maandag 23 november om 10.30 uur" in words(desk.get(url(item)))
    assert "Mo kijkt hier nu naar" in words(other.get(url(item)))
    assert "Mo kijkt hiernaar tot 10.30 uur" in words(other.get(QUEUE))
    assert "Van mij 1" in words(desk.get(QUEUE))
    desk.submit(url(item), button="Laat los")
    assert "Niemand." in words(other.get(url(item)))


def test_who_is_too_late_reads_by_whom_and_keeps_what_was_typed(desk, other, item):
    open_page = other.get(url(item))
    desk.submit(url(item), button="Ik kijk hiernaar")
    typed = {"kind": "no_action", "explanation": "Mijn hele lange uitleg."}
    late = other.press(open_page, typed, at=url(item), button="Neem dit besluit")
    assert late.status_code == 409
    assert "Mo kijkt hier nu naar, sinds 23-11 10.00 uur." in words(late)
    assert "Mijn hele lange uitleg." in late.text
    desk.submit(url(item), {"kind": "no_action", "explanation": "Mag."}, button="Neem dit besluit")
    late = other.press(open_page, typed, at=url(item), button="Neem dit besluit")
    assert late.status_code == 409
    assert "Iemand was je voor: Mo besloot om 10.00 uur." in words(late)
    assert "Mijn hele lange uitleg." in words(late)


def test_a_hold_asks_for_its_reason(desk, other, item):
    empty = desk.submit(url(item), {"note": ""}, button="Houd dit vast")
    assert empty.status_code == 422
    assert "Schrijf kort op waar je op wacht." in words(empty)
    assert desk.submit(url(item), {"note": "Ik heb gebeld."}, button="Houd dit vast").status_code == 303
    page = words(other.get(url(item)))
    assert "Mo houdt dit vast" in page
    assert "Mo schrijft: Ik heb gebeld." in page
    other.submit(url(item), button="Neem het over")
    assert "Jij kijkt hiernaar." in words(other.get(url(item)))


def test_a_ready_made_text_comes_in_with_one_tap_and_keeps_the_rest(desk, item):
    typed = {"kind": "no_action", "explanation": "Dag buur."}
    page = desk.submit(url(item), typed, button="Dit past bij de spelregels")
    assert page.status_code == 200
    box = soup(page).select_one("textarea[name=explanation]").get_text()
    assert "Dag buur." in box
    assert "Ik heb goed gekeken." in box
    assert soup(page).select_one("input[value=no_action]").has_attr("checked")
    twice = desk.press(page, {"explanation": box.strip()}, at=url(item), button="Dit past bij de spelregels")
    assert soup(twice).select_one("textarea[name=explanation]").get_text().count("Ik heb goed gekeken.") == 1


def test_only_texts_that_fit_are_offered(desk, item, submitted, kees):
    assert "Dit is verkoop of reclame" in words(desk.get(url(submitted(kees))))
    assert "Dit is verkoop of reclame" not in words(desk.get(url(item))), "it was reported as rude"


def test_after_a_decision_the_next_one_opens(desk, make, reported, item):
    grave = reported(make.post(make.member("Kees")), "danger", once="O-2")
    first = desk.follow(desk.get("/controleren/volgende"))
    assert grave.reference in words(first)
    answer = desk.press(
        first,
        {"kind": "place"},
        at=url(grave),
        button="Besluit, en open het volgende",
    )
    assert item.reference in words(desk.follow(answer))
    answer = desk.submit(
        url(item), {"kind": "no_action", "explanation": "Mag."}, button="Besluit, en open het volgende"
    )
    assert "Er wacht niets" in words(desk.follow(answer))


def test_the_next_item_is_not_one_that_somebody_looks_at(desk, other, item):
    other.submit(url(item), button="Ik kijk hiernaar")
    assert path(desk.get("/controleren/volgende")) == QUEUE


def test_the_gravest_stands_on_top_with_its_reasons(desk, make, reported, item):
    reported(make.post(make.member("Kees"), "Gevaarlijk"), "danger", once="O-2")
    page = desk.get(QUEUE)
    titles = [link.get_text(strip=True) for link in soup(page).select("tbody td > a.utrecht-link")]
    assert titles == ["Gevaarlijk", "Fiets te koop"]
    assert "Iemand is misschien in gevaar" in words(page)
    assert "Misschien schelden of bedreigen" in words(page)


def test_an_interest_that_came_later_closes_the_page(desk, make, mo, writing, item):
    from b2b.accounts import service as people

    with writing() as work:
        people.block(work, mo.id, work.get(Member, item.author_id))
    assert desk.get(url(item)).status_code == 404
    assert desk.post(url(item, "/kijken")).status_code == 404
    assert "Er wacht niets" in words(desk.get(QUEUE))


class TestReading:
    """What is private is read with a case only, and the two hear of it afterwards."""

    @pytest.fixture
    def talk(self, make):
        return make.conversation(make.post(make.member("Ans")), make.member("Bo"))

    @pytest.fixture
    def case(self, talk, reported, writing):
        with writing() as work:
            message = work.exec(select(Message).where(Message.conversation_id == talk.id)).one()
        return reported(message)

    def test_the_two_hear_of_it_after_the_decision(self, desk, browser, make, talk, case, writing, mail, worker):
        desk.get(url(case))
        desk.get(url(case))
        with writing() as work:
            reading = work.exec(select(Reading)).one()
            ans = work.get(Member, talk.author_id)
        assert reading.told_at is None
        page = browser(ans)
        address = f"/gesprekken/{talk.reference}/meegelezen"
        assert "Niemand las mee" in words(page.get(address))
        desk.submit(url(case), {"kind": "no_action", "explanation": "Mag."}, button="Neem dit besluit")
        said = words(page.get(address))
        assert "Een moderator las op maandag 23 november om 10.00 uur een paar berichten, wegens een melding." in said
        assert case.reference in said
        assert "Mo" not in said.split()
        worker.run_until_quiet()
        for who in ("ans@voorbeeld.nl", "bo@voorbeeld.nl"):
            letter = next(text_of(one) for one in mail.to(who) if "las in een gesprek" in str(one["Subject"]))
            assert case.reference in letter

    def test_others_do_not_see_who_read_along(self, browser, make, talk):
        assert browser(make.member("Cor")).get(f"/gesprekken/{talk.reference}/meegelezen").status_code == 404

    def test_who_saw_this_is_answered_on_a_page_and_in_a_file(self, desk, browser, make, case, talk, writing):
        desk.get(url(case))
        chief = browser(make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True), second_factor=True)
        with writing() as work:
            message = work.get(Message, case.target_id)
            bo = work.get(Member, talk.responder_id)
        for number in (message.reference, case.reference, bo.reference):
            page = words(chief.get(f"/beheer/wie-heeft-dit-gezien?wat={number}"))
            assert "Mo las berichten uit een gesprek" in page, number
        again = words(chief.get(f"/beheer/wie-heeft-dit-gezien?wat={message.reference}"))
        assert "Baas vroeg wie dit zag" in again
        sheet = chief.get(f"/beheer/wie-heeft-dit-gezien.csv?wat={message.reference}")
        assert sheet.mimetype == "text/csv"
        assert "las berichten uit een gesprek" in sheet.text
        empty = words(
            chief.get(f"/beheer/wie-heeft-dit-gezien?wat={message.reference}&van=2026-01-01&tot=2026-01-02")
        )
        assert "Niemand van de moderators of de gemeente zag dit" in empty

    @pytest.mark.parametrize("wat", ["", "onzin", "V-0000-0000", "%00", "Z" * 400])
    @pytest.mark.parametrize(("first", "last"), [("gisteren", "x"), ("0001-01-01", "9999-12-31")])
    def test_an_absurd_question_is_no_trouble(self, browser, make, wat, first, last):
        chief = browser(make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True), second_factor=True)
        answer = chief.get("/beheer/wie-heeft-dit-gezien", query_string={"wat": wat, "van": first, "tot": last})
        assert answer.status_code == 200
        assert chief.get("/beheer/wie-heeft-dit-gezien.csv", query_string={"wat": wat}).status_code == 404


class TestTexts:
    """An administrator keeps the ready-made texts."""

    @pytest.fixture
    def chief(self, browser, make):
        return browser(make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True), second_factor=True)

    def test_a_built_in_text_is_changed_for_this_municipality(self, chief, desk, item):
        page = chief.get("/beheer/vaste-teksten/mag-wel")
        chief.press(page, {"body": "Dit mag hier."}, at="/beheer/vaste-teksten/mag-wel", button="Bewaar")
        assert "Dit mag hier." in words(desk.get(url(item)))

    def test_a_text_goes_off_the_list_and_back(self, chief, desk, item):
        chief.post("/beheer/vaste-teksten/mag-wel/weg")
        assert "Dit past bij de spelregels" not in words(desk.get(url(item)))
        chief.post("/beheer/vaste-teksten/mag-wel/weg", {"terug": "1"})
        assert "Dit past bij de spelregels" in words(desk.get(url(item)))

    def test_an_own_text_is_added_once(self, chief, desk, item, writing):
        own = {"title": "Bel even", "body": "Bel ons even.", "decisions": ["no_action"]}
        for _ in range(2):
            assert chief.submit("/beheer/vaste-teksten", own, button="Voeg de tekst toe").status_code == 303
        with writing() as work:
            assert work.exec(select(ReadyText)).one().code == "eigen-bel-even"
        assert "Bel even" in words(desk.get(url(item)))

    def test_what_is_missing_comes_back(self, chief):
        page = chief.submit("/beheer/vaste-teksten", {"title": "Halve tekst"}, button="Voeg de tekst toe")
        assert page.status_code == 422
        for sentence in ("Schrijf de tekst op.", "Kies bij welk besluit"):
            assert sentence in words(page)
        assert "Halve tekst" in page.text
        assert chief.get("/beheer/vaste-teksten/bestaat-niet").status_code == 404

    def test_a_trusted_flagger_is_added_without_a_readable_address(self, chief, writing):
        said = {"name": "Fraudehelpdesk", "email": "meldpunt@voorbeeld.nl"}
        chief.submit("/beheer/betrouwbare-melders", said, button="Voeg toe")
        page = chief.get("/beheer/betrouwbare-melders")
        assert "Fraudehelpdesk" in words(page)
        assert "meldpunt@" not in page.text
        chief.submit("/beheer/betrouwbare-melders", button="Stop")
        assert "Er zijn nog geen betrouwbare melders." in words(chief.get("/beheer/betrouwbare-melders"))
        wrong = chief.submit("/beheer/betrouwbare-melders", {"name": "X", "email": "geen adres"}, button="Voeg toe")
        assert wrong.status_code == 422


class TestAway:
    """Being away, and a break."""

    def test_who_is_away_says_when_and_who_covers(self, desk, make, other):
        page = desk.get("/controleren/mijn-werk")
        options = {o.get_text(strip=True): o["value"] for o in soup(page).select("select[name=cover] option")}
        said = {"first": "2026-11-24", "last": "2026-11-30", "cover": options["Nel"]}
        answer = desk.press(page, said, at="/controleren/mijn-werk", button="Ik ben dan weg")
        assert answer.status_code == 303
        assert "dinsdag 1 december om 0.00 uur" in words(desk.follow(answer))
        assert "Mo" in words(other.get("/controleren/mijn-werk"))
        twice = desk.submit("/controleren/mijn-werk", said | {"last": "2026-11-29"}, button="Ik ben dan weg")
        assert twice.status_code == 409
        assert "Je hebt al gezegd dat je dan weg bent." in words(twice)
        desk.submit("/controleren/mijn-werk", button="Ik ben er weer")
        assert "Wie is er weg?" not in words(desk.get("/controleren/mijn-werk"))

    @pytest.mark.parametrize(
        ("first", "last", "sentence"),
        [
            ("", "", "Kies de eerste dag"),
            ("2026-11-20", "2026-11-30", "Deze dag is al voorbij."),
            ("2026-11-30", "2026-11-24", "De laatste dag ligt voor de eerste dag."),
            ("2026-11-30", "2030-01-01", "Dat is langer dan een jaar."),
            ("morgen", "32-13-2026", "Kies de laatste dag"),
            ("9999-12-31", "9999-12-31", "Kies de eerste dag"),
        ],
    )
    def test_days_that_cannot_be(self, desk, first, last, sentence):
        page = desk.submit("/controleren/mijn-werk", {"first": first, "last": last}, button="Ik ben dan weg")
        assert page.status_code == 422
        assert sentence in words(page)

    def test_a_break_is_one_tap(self, desk):
        assert desk.submit("/controleren/mijn-werk", button="Neem pauze").status_code == 303
        assert "tot dinsdag 24 november om 8.00 uur" in words(desk.get("/controleren/mijn-werk"))

    def test_an_administrator_sees_where_somebody_is_missing_and_no_ranking(self, browser, make, desk, item):
        desk.submit(url(item), {"kind": "no_action", "explanation": "Mag."}, button="Neem dit besluit")
        make.staff(Role.MODERATOR, "Aad")
        chief = browser(make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True), second_factor=True)
        page = chief.get("/beheer/moderators")
        names = [
            row.select_one("td").get_text(strip=True) for row in soup(page).select("table")[-1].select("tbody tr")
        ]
        assert names == ["Aad", "Baas", "Mo"]
        assert "alle buurten" in words(page)

    def test_the_handbook_opens(self, desk):
        assert "Is er gevaar?" in words(desk.get("/controleren/handboek"))
