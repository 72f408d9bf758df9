"""Parts that look again while a page is open: cheap when nothing changed, and nothing without a script."""

import pytest

from b2b.authz.predicates import Role
from b2b.conversations import service as talking
from b2b.conversations.models import Conversation, Message
from b2b.conversations.rules import Words
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules import ReviewReason, TargetKind
from b2b.posts.rules import PostState
from tests.client import soup

HTMX = {"HX-Request": "true"}


@pytest.fixture
def outside(mail):
    return {"mail": mail}


def part(page):
    return soup(page).select_one("[data-live]")["hx-get"]


def again(browser, url, answer):
    return browser.get(url, headers=HTMX | {"If-None-Match": answer.headers["ETag"]})


def test_a_conversation_brings_in_what_the_other_says_while_it_is_open(make, browser, writing, listen, database):
    fatima, ahmed = make.member("Fatima"), make.member("Ahmed")
    talk = make.conversation(make.post(fatima), ahmed)
    mine = browser(fatima)
    url = part(mine.get(f"/gesprekken/{talk.reference}"))
    empty = mine.get(url, headers=HTMX)
    assert empty.status_code == 200
    assert not soup(empty).select("li")
    statements = []
    listen(
        database.read,
        "before_cursor_execute",
        lambda _c, _u, said, *_: statements.append(said) if "PRAGMA" not in said else None,
    )
    assert again(mine, url, empty).status_code == 304
    assert len(statements) <= 3
    with writing() as work:
        said = work.get_one(Conversation, talk.id)
        talking.send(work, said, ahmed.id, Words("Ik sta voor de deur.", "O-1111-2222"))
    news = again(mine, url, empty)
    assert news.status_code == 200
    assert "Ik sta voor de deur." in news.text
    assert soup(news).select_one("[data-say]")["data-say"] == "Nieuw in dit gesprek: 1."
    assert again(mine, url, news).status_code == 304
    with writing() as work:
        assert work.get_one(Conversation, talk.id).author_read_at is not None
        talking.hide_message(work, work.get_one(Message, 2))
    assert "weggehaald" in again(mine, url, news).text


def test_a_part_belongs_to_who_may_see_the_page(make, browser):
    talk = make.conversation(make.post(make.member("Fatima")), make.member("Ahmed"))
    url = f"/gesprekken/{talk.reference}/nieuw?na=1"
    assert browser(make.member("Henk")).get(url, headers=HTMX).status_code == 404
    assert "Fatima" not in browser().get(url, headers=HTMX).text


@pytest.mark.parametrize(
    ("role", "queue", "said"),
    [
        (Role.MODERATOR, "/controleren", "Er wachten 0 berichten en meldingen."),
        (Role.COORDINATOR, "/overdrachten", "Nieuwe vragen: 0."),
    ],
)
def test_the_numbers_of_a_queue_stay_true_and_cost_a_304_when_nothing_changed(make, browser, role, queue, said):
    desk = browser(make.staff(role, "Mo"), second_factor=True)
    page = desk.get(queue)
    url = part(page)
    first = desk.get(url, headers=HTMX)
    assert soup(first).select_one("[data-say]")["data-say"] == said
    assert soup(first).select_one(".b2b-chip .b2b-count").get_text() == "0"
    assert again(desk, url, first).status_code == 304
    assert desk.get(url).headers["Location"].startswith(queue)
    assert browser(make.member("Henk")).get(url, headers=HTMX).status_code == 403


def test_a_moderator_sees_the_number_go_up(make, browser):
    desk = browser(make.staff(Role.MODERATOR, "Mo"), second_factor=True)
    url = part(desk.get("/controleren"))
    before = desk.get(url, headers=HTMX)
    kees = make.member("Kees", trusted=False)
    post = make.post(kees, state=PostState.WAITING)
    make.save(
        ReviewItem(
            reference="C-1111-1111",
            municipality_id=kees.municipality_id,
            neighbourhood_id=kees.neighbourhood_id,
            target_kind=TargetKind.POST,
            target_id=post.id,
            author_id=kees.id,
            reason=ReviewReason.NEWCOMER,
            due_at=post.created_at,
            created_at=post.created_at,
        )
    )
    assert "Er wacht 1 bericht of melding." in again(desk, url, before).text
