"""From the first wave to the offer of a handoff, rung by rung, with a clock that is moved; and what stops it."""

from datetime import timedelta

import pytest

from b2b.accounts.models import Block, Member
from b2b.accounts.service import pausing
from b2b.accounts.service import people as accounts
from b2b.authz.predicates import Role
from b2b.conversations import queries as talks
from b2b.conversations import service as talking
from b2b.conversations.rules import Answer, ResponseKind
from b2b.core.clock import local
from b2b.core.ids import new_reference
from b2b.municipalities.service import choose
from b2b.notifications.channels.twin import text_of
from b2b.posts import queries as posts
from b2b.posts import service as posting
from b2b.posts.rules import PostKind, PostWords
from b2b.promise import queries, service
from b2b.promise.rules import InvitationAnswer, NotSearching, PromiseState
from b2b.promise.rules.terms import Rest, Terms
from tests.integration.promise.conftest import BESIDE

ALL = ["first_wave", "next_wave", "around", "moderator", "handoff"]


@pytest.fixture
def until_the_end(clock, worker, promise):
    """Let the clock go on, half an hour at a time as a worker sees it, until the last rung."""

    def live(post):
        while (found := promise(post)).next_at is not None:
            clock.moment = max(found.next_at, clock.moment + timedelta(minutes=1))
            worker.run_until_quiet()
        return promise(post)

    return live


def invited(mail, address):
    return [one for one in mail.to(address) if str(one["Subject"]).startswith("Kun jij")]


def test_a_request_that_nobody_answers_climbs_to_the_offer_of_a_handoff(
    henk, offers, asks, make, mail, promise, until_the_end, clock
):
    near = [offers(name) for name in ("Rob", "Aisha", "Yusuf", "Emine")]
    beside = offers("Wout", at=BESIDE)
    mo = make.staff(Role.MODERATOR, "Mo")
    post = asks(henk)
    begun = promise(post)
    assert begun.state is PromiseState.RUNNING
    assert f"{local(begun.due_at):%a %H:%M}" == "Wed 10:00"
    end = until_the_end(post)
    assert end.rungs == ALL
    assert end.state is PromiseState.OFFERED
    assert clock() == begun.due_at  # the promise was kept to the minute
    assert set(end.invited) == {one.id for one in (*near, beside)}
    assert end.invited[-1] == beside.id
    for helper in (*near, beside):
        assert len(invited(mail, helper.email)) == 1
    assert len([one for one in mail.to(mo.email) if "Zoek iemand" in str(one["Subject"])]) == 1
    [offered] = [one for one in mail.to(henk.email) if "Nog geen hulp" in str(one["Subject"])]
    assert f"http://localhost/hulp-van-de-gemeente?bericht={post.reference}" in text_of(offered)


def test_never_everybody_at_once(henk, offers, asks, climbs, promise):
    for number in range(9):
        offers(f"Buur{number}")
    post = asks(henk)
    climbs(post)
    assert len(promise(post).invited) == 3
    climbs(post)
    assert len(promise(post).invited) == 7


def test_an_offer_has_no_clock_and_a_waiting_request_neither(offers, promise, make, asks):
    assert promise(offers("Rob").offer) is None
    assert promise(asks(make.member("Nieuw", trusted=False))) is None


def test_a_rung_that_is_tried_again_after_a_crash_is_taken_once(henk, offers, asks, writing, clock, promise, mail):
    offers("Rob")
    post = asks(henk)
    clock.moment = promise(post).next_at
    with writing() as work:
        key = queries.promise_of(work, post.id).id
        assert service.climb(work, key)
    with writing() as work:  # the worker died before it could say so: another one does the same job
        assert not service.climb(work, key)
    assert promise(post).rungs == ["first_wave"]
    assert len(promise(post).invited) == 1


def test_a_rung_whose_transaction_dies_never_happened(henk, offers, asks, writing, clock, promise, worker, mail):
    rob = offers("Rob")
    post = asks(henk)
    clock.moment = promise(post).next_at
    with pytest.raises(ZeroDivisionError), writing() as work:
        1 / (service.climb(work, queries.promise_of(work, post.id).id) - 1)  # the power goes before the commit
    assert promise(post).rungs == []
    assert promise(post).invited == []
    worker.run_until_quiet()
    assert promise(post).rungs == ["first_wave"]
    assert len(invited(mail, rob.email)) == 1


def answer(writing, post, member, kind=ResponseKind.YES):
    with writing() as work:
        found = queries.promise_of(work, post.id)
        assert found is not None
        said = Answer(kind, "Ik kan donderdag.", new_reference("O"))
        return talking.answer(work, work.get_one(type(post), post.id), member.id, said)


def test_an_answer_stops_the_search_until_the_asker_wants_more(
    henk, offers, asks, writing, promise, on_post, climbs, clock
):
    offers("Rob")
    post, truus = asks(henk), offers("Truus").member
    answer(writing, post, truus)
    assert promise(post).state is PromiseState.ANSWERED
    assert promise(post).next_at is None
    clock.advance(days=6)
    on_post(service.go_on, post)
    on_post(service.go_on, post)
    climbs(post)
    assert promise(post).round == 2
    assert promise(post).rungs == ["first_wave"]


def test_a_question_does_not_stop_the_search(henk, offers, asks, writing, promise):
    post = asks(henk)
    answer(writing, post, offers("Rob").member, ResponseKind.QUESTION)
    assert promise(post).state is PromiseState.RUNNING


@pytest.mark.parametrize("verb", [posting.withdraw, posting.match])
def test_it_stops_the_moment_it_is_over(henk, offers, asks, promise, on_post, worker, clock, mail, verb):
    rob = offers("Rob")
    post = asks(henk)
    on_post(verb, post)
    clock.advance(days=9)
    worker.run_until_quiet()
    assert promise(post).state is PromiseState.STOPPED
    assert promise(post).next_at is None
    assert not invited(mail, rob.email)
    with pytest.raises(NotSearching):
        on_post(service.go_on, post)


def test_a_request_that_opens_again_begins_again_and_asks_nobody_twice(henk, offers, asks, promise, on_post, climbs):
    rob = offers("Rob")
    post = asks(henk)
    climbs(post)
    on_post(posting.match, post)
    on_post(posting.unmatch, post)
    assert promise(post).rungs == []
    assert promise(post).round == 2
    truus = offers("Truus")
    climbs(post)
    assert promise(post).invited == [rob.id, truus.id]


def test_a_municipality_chooses_the_term_per_kind_of_help(henk, asks, promise, writing):
    with writing() as work:
        choose(work, henk.municipality_id, "promise.hours", 96)
        choose(work, henk.municipality_id, "promise.hours_by_kind", {"tuin": 24})
    assert f"{local(promise(asks(henk)).due_at):%a %H:%M}" == "Tue 10:00"


def test_who_does_not_want_it_is_not_asked(henk, offers, asks, promise, writing, make, climbs, clock):
    rob, aisha, wout = offers("Rob"), offers("Aisha"), offers("Wout")
    with writing() as work:
        block = {"blocker_id": rob.id, "blocked_id": henk.id, "created_at": work.now()}
        work.add(Block(municipality_id=henk.municipality_id, **block))
        away = Rest(away_until=local(clock() + timedelta(days=9)).date())
        service.keep_rest(work, henk.municipality_id, aisha.id, away)
        service.keep_terms(work, wout.offer, Terms(monthly_max=1))
    first, second = asks(henk), asks(make.member("Olena"))
    climbs(first)
    climbs(second)
    assert promise(first).invited == [wout.id]
    assert promise(second).invited == [rob.id]  # Wout helps once a month, and was asked a moment ago


def test_yes_begins_a_conversation_and_no_is_heard_by_nobody(
    henk, offers, asks, promise, invitations, writing, worker, climbs, mail
):
    rob, aisha = offers("Rob"), offers("Aisha")
    post = asks(henk)
    climbs(post)
    worker.run_until_quiet()
    by_member = {one.member_id: one for one in invitations(post)}
    with writing() as work:
        service.not_now(work, queries.invitation(work, by_member[rob.id].reference))
    before = len(mail.to(henk.email))
    with writing() as work:
        service.accept(work, queries.invitation(work, by_member[aisha.id].reference))
    worker.run_until_quiet()
    assert [str(one["Subject"]) for one in mail.to(henk.email)[before:]] == ["Aisha reageerde op je bericht"]
    assert promise(post).state is PromiseState.ANSWERED
    assert {one.answer for one in invitations(post)} == {InvitationAnswer.NOT_NOW, InvitationAnswer.YES}
    with writing() as work:
        [talk] = talks.of_post(work, post.id)
        assert talk.responder_id == aisha.id


def test_what_is_long_over_is_forgotten(henk, offers, asks, promise, on_post, climbs, clock, writing):
    offers("Rob")
    post = asks(henk)
    climbs(post)
    on_post(posting.withdraw, post)
    clock.advance(days=184)
    with writing() as work:
        assert service.purge(work) == 1
        assert service.purge(work) == 0
        assert queries.invited_to(work, post.id) == []
    assert promise(post) is None


@pytest.mark.parametrize(
    ("rest", "monthly_max", "asked"),
    [
        (Rest(), 4, True),
        (Rest(never=True), 4, False),
        (Rest(quiet_from=9, quiet_until=12), 4, False),
        (Rest(), 0, False),
    ],
)
def test_a_quiet_request_leaves_in_peace_who_rests_or_helped_enough(
    henk, offers, writing, worker, mail, rest, monthly_max, asked
):
    rob = offers("Rob")
    said = PostWords(PostKind.REQUEST, "tuin", "Mijn gras staat te hoog", "Wie?", henk.neighbourhood_id, quiet=True)
    with writing() as work:
        service.keep_rest(work, henk.municipality_id, rob.id, rest)
        service.keep_terms(work, work.get_one(posts.Post, rob.offer.id), Terms(monthly_max=monthly_max))
        post = posting.submit(work, henk.id, henk.municipality_id, said)
        assert (rob.id in {one.member_id for one in posts.invitations(work, post.id)}) is asked


def test_nobody_is_asked_about_a_request_whose_asker_lies_still(henk, offers, asks, writing, promise, clock, worker):
    offers("Rob")
    post = asks(henk)
    with writing() as work:
        pausing.pause(work, work.get(Member, henk.id))
    clock.moment = promise(post).next_at
    worker.run_until_quiet()
    waiting = promise(post)
    assert (waiting.state, waiting.invited) == (PromiseState.RUNNING, [])
    with writing() as work:
        member = work.get(Member, henk.id)
        pausing.resume(work, member)
        accounts.reinstate(work, member)
    clock.moment = waiting.next_at
    worker.run_until_quiet()
    assert promise(post).invited
