"""Asking one neighbour first: "not now" costs nobody face, and the asker is led on at once."""

import pytest

from b2b.conversations import service as talking
from b2b.conversations.models import Conversation
from b2b.conversations.rules import Answer, ResponseKind
from b2b.posts import service as posting
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostWords
from tests.client import path, soup, words

ASKED = "Kun je donderdag mijn gras maaien?"


@pytest.fixture
def offer(make, writing):
    """Let somebody offer to mow the lawn."""

    def do(name):
        helper = make.member(name)
        with writing() as work:
            said = PostWords(
                PostKind.OFFER,
                "tuin",
                "Ik maai je gras",
                f"Groet van {name}.",
                helper.neighbourhood_id,
            )
            return helper, posting.submit(work, helper.id, helper.municipality_id, said).id

    return do


def test_who_hears_not_now_is_shown_the_next_neighbour_and_can_ask_everybody(
    browser, make, writing, offer, worker, mail
):
    (henk, first), (_ria, second) = offer("Henk"), offer("Ria")
    olena = make.member("Olena")
    with writing() as work:
        said = Answer(ResponseKind.YES, ASKED, "O-1")
        talk = talking.answer(work, work.get_one(Post, first), olena.id, said).reference
        next_one = work.get_one(Post, second).reference
    asker, helper = browser(olena), browser(henk)
    done = helper.submit(f"/gesprekken/{talk}", button="Nu even niet")
    assert "We wijzen je buur op iemand anders." in words(helper.follow(done))
    worker.run_until_quiet()
    assert mail.last(olena.email)["Subject"] == "Henk kan nu even niet"
    page = asker.get(f"/gesprekken/{talk}")
    assert "Dat gebeurt vaak en het ligt niet aan jou." in words(page)
    links = {link["href"] for link in soup(page).select('[aria-labelledby="verder"] a')}
    assert f"/berichten/{next_one}/reageren" in links
    begun = path(asker.submit(f"/gesprekken/{talk}", button="Plaats je vraag"))
    assert soup(asker.get(begun)).select_one("textarea").text.strip() == ASKED
    assert path(asker.submit(f"/gesprekken/{talk}", button="Plaats je vraag")) == begun


def test_not_now_is_said_once_and_not_after_a_choice(make, writing, offer):
    _henk, first = offer("Henk")
    olena = make.member("Olena")
    with writing() as work:
        said = Answer(ResponseKind.YES, ASKED, "O-1")
        talk_id = talking.answer(work, work.get_one(Post, first), olena.id, said).id
        talking.choose(work, work.get_one(Conversation, talk_id))
        talking.say_not_now(work, work.get_one(Conversation, talk_id))
    with writing() as work:
        assert work.get_one(Conversation, talk_id).not_now_at is None
