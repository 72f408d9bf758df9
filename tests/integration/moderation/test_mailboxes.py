"""Somebody joins with a mailbox for a day: not kept out, and a moderator sees why to look."""

import pytest
from sqlmodel import select

from b2b.accounts.events import MemberJoined
from b2b.accounts.models import Member
from b2b.moderation import service
from b2b.moderation.models import Decision, ReviewItem, Sanction, Signal
from b2b.moderation.queries import signals
from b2b.moderation.rules import TargetKind
from b2b.municipalities import service as places
from b2b.posts import service as posting
from b2b.posts.rules import PostState
from tests.moderating import words

CODE = "mailboxes.throwaway"


@pytest.fixture
def joins(make, writing):
    """Join with this address; return the member and the codes that a moderator then sees."""

    def join(address, first_name="Fatima", **more):
        who = make.member(first_name, email=address, **{"trusted": False, **more})
        with writing() as work:
            service.read_newcomer(work, MemberJoined(who.id, who.municipality_id))
            codes = [one.code for one in signals.about(work, TargetKind.MEMBER, who.id)]
        return who, codes

    return join


def test_a_moderator_looks_and_nobody_is_kept_out_or_punished(joins, mo, writing):
    who, codes = joins("fatima@yopmail.com")
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
        assert (item.target_kind, item.target_id, codes) == (TargetKind.MEMBER, who.id, [CODE])
        assert work.get_one(Member, who.id).is_active
        assert work.exec(select(Decision)).all() == work.exec(select(Sanction)).all() == []
        assert "yopmail" not in str(work.exec(select(Signal)).one().model_dump())


def test_the_reason_stands_with_the_first_post_until_somebody_is_trusted(joins, mo, writing):
    newcomer, _ = joins("fatima@yopmail.com")
    known, seen = joins("henk@yopmail.com", "Henk", trusted=True)
    assert seen == []
    for who, state, codes in ((newcomer, PostState.WAITING, [CODE]), (known, PostState.OPEN, [])):
        with writing() as work:
            post = posting.submit(work, who.id, who.municipality_id, words(who, "Wie haalt mijn boodschappen?"))
            assert post.state is state
            assert [one.code for one in signals.about(work, TargetKind.POST, post.id)] == codes


def test_an_ordinary_address_and_a_municipality_that_does_not_ask_leave_nothing(joins, mo, writing, make):
    assert joins("fatima@ziggo.nl")[1] == []
    with writing() as work:
        places.choose(work, make.municipality().id, service.watching.THROWAWAY, False)
    assert joins("yusuf@yopmail.com", "Yusuf")[1] == []
    with writing() as work:
        assert work.exec(select(ReviewItem)).all() == []
