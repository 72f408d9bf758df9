"""One item: what a decision asks and does, and two who decide at once."""

import threading

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.core.audit import AuditEntry
from b2b.moderation import queries
from b2b.moderation.models import Decision, Statement
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


def test_the_review_page_shows_the_post_and_says_what_each_choice_does(desk, submitted, kees):
    page = words(desk.get(url(submitted(kees))))
    for word in (
        "Wie snoeit mijn heg?",
        "Kees",
        "Een moderator plaatste nog geen bericht",
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
    assert "Verander je bericht en stuur het opnieuw." in own


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
        number = work.exec(select(Statement)).one().reference
        reference = work.get(Post, item.target_id).reference
    for word in (
        "Reclame, verkoop",
        "Dit is reclame.",
        "geen computer",
        number,
        "tot en met zondag 23 mei",
        "rechter",
    ):
        assert word in letter
    page = browser(kees).get(f"/berichten/{reference}")
    assert f"/besluiten/{number}" in page.text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Kies wat je besluit."),
        ({"kind": "zomaar"}, "Kies wat je besluit."),
        ({"kind": "hide"}, "Kies wat je besluit."),
        ({"kind": "ask_change"}, "Kies wat er anders moet"),
        ({"kind": "refuse", "explanation": "Mijn lange uitleg"}, "Kies de spelregel"),
        ({"kind": "refuse", "rule": "trade"}, "Schrijf in 1 of 2 zinnen op waarom."),
        ({"kind": "refuse", "rule": "onzin", "explanation": "Mijn lange uitleg"}, "Kies de spelregel"),
        ({"kind": "ask_change", "reasons": ["onzin"]}, "Kies wat er anders moet"),
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
    assert "choice" not in words(page)
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


def test_a_decided_item_shows_who_decided_what(desk, submitted, kees, writing):
    item = submitted(kees)
    desk.submit(url(item), {"kind": "place"}, button="Neem dit besluit")
    page = desk.get(url(item))
    assert "Mo besloot op" in words(page)
    assert not soup(page).select("main form")
    with writing() as work:
        assert queries.decision_of(work, item.id).by == "Mo"
