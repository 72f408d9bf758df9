"""One winner, with reasons; trust grows with what was placed."""

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.accounts import queries as people
from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.core.audit import AuditEntry
from b2b.core.errors import Forbidden
from b2b.core.history import Move
from b2b.moderation import queries
from b2b.moderation.models import Decision
from b2b.moderation.rules import (
    DecisionKind,
    DecisionSource,
    Incomplete,
    ItemChanged,
    NoSuchDecision,
    NothingToDecide,
    ReviewState,
)
from b2b.municipalities.models import Setting
from b2b.posts import queries as posts
from b2b.posts import service as post_service
from b2b.posts.rules import PostState
from tests.moderating import reported, words

_D = DecisionKind


def post_of(writing, item):
    with writing() as work:
        return posts.post(work, item.target_id)


def test_a_newcomers_post_waits_and_a_trusted_ones_does_not(submitted, make, newcomer, writing):
    assert submitted(newcomer).state is ReviewState.WAITING
    assert submitted(make.member("Bekend")) is None


def test_placing_shows_the_post_and_leaves_a_trail(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    decide(mo, item)
    assert post_of(writing, item).state is PostState.OPEN
    with writing() as work:
        decision = work.exec(select(Decision)).one()
        assert (decision.kind, decision.source) == (_D.PLACE, DecisionSource.FIRST_LOOK)
        assert not decision.automated
        moves = work.exec(select(Move).where(Move.thing == "review")).all()
        assert [(move.before, move.after, move.actor_id) for move in moves] == [("waiting", "decided", mo.id)]
        assert work.exec(select(AuditEntry).where(AuditEntry.action == "review.place")).one().actor_id == mo.id


@pytest.mark.parametrize(
    ("kind", "rule", "state"),
    [(_D.ASK_CHANGE, None, PostState.CHANGE_ASKED), (_D.REFUSE, "trade", PostState.REFUSED)],
)
def test_what_is_not_placed_has_its_reasons(submitted, decide, mo, newcomer, writing, kind, rule, state):
    item = submitted(newcomer)
    decide(mo, item, kind, rule=rule, explanation="Haal het telefoonnummer weg.")
    assert post_of(writing, item).state is state
    with writing() as work:
        decision = work.exec(select(Decision)).one()
        assert (decision.rule, decision.explanation) == (rule, "Haal het telefoonnummer weg.")
        assert len(decision.seen_hash) == 64


@pytest.mark.parametrize(
    ("kind", "rule", "explanation"),
    [(_D.ASK_CHANGE, None, ""), (_D.REFUSE, None, "Nee."), (_D.REFUSE, "trade", "  "), (_D.REFUSE, "zomaar", "Nee.")],
)
def test_no_decision_without_its_reasons(submitted, decide, mo, newcomer, kind, rule, explanation):
    with pytest.raises(Incomplete):
        decide(mo, submitted(newcomer), kind, rule=rule, explanation=explanation)


@pytest.mark.parametrize("left_out", ["rule", "explanation"])
def test_the_database_refuses_a_restriction_without_reasons(submitted, newcomer, mo, writing, left_out):
    item = submitted(newcomer)
    whole = {"rule": "trade", "explanation": "Dit is reclame."}
    row = Decision(
        reference="D-1111-1111",
        municipality_id=item.municipality_id,
        review_item_id=item.id,
        kind=_D.REFUSE,
        source=DecisionSource.FIRST_LOOK,
        seen_hash="0" * 64,
        decided_by_id=mo.id,
        at=item.created_at,
        **(whole | {left_out: None if left_out == "rule" else ""}),
    )
    with pytest.raises(IntegrityError), writing() as work:
        work.add(row)


def test_a_changed_post_comes_back_as_a_new_question(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    decide(mo, item, _D.ASK_CHANGE, explanation="Wanneer?")
    with writing() as work:
        post_service.edit(work, posts.post(work, item.target_id), words(newcomer, "Planten, in mei"))
    with writing() as work:
        again = queries.open_item(work, "post", item.target_id)
        assert again.id != item.id
        assert [past.kind for past in queries.history(work, "post", item.target_id)] == [_D.ASK_CHANGE]


def test_a_post_that_changed_meanwhile_must_be_read_again(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    with writing() as work:
        post_service.edit(work, posts.post(work, item.target_id), words(newcomer, "Iets heel anders"))
    with pytest.raises(ItemChanged):
        decide(mo, item, seen=item.version)
    assert post_of(writing, item).state is PostState.WAITING


def test_a_notice_that_came_meanwhile_must_be_read_first(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    reported(writing, post_of(writing, item))
    with pytest.raises(ItemChanged):
        decide(mo, item, seen=item.version)


def test_what_the_author_took_back_needs_no_decision(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    with writing() as work:
        post_service.withdraw(work, posts.post(work, item.target_id))
    with writing() as work:
        assert queries.item(work, item.id).state is ReviewState.LAPSED
    with pytest.raises(NothingToDecide):
        decide(mo, item)


def test_a_notice_keeps_its_answer_when_the_post_goes_away(make, mo, decide, writing):
    post = make.post(make.member("Kees"))
    item = reported(writing, post)
    with writing() as work:
        post_service.withdraw(work, posts.post(work, post.id))
    with pytest.raises(NoSuchDecision):
        decide(mo, item, _D.HIDE, rule="kind", explanation="Dit scheldt.")
    decide(mo, item, _D.NO_ACTION, explanation="Het bericht is al weg.")
    with writing() as work:
        assert queries.item(work, item.id).state is ReviewState.DECIDED


def test_hiding_takes_a_post_out_of_sight(make, mo, decide, writing):
    item = reported(writing, make.post(make.member("Kees")))
    decide(mo, item, _D.HIDE, rule="kind", explanation="Dit scheldt.")
    assert post_of(writing, item).state is PostState.HIDDEN
    with writing() as work:
        decision = work.exec(select(Decision)).one()
        assert decision.source is DecisionSource.NOTICE
        assert decision.rules_version is not None


def test_hiding_a_message_takes_only_that_message(make, mo, decide, writing):
    conversation = make.conversation(make.post(make.member("Kees")), make.member("Fatima"))
    with writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
    item = reported(writing, message)
    decide(mo, item, _D.HIDE, rule="kind", explanation="Dit scheldt.")
    with writing() as work:
        assert work.get(Message, message.id).hidden_at is not None


def test_nobody_decides_on_what_they_are_part_of(make, decide, writing, submitted):
    own = make.staff(Role.MODERATOR, "Nel")
    with writing() as work:
        work.get(type(own), own.id).trusted_at = None
    with pytest.raises(Forbidden):
        decide(own, submitted(own))
    conversation = make.conversation(make.post(make.member("Kees")), own)
    with writing() as work:
        message = work.exec(select(Message).where(Message.conversation_id == conversation.id)).one()
        message.author_id = conversation.author_id
    with pytest.raises(Forbidden):
        decide(own, reported(writing, message), _D.HIDE, rule="kind", explanation="Ruzie.")


def test_two_placed_posts_make_a_newcomer_trusted(submitted, decide, mo, newcomer, writing, clock):
    decide(mo, submitted(newcomer, "Een"))
    clock.advance(days=1)  # who is new places one a day
    with writing() as work:
        assert people.member(work, newcomer.id).is_newcomer
    decide(mo, submitted(newcomer, "Twee"))
    with writing() as work:
        assert not people.member(work, newcomer.id).is_newcomer


def test_one_post_placed_twice_counts_once(submitted, decide, mo, newcomer, writing):
    item = submitted(newcomer)
    decide(mo, item)
    with writing() as work:
        post_service.edit(work, posts.post(work, item.target_id), words(newcomer, "Net iets anders"))
        again = queries.open_item(work, "post", item.target_id)
    decide(mo, again)
    with writing() as work:
        assert people.member(work, newcomer.id).is_newcomer


def test_a_municipality_says_how_many_are_enough(submitted, decide, mo, newcomer, writing):
    with writing() as work:
        work.add(Setting(municipality_id=mo.municipality_id, key="moderation.trusted_after", value=1))
    from b2b.municipalities.queries import forget_places

    forget_places()
    decide(mo, submitted(newcomer))
    forget_places()
    with writing() as work:
        assert not people.member(work, newcomer.id).is_newcomer


def test_a_refused_post_builds_no_trust(submitted, decide, mo, newcomer, writing, clock):
    for title in ("Een", "Twee"):
        clock.advance(days=1)  # who is new places one a day
        decide(mo, submitted(newcomer, title), _D.REFUSE, rule="trade", explanation="Reclame.")
    with writing() as work:
        assert people.member(work, newcomer.id).is_newcomer
