"""The moderator's desk: what is in the queue, what a decision asks, who may see what."""

import pytest
from sqlalchemy import event
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.moderation.rules import PAGE_SIZE
from b2b.notifications.channels.twin import text_of
from b2b.posts.models import Post
from b2b.posts.rules import PostState
from tests.client import path, soup, words

QUEUE = "/controleren"


def url(item):
    return f"/controleren/{item.reference}"


def state_of(writing, item):
    with writing() as work:
        return work.get(Post, item.target_id).state


def chips(page):
    return {link.get_text(" ", strip=True) for link in soup(page).select(".b2b-chip")}


@pytest.fixture
def statements(database):
    """Collect the statements that a page sends on the reading engine."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith("PRAGMA"):
            seen.append(statement)

    event.listen(database.read, "before_cursor_execute", note)
    yield seen
    event.remove(database.read, "before_cursor_execute", note)


def test_the_queue_shows_what_waits_oldest_first(desk, submitted, kees, make, clock):
    for author, title in ((kees, "Eerst"), (make.member("Nieuw", trusted=False), "Daarna")):
        submitted(author, title)
        clock.advance(minutes=5)
    page = desk.get(QUEUE)
    links = [a.get_text(strip=True) for a in soup(page).select("tbody td > a.utrecht-link")]
    assert links == ["Eerst", "Daarna"]
    assert "Hij is twee meter hoog." in words(page)
    assert "Er wachten 2 berichten en meldingen." in words(page)


def test_the_chips_count_and_filter(desk, browser, mo, submitted, reported, make, kees, clock):
    submitted(kees, "Van een nieuwe buur")
    reported(make.post(make.member("Fatima"), "Gemeld bericht"))
    assert chips(desk.get(QUEUE)) == {
        "Alles 2",
        "Nood 0",
        "Nieuw 1",
        "Gemeld 1",
        "Te laat 0",
        "Van mij 0",
    }
    only = words(desk.get("/controleren?toon=gemeld"))
    assert "Gemeld bericht" in only
    assert "Van een nieuwe buur" not in only
    clock.advance(hours=25)
    tomorrow = browser(mo, second_factor=True)
    assert "Te laat 2" in chips(tomorrow.get("/controleren?toon=te-laat"))
    assert "Er wacht niets" not in words(tomorrow.get("/controleren?toon=zomaar-iets"))


def test_an_empty_queue_says_so(desk):
    assert "Er wacht niets" in words(desk.get(QUEUE))


def test_a_long_queue_has_pages_that_lose_nothing(desk, submitted, make):
    titles = [f"Vraag {number}" for number in range(PAGE_SIZE + 3)]
    for title in titles:
        submitted(make.member(title.replace(" ", ""), trusted=False), title)
    first = desk.get(QUEUE)
    more = next(a["href"] for a in soup(first).select("a") if "Laat de volgende zien" in a.get_text())
    second = desk.get(more)
    shown = [
        a.get_text(strip=True) for page in (first, second) for a in soup(page).select("tbody td > a.utrecht-link")
    ]
    assert shown == titles
    assert "Terug naar het begin" in words(second)


@pytest.mark.parametrize(
    "address", ["/controleren?na=onzin", "/controleren?na=99999999999999999-1", "/controleren?na=1-1"]
)
def test_an_absurd_cursor_is_no_trouble(desk, address):
    assert desk.get(address).status_code == 200


def test_the_queue_takes_three_statements(desk, submitted, reported, make, kees, statements):
    submitted(kees)
    reported(make.post(make.member("Fatima")))
    conversation = make.conversation(make.post(make.member("Ans")), make.member("Bo"))
    with make.writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
    reported(message, once="O-2222-2222")
    desk.get(QUEUE)
    statements.clear()
    desk.get(QUEUE)
    assert len(statements) <= 3, statements


def test_placing_from_the_queue_says_what_it_does(desk, submitted, kees, writing, mail, worker):
    item = submitted(kees)
    answer = desk.submit(QUEUE, form="tbody form", button="Laat buren dit zien")
    assert answer.status_code == 303
    assert "Geplaatst. Buren zien het bericht nu." in words(desk.follow(answer))
    assert state_of(writing, item) is PostState.OPEN
    worker.run_until_quiet()
    assert "is geplaatst" in text_of(mail.last("kees@voorbeeld.nl"))


def test_with_htmx_the_row_leaves_the_queue(desk, submitted, kees, make):
    submitted(kees, "Eerste")
    submitted(make.member("Nieuw", trusted=False), "Tweede")
    row = soup(desk.get(QUEUE)).select_one("tbody form")
    data = {field["name"]: field["value"] for field in row.select("input")}
    answer = desk.post(row["hx-post"], data, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Geplaatst" in answer.text
    assert "Eerste" not in answer.text
    assert "Tweede" in answer.text
    again = desk.post(row["hx-post"], data | {"version": "1"}, headers={"HX-Request": "true"})
    assert again.status_code == 200


def test_the_fragment_is_a_part_of_the_page(desk, submitted, kees):
    submitted(kees)
    whole, part = desk.get(QUEUE), desk.get(QUEUE, headers={"HX-Request": "true"})
    assert "HX-Request" in part.headers["Vary"]
    assert words(part) in words(whole)


def test_other_neighbourhoods_are_not_there(browser, make, submitted, kees):
    item = submitted(kees)
    away = make.neighbourhood("BU03440113")
    stranger = browser(make.staff(Role.MODERATOR, "Ver", at=away), second_factor=True)
    assert stranger.get(url(item)).status_code == 404
    assert stranger.post(url(item), {"kind": "place", "version": "1"}).status_code == 404
    assert stranger.post(f"{url(item)}/plaatsen", {"version": "1"}).status_code == 404
    assert "Er wacht niets" in words(stranger.get(QUEUE))


def test_an_author_never_decides_on_the_own_post(browser, make, writing, submitted, mo):
    with writing() as work:
        work.get(Member, mo.id).trusted_at = None
    item = submitted(mo)
    own = browser(mo, second_factor=True)
    assert "Er wacht niets" in words(own.get(QUEUE))
    assert own.get(url(item)).status_code == 404
    assert own.post(url(item), {"kind": "place", "version": "1"}).status_code == 404
    assert state_of(writing, item) is PostState.WAITING


def test_what_went_up_opens_for_the_neighbours(browser, make, submitted, kees, mo, writing, clock, worker):
    item = submitted(kees)
    with writing() as work:
        from b2b.municipalities import queries as areas

        near = areas.adjacent_ids(work, item.municipality_id, item.neighbourhood_id)[0]
        code = areas.places(work, item.municipality_id).hoods[near].code
    nel = make.staff(Role.MODERATOR, "Nel", at=make.neighbourhood(code))
    assert browser(nel, second_factor=True).get(url(item)).status_code == 404
    clock.advance(hours=25)
    worker.run_until_quiet()
    beside = browser(nel, second_factor=True)
    assert "Te laat" in words(beside.get(QUEUE))
    assert beside.submit(url(item), {"kind": "place"}, button="Neem dit besluit").status_code == 303


def test_without_the_second_step_there_is_no_queue(browser, mo, submitted, kees):
    item = submitted(kees)
    half = browser(mo)
    for address in (QUEUE, url(item)):
        answer = half.get(address)
        assert answer.status_code == 303
        assert path(answer) == "/inloggen/tweede-stap"


@pytest.mark.parametrize("address", [QUEUE, "/controleren/C-1111-1111"])
def test_residents_and_visitors_find_no_desk(browser, make, address):
    assert path(browser().get(address)) == "/inloggen"
    assert browser(make.member("Fatima")).get(address).status_code in (403, 404)


@pytest.mark.parametrize("reference", ["C-1111-1111", "V-1111-1111", "c11111111"])
def test_an_item_that_is_not_there_is_a_404(desk, reference):
    assert desk.get(f"/controleren/{reference}").status_code == 404


def test_the_mail_to_a_moderator_holds_no_word_of_a_resident(desk, submitted, kees, mail, worker):
    submitted(kees, "Zeer persoonlijk", "Dit gaat niemand anders aan.")
    worker.run_until_quiet()
    letter = str(mail.last("mo@voorbeeld.nl"))
    for word in ("persoonlijk", "niemand anders", "Kees"):
        assert word not in letter


def test_a_moderator_finds_the_desk_on_the_page_of_the_post(desk, submitted, kees, writing, browser, make):
    item = submitted(kees)
    with writing() as work:
        reference = work.get(Post, item.target_id).reference
    assert url(item) in desk.get(f"/berichten/{reference}").text
    assert "/controleren/" not in browser(kees).get(f"/berichten/{reference}").text
