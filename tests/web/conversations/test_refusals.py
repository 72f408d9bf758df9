"""Who may not, what cannot, and what was typed wrong: a sentence each, and nothing lost."""

import pytest
from sqlmodel import select

from b2b.accounts.models import Block
from b2b.conversations import service
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import MESSAGE_MAX, ConversationState
from b2b.posts.rules import PostKind, PostState
from tests.client import soup, words


def block(make, blocker, blocked):
    make.save(
        Block(
            municipality_id=blocker.municipality_id,
            blocker_id=blocker.id,
            blocked_id=blocked.id,
            created_at=blocker.created_at,
        )
    )


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"body": "Ik kan wel."}, "Kies wat je wilt laten weten."),
        ({"kind": "misschien", "body": "Ik kan wel."}, "Kies wat je wilt laten weten."),
        ({"kind": "yes", "body": "   "}, "Schrijf een bericht. Eén zin is genoeg."),
        ({"kind": "yes", "body": "x" * (MESSAGE_MAX + 3)}, "Je hebt er 3 te veel."),
    ],
)
def test_a_reaction_that_is_not_complete_comes_back_with_what_was_typed(browser, post, ahmed, answers, sentence):
    page = browser(ahmed).submit(f"/berichten/{post.reference}/reageren", answers)
    assert page.status_code == 422
    assert sentence in words(page)
    assert soup(page).title.text.startswith("Fout:")
    assert soup(page).select_one("textarea[name=body]").text.strip() == answers["body"].strip()


def test_the_words_of_a_reaction_suit_an_offer(browser, make, fatima, ahmed):
    offer = make.post(fatima, "Ik loop graag met honden", kind=PostKind.OFFER)
    assert "Ik wil deze hulp graag" in words(browser(ahmed).get(f"/berichten/{offer.reference}/reageren"))


def test_an_empty_message_comes_back_with_a_sentence(browser, talk, ahmed):
    page = browser(ahmed).submit(f"/gesprekken/{talk.reference}", {"body": ""})
    assert page.status_code == 422
    assert "Schrijf eerst je bericht." in words(page)
    assert "Ik kan dat wel doen" in words(page)


def test_nobody_reacts_to_their_own_post(browser, post, fatima):
    assert browser(fatima).get(f"/berichten/{post.reference}/reageren").status_code == 403


@pytest.mark.parametrize("direction", ["blocker", "blocked"])
def test_a_block_looks_as_if_the_post_is_gone(browser, make, post, fatima, ahmed, direction):
    block(make, *((fatima, ahmed) if direction == "blocked" else (ahmed, fatima)))
    page = browser(ahmed).get(f"/berichten/{post.reference}/reageren")
    assert page.status_code == 404
    assert "blok" not in words(page).lower()


def test_a_reaction_that_comes_too_late_keeps_its_words(browser, make, post, talk, fatima, ria):
    late = browser(ria)
    form = late.get(f"/berichten/{post.reference}/reageren")
    browser(fatima).submit(f"/gesprekken/{talk.reference}/kiezen", button="Ja, kies Ahmed")
    answer = late.press(form, {"kind": "yes", "body": "Ik kan ook wel."}, at=f"/berichten/{post.reference}/reageren")
    assert answer.status_code == 409
    assert "Er wordt al geholpen, of het is voorbij." in words(answer)
    assert "Ik kan ook wel." in answer.text


def test_a_second_choice_in_another_tab_gets_a_kind_409(browser, make, post, talk, fatima, ria):
    other = make.conversation(post, ria)
    asker = browser(fatima)
    late = asker.get(f"/gesprekken/{other.reference}/kiezen")
    asker.submit(f"/gesprekken/{talk.reference}/kiezen", button="Ja, kies Ahmed")
    refused = asker.press(late, button="Ja, kies Ria", at=f"/gesprekken/{other.reference}/kiezen")
    assert refused.status_code == 409
    assert "Je hebt al iemand gekozen" in words(refused)


def test_a_double_click_on_send_is_one_message(browser, talk, ahmed, writing):
    helper, url = browser(ahmed), f"/gesprekken/{talk.reference}"
    page = helper.get(url)
    for _ in range(2):
        assert helper.press(page, {"body": "Een keer maar."}, at=url).status_code == 303
    with writing() as work:
        assert [m.body for m in work.exec(select(Message))].count("Een keer maar.") == 1


def test_a_token_that_is_not_ours_is_no_reason_to_refuse(browser, talk, ahmed):
    sent = browser(ahmed).post(f"/gesprekken/{talk.reference}/sturen", {"body": "Hoi", "once": "x" * 500})
    assert sent.status_code == 303


def test_strangers_find_no_conversation(browser, talk, ria, make):
    stranger = browser(ria)
    for part in ("", "/kiezen", "/loslaten"):
        assert stranger.get(f"/gesprekken/{talk.reference}{part}").status_code == 404
    for part in ("/sturen", "/kiezen", "/loslaten"):
        assert stranger.post(f"/gesprekken/{talk.reference}{part}", {"body": "Hoi"}).status_code == 404


def test_only_the_author_of_the_post_chooses(browser, talk, ahmed):
    assert browser(ahmed).get(f"/gesprekken/{talk.reference}/kiezen").status_code == 403
    assert browser(ahmed).post(f"/gesprekken/{talk.reference}/kiezen").status_code == 403


@pytest.mark.parametrize(
    "reference", ["G-0000-0000", "G-9999999999999", "gesprek-een", "%00%00%00%00%00%00%00%00%00"]
)
def test_an_absurd_reference_is_not_found(browser, ahmed, reference):
    assert browser(ahmed).get(f"/gesprekken/{reference}").status_code == 404


@pytest.mark.parametrize("page", ["-1", "0", "x", "9" * 40, "1-1-1", "٣"])
def test_an_absurd_page_is_the_first_one(browser, talk, ahmed, page):
    assert (
        "Ik kan dat wel doen" in words(browser(ahmed).get(f"/gesprekken/{talk.reference}?voor={page}")) or page == "0"
    )
    assert browser(ahmed).get(f"/gesprekken?voor={page}").status_code == 200


def test_a_closed_conversation_is_for_reading_only(browser, make, post, ahmed):
    talk = make.conversation(post, ahmed, state=ConversationState.CLOSED)
    helper = browser(ahmed)
    page = helper.get(f"/gesprekken/{talk.reference}")
    assert "Dit gesprek is gesloten" in words(page)
    assert not soup(page).select("main textarea")
    late = helper.post(f"/gesprekken/{talk.reference}/sturen", {"body": "Nog één ding dat ik wil zeggen."})
    assert late.status_code == 409
    assert "Nog één ding" in late.text


def test_a_hidden_message_is_not_shown_anywhere(browser, talk, fatima, writing):
    with writing() as work:
        service.hide_message(work, work.exec(select(Message)).one())
    for url in (f"/gesprekken/{talk.reference}", "/gesprekken"):
        page = browser(fatima).get(url)
        assert "Dit bericht is weggehaald." in words(page)
        assert "donderdag" not in page.text


def test_a_message_of_the_other_can_be_reported_and_one_s_own_not(browser, talk, fatima, ahmed, writing):
    with writing() as work:
        reference = work.exec(select(Message)).one().reference
    url = f"/gesprekken/{talk.reference}"
    assert soup(browser(fatima).get(url)).select_one(f'a[href="/melding?over={reference}"]')
    assert not soup(browser(ahmed).get(url)).select_one('a[href^="/melding?over=M-"]')


def test_nobody_is_chosen_on_a_post_that_was_withdrawn(browser, make, fatima, ahmed):
    talk = make.conversation(make.post(fatima, state=PostState.WITHDRAWN), ahmed)
    page = browser(fatima).get(f"/gesprekken/{talk.reference}/kiezen")
    assert page.status_code == 409


def test_looking_marks_as_read_but_fetching_ahead_does_not(browser, talk, fatima, writing, clock):
    asker, url = browser(fatima), f"/gesprekken/{talk.reference}"
    clock.advance(minutes=5)

    def read_at():
        with writing() as work:
            return work.get_one(Conversation, talk.id).author_read_at

    asker.get(url, headers={"Sec-Purpose": "prefetch"})
    assert read_at() is None
    asker.get(url)
    assert read_at() == clock()
