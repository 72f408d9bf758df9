"""One item for whatever comes in: its place has reasons, a house counts once, and danger is put aside until somebody looks."""

import pytest
from sqlmodel import select

from b2b.authz.predicates import Role
from b2b.conversations.models import Message
from b2b.moderation import queries, service
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.rules import DecisionKind, Filed, NoticeCategory, Verdict
from b2b.moderation.rules.priority import DANGER_POINTS
from b2b.notifications.models import Notification
from b2b.posts.models import Post
from b2b.posts.rules import PostState

C = NoticeCategory


@pytest.fixture
def ans(make):
    return make.member("Ans")


@pytest.fixture
def post(make, ans):
    return make.post(ans)


@pytest.fixture
def report(writing):
    """Report a thing; return its item."""
    count = iter(range(1000))

    def report(thing, category=C.RUDE, **more):
        with writing() as work:
            about = queries.target_by_reference(work, thing.reference, thing.municipality_id)
            filed = Filed(category, "Kijk hier eens naar.", f"O-{next(count)}", **more)
            return queries.item(work, service.file_notice(work, about, filed).review_item_id)

    return report


@pytest.fixture
def judge(writing, make):
    """Decide on an item as a moderator of the whole municipality."""
    boss = make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)

    def judge(item, kind=DecisionKind.NO_ACTION):
        with writing() as work:
            work.actor_id = boss.id
            row = queries.item(work, item.id)
            rule = "kind" if kind in (DecisionKind.HIDE, DecisionKind.REFUSE) else None
            service.decide(work, row, Verdict(kind, row.version, rule, "Daarom."))

    return judge


def state_of(writing, post):
    with writing() as work:
        return work.get(Post, post.id).state


def test_whatever_comes_in_there_is_one_item(report, post, writing):
    for number in range(6):
        report(post, email=f"buur{number}@voorbeeld.nl", source=f"10.0.0.{number}")
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
    assert (item.notices, item.households) == (6, 6)
    assert "households" in item.priority_reasons


def test_a_burst_from_one_house_is_linked_and_counts_once(report, post, writing):
    for number in range(5):
        item = report(post, email=f"nep{number}@voorbeeld.nl", source="10.0.0.1")
    assert (item.notices, item.households) == (5, 1)
    with writing() as work:
        found = work.exec(select(Notice).order_by(Notice.id)).all()
    assert [one.duplicate_of_id for one in found] == [None, *[found[0].id] * 4]


def test_who_reports_again_a_day_later_is_not_linked(report, post, writing, clock):
    report(post, email="a@voorbeeld.nl")
    clock.advance(hours=25)
    report(post, email="a@voorbeeld.nl")
    with writing() as work:
        assert not [one for one in work.exec(select(Notice)) if one.duplicate_of_id]


def test_a_source_is_no_address_and_is_forgotten(report, post, writing, clock, worker):
    report(post, source="10.0.0.1")
    with writing() as work:
        assert b"10.0.0.1" not in work.exec(select(Notice)).one().source_key
    clock.advance(days=31)
    worker.run_until_quiet()
    with writing() as work:
        assert work.exec(select(Notice)).one().source_key is None


def test_who_was_wrong_before_weighs_less_and_nobody_sees_it(report, judge, make, ans):
    for number in range(4):
        judge(report(make.post(ans, title=f"Bericht {number}"), email="zeur@voorbeeld.nl"))
    light = report(make.post(ans, title="Nieuw"), email="zeur@voorbeeld.nl")
    heavy = report(make.post(ans, title="Nog een"), email="nieuw@voorbeeld.nl")
    assert light.priority < heavy.priority
    assert light.priority_reasons == heavy.priority_reasons


def test_a_trusted_flagger_comes_first(report, make, ans, writing):
    boss = make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    with writing() as work:
        work.actor_id = boss.id
        flagger = service.add_flagger(work, ans.municipality_id, "Fraudehelpdesk", "Meldpunt@Voorbeeld.nl")
    theirs = report(make.post(ans, title="Een"), email="meldpunt@voorbeeld.nl")
    other = report(make.post(ans, title="Twee"), email="iemand@voorbeeld.nl")
    assert theirs.priority > other.priority
    assert "trusted_flagger" in theirs.priority_reasons
    with writing() as work:
        service.end_flagger(work, work.get(type(flagger), flagger.id))
    assert (
        "trusted_flagger" not in report(make.post(ans, title="Drie"), email="meldpunt@voorbeeld.nl").priority_reasons
    )


def test_help_for_somebody_else_is_looked_at_sooner(report, make, ans):
    assert "vulnerable" in report(make.post(ans, for_somebody_else=True)).priority_reasons


def test_what_is_late_says_so(report, post, worker, clock, writing, make):
    make.staff(Role.MODERATOR, "Mo")
    item = report(post)
    clock.advance(hours=25)
    worker.run_until_quiet()
    with writing() as work:
        assert "late" in queries.item(work, item.id).priority_reasons


@pytest.mark.parametrize("category", [one for one in C if one not in (C.DANGER, C.CHILD_ABUSE)])
def test_no_number_of_notices_hides_anything(report, post, writing, category):
    for number in range(10):
        report(post, category, email=f"buur{number}@voorbeeld.nl", source=f"10.0.0.{number}")
    assert state_of(writing, post) is PostState.OPEN


class TestDanger:
    """The only thing a notice does by itself."""

    def test_it_is_put_aside_at_once_and_the_author_hears_why(self, report, post, ans, writing):
        item = report(post, C.DANGER)
        assert state_of(writing, post) is PostState.WAITING
        assert item.precaution_at is not None
        assert item.priority >= DANGER_POINTS
        with writing() as work:
            told = work.exec(select(Notification).where(Notification.event == "put-aside")).all()
        assert [one.member_id for one in told] == [ans.id]

    def test_a_person_puts_it_back(self, report, post, judge, writing):
        judge(report(post, C.CHILD_ABUSE), DecisionKind.PLACE)
        assert state_of(writing, post) is PostState.OPEN

    def test_or_refuses_it(self, report, post, judge, writing):
        judge(report(post, C.DANGER), DecisionKind.REFUSE)
        assert state_of(writing, post) is PostState.REFUSED

    def test_it_does_not_come_back_by_itself(self, report, post, worker, clock, writing):
        report(post, C.DANGER)
        clock.advance(days=10)
        worker.run_until_quiet()
        assert state_of(writing, post) is PostState.WAITING

    def test_conversations_stay(self, report, post, make, writing):
        talk = make.conversation(post, make.member("Bo"))
        report(post, C.DANGER)
        with writing() as work:
            assert work.get(type(talk), talk.id).state == "open"

    @pytest.mark.parametrize(("kind", "shown"), [(DecisionKind.NO_ACTION, True), (DecisionKind.HIDE, False)])
    def test_a_message_goes_and_comes_back_by_a_decision(self, report, post, make, judge, writing, kind, shown):
        talk = make.conversation(post, make.member("Bo"))
        with writing() as work:
            message = work.exec(select(Message).where(Message.conversation_id == talk.id)).one()
        item = report(message, C.DANGER)
        with writing() as work:
            assert work.get(Message, message.id).hidden_at is not None
        judge(item, kind)
        with writing() as work:
            assert (work.get(Message, message.id).hidden_at is None) is shown

    def test_who_cries_wolf_puts_nothing_aside(self, report, judge, make, ans, writing):
        for number in range(4):
            judge(report(make.post(ans, title=f"Bericht {number}"), email="zeur@voorbeeld.nl"))
        post = make.post(ans, title="Doel")
        report(post, C.DANGER, email="zeur@voorbeeld.nl")
        assert state_of(writing, post) is PostState.OPEN

    def test_what_a_moderator_let_stand_stays_for_a_week(self, report, post, judge, writing, clock):
        judge(report(post, C.DANGER), DecisionKind.PLACE)
        report(post, C.DANGER, email="weer@voorbeeld.nl")
        assert state_of(writing, post) is PostState.OPEN
        clock.advance(days=8)
        with writing() as work:
            item = queries.open_item(work, "post", post.id)
        judge(item)
        report(post, C.DANGER, email="later@voorbeeld.nl")
        assert state_of(writing, post) is PostState.OPEN, "a moderator looked again just now"
