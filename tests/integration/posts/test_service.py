"""The verbs of a post, on real databases."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.core.history import Move
from b2b.core.lifecycle import IllegalMove
from b2b.posts import queries, service
from b2b.posts.events import (
    PostChangeAsked,
    PostChanged,
    PostClosed,
    PostHidden,
    PostMatched,
    PostPlaced,
    PostRefused,
    PostReopened,
    PostSubmitted,
    StillNeededAsked,
)
from b2b.posts.models import FeedVersion
from b2b.posts.rules import ASK_STILL_NEEDED, LIFE, CannotEdit, PostKind, PostState, PostWords


def words(place_id, **more):
    said = {
        "kind": PostKind.REQUEST,
        "category": "tuin",
        "title": "Wie maait mijn gras?",
        "body": "Het gras is te hoog. Ik kan het zelf niet meer.",
        "neighbourhood_id": place_id,
    }
    return PostWords(**{**said, **more})


def kinds(work):
    """Return what posts told, without what others told in answer."""
    return [type(event) for event in work.happened if type(event).__module__ == "b2b.posts.events"]


def submitted(work, author, **more):
    return service.submit(work, author.id, author.municipality_id, words(author.neighbourhood_id, **more))


def test_the_post_of_a_trusted_member_is_placed_at_once(make, work):
    post = submitted(work, make.member("Fatima"))
    assert post.state is PostState.OPEN
    assert post.published_at == work.now()
    assert post.expires_at == work.now() + LIFE
    assert kinds(work) == [PostPlaced]


def test_the_post_of_a_newcomer_waits_for_a_moderator(make, work):
    post = submitted(work, make.member("Nieuw", trusted=False))
    assert post.state is PostState.WAITING
    assert post.published_at is None
    assert kinds(work) == [PostSubmitted]


def test_a_moderator_places_refuses_or_asks_to_change(make, work):
    newcomers = [make.member(name, trusted=False) for name in ("An", "Bo", "Cas")]
    placed, refused, asked = (submitted(work, newcomer) for newcomer in newcomers)
    service.place(work, placed)
    service.refuse(work, refused)
    service.ask_change(work, asked)
    assert [p.state for p in (placed, refused, asked)] == [PostState.OPEN, PostState.REFUSED, PostState.CHANGE_ASKED]
    assert kinds(work)[3:] == [PostPlaced, PostRefused, PostChangeAsked]


def test_a_changed_post_goes_back_to_the_moderator_who_asked(make, work):
    newcomer = make.member("Nieuw", trusted=False)
    post = submitted(work, newcomer)
    service.ask_change(work, post)
    service.edit(work, post, words(newcomer.neighbourhood_id, title="Wie maait mijn gras op zaterdag?"))
    assert post.state is PostState.WAITING
    assert post.title == "Wie maait mijn gras op zaterdag?"
    assert kinds(work)[-1] is PostSubmitted


def test_what_a_newcomer_changes_in_a_placed_post_is_read_again(make, work):
    newcomer = make.member("Nieuw", trusted=False)
    post = submitted(work, newcomer)
    service.place(work, post)
    service.edit(work, post, words(newcomer.neighbourhood_id, body="Iets heel anders."))
    assert post.state is PostState.WAITING
    assert kinds(work)[-1] is PostSubmitted


def test_a_trusted_member_changes_a_placed_post_freely(make, work):
    author = make.member("Fatima")
    post = submitted(work, author)
    before = post.version
    service.edit(work, post, words(author.neighbourhood_id, body="Het gras en de heg."))
    assert post.state is PostState.OPEN
    assert post.version == before + 1
    assert kinds(work)[-1] is PostChanged


def test_a_post_with_a_helper_cannot_be_edited(make, work):
    author = make.member("Fatima")
    post = submitted(work, author)
    service.match(work, post)
    with pytest.raises(CannotEdit):
        service.edit(work, post, words(author.neighbourhood_id))


def test_choosing_and_letting_go_moves_the_post_out_of_the_feed_and_back(make, work):
    post = submitted(work, make.member("Fatima"))
    placed_at = post.published_at
    service.match(work, post)
    assert post.state is PostState.MATCHED
    service.unmatch(work, post)
    assert post.state is PostState.OPEN
    assert post.published_at == placed_at
    assert kinds(work)[1:] == [PostMatched, PostReopened]


def test_a_closed_post_says_when_and_can_come_back_on_top(make, work, clock):
    post = submitted(work, make.member("Fatima"))
    service.fulfil(work, post)
    assert post.closed_at == work.now()
    clock.advance(days=2)
    service.reopen(work, post)
    assert post.state is PostState.OPEN
    assert post.closed_at is None
    assert post.published_at == work.now()
    assert kinds(work)[1:] == [PostClosed, PostReopened]


def test_a_withdrawn_post_of_a_newcomer_passes_a_moderator_when_it_comes_back(make, work):
    post = submitted(work, make.member("Nieuw", trusted=False))
    service.place(work, post)
    service.withdraw(work, post)
    service.reopen(work, post)
    assert post.state is PostState.WAITING
    assert kinds(work)[-1] is PostSubmitted


def test_a_hidden_post_can_be_placed_again(make, work):
    post = submitted(work, make.member("Fatima"))
    service.hide(work, post)
    service.place(work, post)
    assert post.state is PostState.OPEN
    assert kinds(work)[1:] == [PostHidden, PostPlaced]


def test_a_post_is_asked_after_once_in_each_life(make, work, clock):
    post = submitted(work, make.member("Fatima"))
    assert queries.due_to_ask(work) == []
    clock.advance(days=(LIFE - ASK_STILL_NEEDED).days, seconds=1)
    assert queries.due_to_ask(work) == [post.id]
    service.ask_still_needed(work, post)
    service.ask_still_needed(work, post)
    work.flush()
    assert kinds(work).count(StillNeededAsked) == 1
    assert queries.due_to_ask(work) == []
    assert service.keep(work, post)
    assert post.expires_at == work.now() + LIFE
    assert post.asked_still_needed_at is None


def test_a_post_that_nobody_keeps_expires(make, work, clock):
    post = submitted(work, make.member("Fatima"))
    clock.advance(days=LIFE.days, seconds=1)
    assert queries.due_to_expire(work) == [post.id]
    service.expire(work, post)
    assert post.state is PostState.EXPIRED
    assert not service.keep(work, post)


def test_every_move_leaves_a_row_of_history(make, work):
    author = make.member("Fatima")
    work.actor_id = author.id
    post = submitted(work, author)
    service.withdraw(work, post)
    work.flush()
    rows = work.exec(select(Move).where(Move.thing == "post", Move.thing_id == post.id).order_by(Move.id)).all()
    assert [(row.before, row.after, row.actor_id) for row in rows] == [
        ("waiting", "open", author.id),
        ("open", "withdrawn", author.id),
    ]


def test_what_cannot_happen_is_refused(make, work):
    post = submitted(work, make.member("Fatima"))
    service.withdraw(work, post)
    with pytest.raises(IllegalMove):
        service.match(work, post)


def test_every_change_that_readers_can_see_counts_in_the_feed_of_its_place(make, work):
    author = make.member("Fatima")
    elsewhere = make.neighbourhood("BU03440111")
    post = submitted(work, author)

    def version(place_id):
        work.flush()
        return work.exec(select(FeedVersion.version).where(FeedVersion.neighbourhood_id == place_id)).first() or 0

    seen = version(author.neighbourhood_id)
    assert seen
    service.edit(work, post, words(elsewhere.id))
    assert version(author.neighbourhood_id) == seen + 1
    assert version(elsewhere.id) == 1
    service.match(work, post)
    assert version(elsewhere.id) == 2


def test_two_verbs_at_once_take_turns(make, writing, database):
    """Somebody closes while somebody else chooses: one of the two is refused."""
    author = make.member("Fatima")
    post = make.post(author)
    with writing() as first:
        service.match(first, queries.post(first, post.id))
    with writing() as second:
        stale = queries.post(second, post.id)
        stale.state = PostState.OPEN
        second.expire(stale)
        with pytest.raises(IllegalMove):
            service.match(second, stale)


def test_cards_come_in_the_order_asked_for(make, work):
    author = make.member("Fatima")
    one, two = make.post(author, "Eerste"), make.post(author, "Tweede")
    rows = queries.cards(work, [two.id, 999_999, one.id, two.id])
    assert [row.title for row in rows] == ["Tweede", "Eerste"]
    assert rows[0].first_name == "Fatima"
    assert work.now() - rows[0].since < timedelta(seconds=1)
