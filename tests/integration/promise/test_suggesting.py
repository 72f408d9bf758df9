"""Requests that fit an offer in the wider sense stand in its author's digest: once, few, and only while it is true."""

import pytest

from b2b.accounts.models import Block
from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind
from b2b.core.ids import new_reference
from b2b.notifications import queries as news
from b2b.notifications import service as telling
from b2b.notifications.channels.twin import text_of
from b2b.notifications.rules.news import Important
from b2b.notifications.rules.news import Rest as Rhythm
from b2b.posts import service as posting
from b2b.posts.rules import PostKind, PostWords
from b2b.promise import queries, service
from b2b.promise.rules.ladder import Rung
from b2b.promise.rules.suggesting import SUGGESTED_MOST
from b2b.promise.rules.terms import Rest
from tests.integration.promise.conftest import BESIDE

SUBJECT = "Vragen die bij jouw aanbod passen"
FAR = "BU03440111"


@pytest.fixture
def asks(writing):
    """Let somebody ask for help in their garden, with less in common than an alert wants; return the request."""

    def do(member, title="De heg van mijn zus", **more):
        said = PostWords(
            PostKind.REQUEST, "tuin", title, "Wie kan er eens komen kijken?", member.neighbourhood_id, **more
        )
        with writing() as work:
            return posting.submit(work, member.id, member.municipality_id, said)

    return do


@pytest.fixture
def suggested(writing):
    """Return who hears of a request in their next digest."""

    def look(post):
        with writing() as work:
            return {one.member_id for one in queries.to_suggest(work, post.id)}

    return look


def digests_to(mail, who):
    return [one for one in mail.to(who.email) if one["Subject"] == SUBJECT]


def test_a_request_too_faint_for_an_alert_stands_in_the_next_digest_once(henk, offers, asks, clock, worker, mail):
    worker.run_until_quiet()  # the round of this morning went
    rob, wout = offers("Rob"), offers("Wout", at=BESIDE)
    post = asks(henk)
    worker.run_until_quiet()
    assert not mail.to(rob.email)
    clock.advance(hours=23)
    worker.run_until_quiet()
    for one in (rob, wout):
        (digest,) = digests_to(mail, one)
        said = text_of(digest)
        assert post.title in said and f"/berichten/{one.offer.reference}" in said
        assert "Henk" not in said and post.body not in said
    clock.advance(days=1)
    worker.run_until_quiet()
    assert len(digests_to(mail, rob)) == 1


def test_only_who_may_read_it_and_lives_near_hears_of_it(henk, offers, asks, make, suggested):
    rob, wout, far = offers("Rob"), offers("Wout", at=BESIDE), offers("Vera", at=FAR)
    blocked = offers("Bas")
    make.save(
        Block(
            municipality_id=henk.municipality_id,
            blocker_id=blocked.id,
            blocked_id=henk.id,
            created_at=henk.created_at,
        )
    )
    assert suggested(asks(henk)) == {rob.id, wout.id}
    assert suggested(asks(henk, quiet=True)) == set()
    assert suggested(asks(rob.member, for_neighbours=True)) == {wout.id, blocked.id}
    assert far.id not in suggested(asks(henk, title="Nog een heg"))


def test_who_is_new_here_hears_nothing_that_is_for_neighbours(henk, offers, asks, make, writing, suggested):
    new = offers("Nina")
    with writing() as work:
        work.merge(new.member).proven_at = None
    assert suggested(asks(henk)) == {new.id}
    assert suggested(asks(henk, for_neighbours=True)) == set()


def test_who_was_asked_answered_or_wants_no_questions_is_left_alone(henk, offers, asks, writing, suggested):
    asked, answers, rests = offers("Rob"), offers("Aisha"), offers("Yusuf")
    post = asks(henk)
    with writing() as work:
        open_now = work.merge(post)
        service.invite(work, open_now, asked.id, Rung.FIRST_WAVE)
        talking.answer(work, open_now, answers.id, Answer(ResponseKind.YES, "Ik kan.", new_reference("O")))
        service.keep_rest(work, henk.municipality_id, rests.id, Rest(never=True))
    assert suggested(post) == set()


def test_who_opens_nothing_gets_no_more_than_a_few(henk, offers, asks, writing, suggested):
    rob = offers("Rob")
    posts = [asks(henk, title=f"De heg van zus {number}") for number in range(SUGGESTED_MOST + 1)]
    for post in posts[:-1]:
        with writing() as work:
            assert service.suggest(work, post.id) == 1
    assert suggested(posts[-1]) == set()
    with writing() as work:
        telling.read_all(work, rob.id)
    assert suggested(posts[-1]) == {rob.id}


def test_what_is_over_by_the_morning_and_who_wants_no_digest_leave_no_mail(
    henk, offers, asks, clock, worker, mail, writing
):
    rob, never = offers("Rob"), offers("Aisha")
    post = asks(henk)
    with writing() as work:
        telling.wish(work, henk.municipality_id, never.id, Important.AT_ONCE, Rhythm.NEVER)
        assert service.suggest(work, post.id) == 2
        rows = news.inbox(work, rob.id)[0]
        assert [one.words for one in queries.told(work, rob.id, rows).values()] == [post.title]
    with writing() as work:
        posting.withdraw(work, work.merge(post))
        assert queries.told(work, rob.id, rows) == {}
    clock.advance(hours=23)
    worker.run_until_quiet()
    assert not mail.to(rob.email) and not mail.to(never.email)


def test_a_request_of_last_week_is_no_news(henk, offers, asks, clock, worker, mail):
    asks(henk)
    clock.advance(days=4)
    rob = offers("Rob")
    clock.advance(days=1)
    worker.run_until_quiet()
    assert not digests_to(mail, rob)
