"""One moderator at a time: a claim has a name and an end, and who has an interest in a case cannot take it."""

import pytest

from b2b.accounts import service as people
from b2b.accounts.models import Letter, Member
from b2b.accounts.rules.letters import LetterState
from b2b.authz.predicates import Role
from b2b.core.calendar import after_working_hours
from b2b.core.errors import Missing
from b2b.core.ids import new_reference
from b2b.moderation import queries, service
from b2b.moderation.rules import AlreadyDecided, ClaimedByOther, DecisionKind, NoticeCategory, Verdict
from b2b.moderation.rules.claims import HOLDING, LOOKING
from tests.moderating import reported


@pytest.fixture
def nel(make):
    return make.staff(Role.MODERATOR, "Nel")


@pytest.fixture
def item(make, writing, mo, nel):
    return reported(writing, make.post(make.member("Ans")))


@pytest.fixture
def does(writing):
    """Let somebody do a deed of the desk with an item, in a transaction of its own."""

    def does(who, deed, item, *values, **more):
        with writing() as work:
            work.actor_id = who.id
            deed(work, queries.item(work, item.id), *values, **more)
        with writing() as work:
            return queries.item(work, item.id)

    return does


def verdict(item, kind=DecisionKind.NO_ACTION):
    return Verdict(kind, item.version, explanation="Dit mag.")


def test_a_claim_has_a_name_and_ends_by_itself(does, item, mo, writing, clock):
    claimed = does(mo, service.claim, item)
    assert claimed.claim_until == clock() + LOOKING
    with writing() as work:
        assert service.claim_of(work, queries.item(work, item.id)).name == "Mo"
    clock.advance(minutes=31)
    with writing() as work:
        assert service.claim_of(work, queries.item(work, item.id)) is None


def test_nobody_else_decides_while_somebody_looks(does, item, mo, nel, clock):
    claimed = does(mo, service.claim, item)
    with pytest.raises(
        ClaimedByOther, match=r"Mo kijkt hier nu naar, sinds 23-11 10\.00 uur\. Dat duurt tot 23-11 10\.30"
    ):
        does(nel, service.decide, claimed, verdict(claimed))
    with pytest.raises(ClaimedByOther):
        does(nel, service.claim, item)
    clock.advance(minutes=31)
    assert does(nel, service.decide, claimed, verdict(claimed)).state == "decided"


def test_who_claimed_decides(does, item, mo):
    claimed = does(mo, service.claim, item)
    assert does(mo, service.decide, claimed, verdict(claimed)).state == "decided"


def test_a_hold_says_why_and_can_be_taken_over_out_loud(does, item, mo, nel, clock):
    held = does(mo, service.hold, item, "Ik heb gebeld.")
    assert (held.held, held.claim_note) == (True, "Ik heb gebeld.")
    assert held.claim_until == after_working_hours(clock(), HOLDING)
    with pytest.raises(ClaimedByOther, match="houdt dit vast"):
        does(nel, service.decide, held, verdict(held))
    taken = does(nel, service.claim, item, take_over=True)
    assert taken.claimed_by_id == nel.id
    assert not taken.held


def test_danger_waits_for_nobodys_claim(make, writing, does, mo, nel):
    urgent = reported(writing, make.post(make.member("Kees")), NoticeCategory.DANGER, once="O-2")
    held = does(mo, service.hold, urgent, "Even wachten.")
    assert not held.held
    with pytest.raises(ClaimedByOther):
        does(nel, service.claim, urgent)
    assert does(nel, service.claim, urgent, take_over=True).claimed_by_id == nel.id


def test_an_ordinary_claim_is_not_taken_over(does, item, mo, nel):
    does(mo, service.claim, item)
    with pytest.raises(ClaimedByOther):
        does(nel, service.claim, item, take_over=True)


def test_letting_go_is_for_who_claimed(does, item, mo, nel):
    does(mo, service.claim, item)
    assert does(nel, service.let_go, item).claimed_by_id == mo.id
    assert does(mo, service.let_go, item).claimed_by_id is None


def test_what_is_decided_cannot_be_claimed(does, item, mo, nel):
    does(mo, service.decide, item, verdict(item))
    with pytest.raises(AlreadyDecided, match="Mo"):
        does(nel, service.claim, item)


def test_handing_on_lets_go(does, item, mo, make):
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    does(mo, service.claim, item)
    assert does(mo, service.hand_on, item).claimed_by_id is None


class TestInterest:
    """Who reported it, was blocked, lives there, or talks about it, does not judge it."""

    def test_who_reported_it(self, make, writing, mo, does):
        post = make.post(make.member("Ans"))
        with writing() as work:
            about = queries.target_by_reference(work, post.reference, post.municipality_id)
            from b2b.moderation.rules import Filed

            notice = service.file_notice(work, about, Filed(NoticeCategory.RUDE, "Nee.", "O-9", notifier_id=mo.id))
            item = queries.item(work, notice.review_item_id)
        assert mo.id in item.involved
        with pytest.raises(Missing):
            does(mo, service.claim, item)

    @pytest.mark.parametrize("blocks", ["author", "moderator"])
    def test_who_blocked_or_was_blocked_also_later(self, make, writing, mo, does, blocks):
        ans = make.member("Ans")
        item = reported(writing, make.post(ans))
        with writing() as work:
            one, other = (ans, mo) if blocks == "author" else (mo, ans)
            people.block(work, one.id, work.get(Member, other.id))
        with pytest.raises(Missing):
            does(mo, service.claim, item)

    def test_who_talks_with_the_author_about_it(self, make, writing, mo, does):
        post = make.post(make.member("Ans"))
        item = reported(writing, post)
        make.conversation(post, mo)
        with pytest.raises(Missing):
            does(mo, service.decide, item, verdict(item))

    def test_who_knows_the_neighbour_that_is_reported(self, make, writing, mo, does):
        ans = make.member("Ans")
        make.conversation(make.post(ans), mo)
        item = reported(writing, ans)
        assert mo.id in item.involved

    def test_who_lives_at_the_same_address(self, make, writing, mo, does, clock):
        ans = make.member("Ans")
        for who in (ans, mo):
            make.save(
                Letter(
                    reference=new_reference("P"),
                    municipality_id=who.municipality_id,
                    member_id=who.id,
                    state=LetterState.USED,
                    address_key=b"one door",
                    asked_at=clock(),
                )
            )
        item = reported(writing, make.post(ans))
        assert mo.id in item.involved
