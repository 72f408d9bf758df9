"""The list and the page of a conversation: few statements, every row once, a long talk in parts."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from b2b.conversations import queries, service
from b2b.conversations.models import Conversation
from b2b.conversations.rules import MESSAGES_SHOWN, PAGE_SIZE, Words
from tests.client import soup, words


def test_a_conversation_takes_at_most_four_statements(browser, talk, fatima, statements):
    asker, url = browser(fatima), f"/gesprekken/{talk.reference}"
    asker.get(url)
    with statements() as seen:
        assert asker.get(url).status_code == 200
    assert len(seen) <= 4, seen


def test_the_list_takes_two_statements_however_long(browser, make, fatima, ahmed, ria, statements):
    for number in range(8):
        make.conversation(make.post(fatima, f"Bericht {number}"), (ahmed, ria)[number % 2])
    asker = browser(fatima)
    asker.get("/gesprekken")
    with statements() as seen:
        asker.get("/gesprekken")
    assert len(seen) <= 2, seen


def test_an_empty_list_says_what_to_do(browser, ria):
    page = browser(ria).get("/gesprekken")
    assert "Je hebt nog geen gesprekken" in words(page)
    assert soup(page).select_one('main a[href="/"]')


def test_the_list_is_paged_from_both_sides_and_shows_each_conversation_once(browser, make, fatima, ahmed, clock):
    made = []
    for number in range(PAGE_SIZE + 7):
        clock.advance(seconds=30 * (number % 3))  # some at the same moment
        asker, helper = (fatima, ahmed) if number % 2 else (ahmed, fatima)
        made.append(make.conversation(make.post(asker, f"Bericht {number}"), helper).reference)
    reader, url, seen = browser(fatima), "/gesprekken", []
    while url:
        page = soup(reader.get(url))
        seen += [card["href"].rsplit("/", 1)[1] for card in page.select(".b2b-card__title a")]
        older = page.select_one("a[rel=next]")
        url = older["href"] if older else None
    assert seen == made[::-1]


def test_a_long_conversation_comes_in_parts(browser, talk, fatima, ahmed, writing):
    with writing() as work:
        found = work.get_one(Conversation, talk.id)
        for number in range(MESSAGES_SHOWN + 9):
            speaker = fatima if number == 0 else ahmed  # once there is an answer, both may go on
            service.send(work, found, speaker.id, Words(f"regel {number:03}", f"O-{number}"))
    asker = browser(fatima)
    newest = soup(asker.get(f"/gesprekken/{talk.reference}"))
    assert len(newest.select(".b2b-chat > li")) == MESSAGES_SHOWN
    assert f"regel {MESSAGES_SHOWN + 8:03}" in newest.select(".b2b-chat > li")[-1].text
    older = next(a["href"] for a in newest.select("main a") if "oudere" in a.text)
    oldest = soup(asker.get(older))
    assert len(oldest.select(".b2b-chat > li")) == 10
    assert "Ik kan dat wel doen" in oldest.select_one(".b2b-chat > li").text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(0, 2), min_size=1, max_size=50))
def test_no_row_is_lost_or_doubled_whatever_the_moments(make, writing, clock, gaps):
    reader = make.member(f"Lezer{len(gaps)}-{sum(gaps)}-{clock().timestamp()}")
    made = []
    for gap in gaps:
        clock.moment += timedelta(seconds=gap)
        other = make.member(f"Buur{len(made)}-{clock().timestamp()}-{reader.id}")
        asker, helper = (reader, other) if gap else (other, reader)
        made.append(make.conversation(make.post(asker), helper).id)
    clock.moment += timedelta(seconds=5)
    seen, before = [], None
    with writing() as work:
        while True:
            rows, before = queries.inbox(work, reader.id, before)
            seen += [row.id for row in rows]
            if before is None:
                break
    assert sorted(seen) == sorted(made)


def test_a_script_gets_the_talk_alone_and_it_is_a_part_of_the_page(browser, talk, ahmed):
    helper, url = browser(ahmed), f"/gesprekken/{talk.reference}"
    helper.submit(url, {"body": "Tot donderdag."})
    part, whole = helper.get(url, headers={"HX-Request": "true"}), soup(helper.get(url))
    assert "HX-Request" in part.headers["Vary"]
    assert "<html" not in part.text
    assert soup(part).select_one("#gesprek .b2b-chat").text == whole.select_one("#gesprek .b2b-chat").text


def test_a_script_gets_an_error_in_the_same_place(browser, talk, ahmed):
    refused = browser(ahmed).post(
        f"/gesprekken/{talk.reference}/sturen", {"body": ""}, headers={"HX-Request": "true"}
    )
    assert refused.status_code == 422
    assert soup(refused).select_one("#gesprek .b2b-errors")
