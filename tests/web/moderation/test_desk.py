"""The moderator's desk: what is in the queue, what a decision asks, who may see what."""

import threading

import pytest
from sqlalchemy import event
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.core.audit import AuditEntry
from b2b.moderation import queries
from b2b.moderation.models import Decision
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


def test_the_queue_shows_what_waits_oldest_first(desk, submitted, kees, clock):
    for title in ("Eerst", "Daarna"):
        submitted(kees, title)
        clock.advance(minutes=5)
    page = desk.get(QUEUE)
    links = [a.get_text(strip=True) for a in soup(page).select("tbody td > a.utrecht-link")]
    assert links == ["Eerst", "Daarna"]
    assert "Hij is twee meter hoog." in words(page)
    assert "Er wachten 2 berichten en meldingen." in words(page)


def test_the_chips_count_and_filter(desk, browser, mo, submitted, reported, make, kees, clock):
    submitted(kees, "Van een nieuwe buur")
    reported(make.post(make.member("Fatima"), "Gemeld bericht"))
    assert chips(desk.get(QUEUE)) == {"Alles 2", "Nieuw 1", "Gemeld 1", "Te laat 0"}
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
    author = make.member("Nieuw", trusted=False)
    for title in titles:
        submitted(author, title)
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
    answer = desk.submit(QUEUE, form="tbody form", button="Plaats: buren zien het")
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


def test_the_review_page_shows_the_post_and_says_what_each_choice_does(desk, submitted, kees):
    page = words(desk.get(url(submitted(kees))))
    for word in (
        "Wie snoeit mijn heg?",
        "Kees",
        "Nog geen bericht geplaatst",
        "Buren zien het bericht meteen.",
        "De schrijver leest wat er anders moet",
        "kan bezwaar maken",
    ):
        assert word in page


def test_asking_for_a_change_reaches_the_author_with_the_reasons(
    desk, submitted, kees, writing, browser, mail, worker
):
    item = submitted(kees)
    answer = desk.submit(
        url(item),
        {"kind": "ask_change", "reasons": ["when", "tone"], "explanation": "Groet, Mo"},
        button="Neem dit besluit",
    )
    assert path(answer) == QUEUE
    assert state_of(writing, item) is PostState.CHANGE_ASKED
    worker.run_until_quiet()
    letter = text_of(mail.last("kees@voorbeeld.nl"))
    for word in ("op welke dag", "vriendelijker", "Groet, Mo", "/wijzigen"):
        assert word in letter
    with writing() as work:
        reference = work.get(Post, item.target_id).reference
    author = browser(kees)
    own = words(author.get(f"/berichten/{reference}"))
    assert "Groet, Mo" in own
    assert "Pas je bericht aan" in own


def test_a_refusal_tells_the_rule_the_reasons_and_how_to_object(
    desk, submitted, kees, writing, browser, mail, worker
):
    item = submitted(kees)
    desk.submit(
        url(item), {"kind": "refuse", "rule": "trade", "explanation": "Dit is reclame."}, button="Neem dit besluit"
    )
    worker.run_until_quiet()
    letter = text_of(mail.last("kees@voorbeeld.nl"))
    with writing() as work:
        number = work.exec(select(Decision)).one().reference
        reference = work.get(Post, item.target_id).reference
    for word in ("Reclame, verkoop", "Dit is reclame.", "geen computer", number, "6 maanden", "rechter"):
        assert word in letter
    assert number in words(browser(kees).get(f"/berichten/{reference}"))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Kies wat je besluit."),
        ({"kind": "zomaar"}, ""),
        ({"kind": "hide"}, ""),
        ({"kind": "ask_change"}, "Kies wat er anders moet"),
        ({"kind": "refuse", "explanation": "Mijn lange uitleg"}, "Kies de spelregel"),
        ({"kind": "refuse", "rule": "trade"}, "Schrijf in 1 of 2 zinnen op waarom."),
        ({"kind": "refuse", "rule": "onzin", "explanation": "Mijn lange uitleg"}, ""),
        ({"kind": "refuse", "rule": "trade", "explanation": "x" * 1201}, "Maak de tekst korter."),
    ],
)
def test_a_decision_without_its_reasons_comes_back_with_what_was_typed(
    desk, submitted, kees, writing, answers, sentence
):
    item = submitted(kees)
    page = desk.submit(url(item), answers, button="Neem dit besluit")
    assert page.status_code == 422
    assert "Fout:" in soup(page).title.get_text()
    assert sentence in words(page)
    assert answers.get("explanation", "") in soup(page).select_one("textarea").get_text()
    assert state_of(writing, item) is PostState.WAITING


def test_the_second_moderator_reads_who_was_first(desk, submitted, kees, make, browser, clock):
    item = submitted(kees)
    other = browser(make.staff(Role.MODERATOR, "Nel"), second_factor=True)
    mine, theirs = desk.get(url(item)), other.get(url(item))
    clock.advance(minutes=12)
    assert desk.press(mine, {"kind": "place"}, at=url(item), button="Neem dit besluit").status_code == 303
    late = other.press(
        theirs,
        {"kind": "refuse", "rule": "trade", "explanation": "Dit is volgens mij reclame."},
        at=url(item),
        button="Neem dit besluit",
    )
    assert late.status_code == 409
    assert "Iemand was je voor: Mo besloot om 10.12 uur." in words(late)
    assert "Dit is volgens mij reclame." in late.text


def test_two_moderators_at_once_have_one_winner(app, browser, submitted, kees, make, mo, writing):
    item = submitted(kees)
    people = [browser(who, second_factor=True) for who in (mo, make.staff(Role.MODERATOR, "Nel"))]
    pages = [who.get(url(item)) for who in people]
    start, codes = threading.Barrier(2), []

    def decide(who, page, answers):
        start.wait()
        codes.append(who.press(page, answers, at=url(item), button="Neem dit besluit").status_code)

    wishes = [{"kind": "place"}, {"kind": "refuse", "rule": "trade", "explanation": "Reclame."}]
    threads = [threading.Thread(target=decide, args=each) for each in zip(people, pages, wishes, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [303, 409]
    with writing() as work:
        assert len(work.exec(select(Decision)).all()) == 1


def test_a_double_click_is_one_decision(desk, submitted, kees, writing):
    item = submitted(kees)
    page = desk.get(url(item))
    for _ in range(2):
        answer = desk.press(page, {"kind": "place"}, at=url(item), button="Neem dit besluit")
        assert path(answer) == QUEUE
    with writing() as work:
        assert len(work.exec(select(Decision)).all()) == 1


def test_words_that_changed_meanwhile_are_shown_with_what_was_typed(desk, submitted, reported, kees, writing):
    item = submitted(kees)
    page = desk.get(url(item))
    with writing() as work:
        post = work.get(Post, item.target_id)
    reported(post, explanation="Dit is een nieuwe melding.")
    answers = {"kind": "refuse", "rule": "trade", "explanation": "Mijn lange uitleg."}
    again = desk.press(page, answers, at=url(item), button="Neem dit besluit")
    assert again.status_code == 409
    assert "Er is intussen iets veranderd." in words(again)
    assert "Dit is een nieuwe melding." in words(again)
    assert "Mijn lange uitleg." in soup(again).select_one("textarea").get_text()
    assert desk.press(again, at=url(item), button="Neem dit besluit").status_code == 303
    assert state_of(writing, item) is PostState.REFUSED


@pytest.mark.parametrize("version", ["", "-1", "99999999999999999999", "1e3", "٣"])
def test_an_absurd_version_decides_nothing(desk, submitted, kees, version):
    item = submitted(kees)
    for address in (url(item), f"{url(item)}/plaatsen"):
        assert desk.post(address, {"kind": "place", "version": version}).status_code == 409


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


def test_only_the_reported_message_opens_and_that_is_logged(desk, make, reported, writing, mo):
    conversation = make.conversation(make.post(make.member("Ans")), make.member("Bo"))
    with writing() as work:
        for number in range(20):
            work.add(
                Message(
                    reference=f"M-0000-00{number:02}",
                    municipality_id=conversation.municipality_id,
                    conversation_id=conversation.id,
                    author_id=conversation.author_id,
                    body=f"Regel nummer {number}.",
                    once=f"O-{number}",
                    created_at=work.now(),
                )
            )
    with writing() as work:
        message = work.exec(select(Message).where(Message.reference == "M-0000-0010")).one()
    item = reported(message)
    assert "Regel" not in words(desk.get(QUEUE))
    page = words(desk.get(url(item)))
    assert [n for n in range(20) if f"Regel nummer {n}." in page] == [7, 8, 9, 10, 11, 12, 13]
    with writing() as work:
        entry = work.exec(select(AuditEntry).where(AuditEntry.action == "message.read_for_review")).one()
        assert entry.actor_id == mo.id
    answers = {"kind": "hide", "rule": "kind", "explanation": "Dit scheldt."}
    assert desk.submit(url(item), answers, button="Neem dit besluit").status_code == 303
    assert "Regel nummer 10." not in words(desk.get(url(item)))


def test_a_moderator_can_ask_somebody_else(desk, submitted, kees, make, mail, worker):
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    answer = desk.submit(url(submitted(kees)), button="Vraag iemand anders")
    assert "Doorgegeven" in words(desk.follow(answer))
    worker.run_until_quiet()
    assert "/controleren/C-" in text_of(mail.last("baas@voorbeeld.nl"))


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


def test_a_decided_item_shows_who_decided_what(desk, submitted, kees, writing):
    item = submitted(kees)
    desk.submit(url(item), {"kind": "place"}, button="Neem dit besluit")
    page = desk.get(url(item))
    assert "Mo besloot op" in words(page)
    assert not soup(page).select("main form")
    with writing() as work:
        assert queries.decision_of(work, item.id).by == "Mo"
