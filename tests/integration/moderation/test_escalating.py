"""A post never hangs: who is asked, and what happens when nobody decides. Nothing is placed by itself."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.accounts.models import Member, RoleGrant
from b2b.authz.predicates import Role
from b2b.jobs.worker import Worker
from b2b.moderation import queries, service
from b2b.moderation.rules import DUE, URGENT, Circle, Filed, NoticeCategory
from b2b.municipalities import queries as areas
from b2b.notifications.models import Notification
from b2b.posts import queries as posts
from b2b.posts import service as post_service
from b2b.posts.rules import PostKind, PostState, PostWords


@pytest.fixture
def here(make):
    return make.neighbourhood()


@pytest.fixture
def beside(make, writing, here):
    """A neighbourhood that shares a border with the one where the post is."""
    with writing() as work:
        near = areas.adjacent_ids(work, here.municipality_id, here.id)[0]
        code = areas.places(work, here.municipality_id).hoods[near].code
    return make.neighbourhood(code)


@pytest.fixture
def asked(writing):
    """Return the first names of who got a mail of this kind, in order."""

    def names(event):
        with writing() as work:
            rows = work.exec(
                select(Member.first_name)
                .join(Notification, Notification.member_id == Member.id)
                .where(Notification.event == event)
                .order_by(Notification.id)
            )
            return list(rows)

    return names


@pytest.fixture
def submit(make, writing, here):
    """Send a newcomer's post in; return its item."""

    def submit(author=None):
        author = author or make.member("Nieuw", trusted=False)
        words = PostWords(PostKind.REQUEST, "tuin", "Wie snoeit mijn heg?", "Hij is hoog.", here.id)
        with writing() as work:
            post = post_service.submit(work, author.id, author.municipality_id, words)
            return queries.open_item(work, "post", post.id)

    return submit


@pytest.fixture
def fresh(writing):
    def fresh(item):
        with writing() as work:
            return queries.item(work, item.id)

    return fresh


def late(worker, clock, hours=24.1):
    clock.advance(hours=hours)
    worker.run_until_quiet()


def test_the_moderators_of_the_neighbourhood_are_asked_first(make, submit, asked, beside):
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.MODERATOR, "Nel", at=beside)
    make.staff(Role.MODERATOR, "Overal", everywhere=True)
    item = submit()
    assert asked("review-waiting") == ["Mo"]
    assert item.level == Circle.HERE
    assert item.due_at - item.created_at == DUE


@pytest.mark.parametrize(
    ("present", "first", "level"),
    [
        (["beside", "everywhere", "chief"], "Nel", Circle.NEARBY),
        (["everywhere", "chief"], "Overal", Circle.EVERYWHERE),
        (["chief"], "Baas", Circle.ADMINISTRATORS),
    ],
)
def test_without_moderators_the_next_circle_is_asked_at_once(make, submit, asked, beside, present, first, level):
    if "beside" in present:
        make.staff(Role.MODERATOR, "Nel", at=beside)
    if "everywhere" in present:
        make.staff(Role.MODERATOR, "Overal", everywhere=True)
    if "chief" in present:
        make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    item = submit()
    assert asked("review-waiting") == [first]
    assert item.level == level
    assert item.late_since is None


def test_an_author_is_never_asked_about_the_own_post(make, submit, asked, beside, writing):
    own = make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.MODERATOR, "Nel", at=beside)
    with writing() as work:
        work.get(Member, own.id).trusted_at = None
    submit(own)
    assert asked("review-waiting") == ["Nel"]


def test_what_nobody_decides_goes_up_circle_by_circle(make, submit, asked, beside, worker, clock, fresh, writing):
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.MODERATOR, "Nel", at=beside)
    make.staff(Role.MODERATOR, "Overal", everywhere=True)
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    item = submit()

    late(worker, clock, hours=23)
    assert asked("review-went-up") == []
    for up_to, level in ((1, Circle.NEARBY), (2, Circle.EVERYWHERE), (3, Circle.ADMINISTRATORS)):
        late(worker, clock, hours=25)
        assert asked("review-went-up") == ["Nel", "Overal", "Baas"][:up_to]
        assert fresh(item).level == level
    assert fresh(item).late_since is not None
    late(worker, clock, hours=25)  # now it is Saturday: the clock stands still until Monday
    assert asked("review-went-up")[-1:] == ["Baas"]
    late(worker, clock, hours=48)
    assert asked("review-went-up")[-2:] == ["Baas", "Baas"]
    with writing() as work:
        assert posts.post(work, item.target_id).state is PostState.WAITING


def test_nothing_is_ever_placed_by_itself(make, submit, worker, clock, writing):
    item = submit()
    for _ in range(10):
        late(worker, clock, hours=100)
    with writing() as work:
        assert posts.post(work, item.target_id).state is PostState.WAITING
        assert queries.item(work, item.id).level == Circle.ADMINISTRATORS


def test_an_empty_circle_is_passed_over_on_the_way_up(make, submit, asked, worker, clock):
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    submit()
    late(worker, clock)
    assert asked("review-went-up") == ["Baas"]


def test_danger_goes_up_within_hours(make, asked, worker, clock, writing):
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    post = make.post(make.member("Kees"))
    with writing() as work:
        about = queries.target_by_reference(work, post.reference, post.municipality_id)
        notice = service.file_notice(work, about, Filed(NoticeCategory.DANGER, "Er is een kind alleen.", "O-1"))
        item = queries.item(work, notice.review_item_id)
    assert item.due_at - item.created_at == URGENT
    late(worker, clock, hours=URGENT / timedelta(hours=1) + 0.1)
    assert asked("review-went-up") == ["Baas"]


def test_a_moderator_can_ask_somebody_else(make, submit, asked, writing, fresh):
    mo = make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.MODERATOR, "Overal", everywhere=True)
    item = submit()
    with writing() as work:
        work.actor_id = mo.id
        service.hand_on(work, queries.item(work, item.id))
    assert asked("review-went-up") == ["Overal"]
    assert fresh(item).late_since is None


def test_two_workers_send_an_item_up_once(make, submit, asked, clock, worker):
    make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    submit()
    clock.advance(hours=25)
    other = Worker(worker.desk, worker.tasks, worker.slots)
    worker.run_once()
    other.run_once()
    worker.run_until_quiet()
    assert asked("review-went-up") == ["Baas"]


def test_who_lost_the_role_is_not_asked(make, submit, asked, writing):
    mo = make.staff(Role.MODERATOR, "Mo")
    make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)
    with writing() as work:
        for grant in work.exec(select(RoleGrant).where(RoleGrant.member_id == mo.id)):
            work.delete(grant)
    submit()
    assert asked("review-waiting") == ["Baas"]


def test_names_of_strangers_are_forgotten_half_a_year_after_the_answer(make, writing, clock, worker):
    from b2b.moderation.models import Notice, ReviewItem
    from b2b.moderation.rules import DecisionKind, Verdict

    mo = make.staff(Role.MODERATOR, "Mo")
    post = make.post(make.member("Kees"))
    with writing() as work:
        about = queries.target_by_reference(work, post.reference, post.municipality_id)
        filed = Filed(NoticeCategory.OTHER, "Raar.", "O-1", name="Ans", email="ans@voorbeeld.nl")
        service.file_notice(work, about, filed)
    with writing() as work:
        work.actor_id = mo.id
        item = work.exec(select(ReviewItem)).one()
        service.decide(work, item, Verdict(DecisionKind.NO_ACTION, item.version, explanation="Dit mag."))
    for days, kept in ((180, True), (5, False)):
        clock.advance(days=days)
        with writing() as work:
            service.forget_notifiers(work)
        with writing() as work:
            notice = work.exec(select(Notice)).one()
            assert (notice.notifier_email is not None) is kept
            assert (notice.notifier_name is not None) is kept
