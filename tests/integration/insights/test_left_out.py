"""Somebody objects to being counted; a person says yes or no; the next night holds to it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.insights import service
from b2b.insights.models import Figure
from b2b.posts.models import Post
from b2b.privacy import service as rights
from b2b.privacy.queries import uncounted
from b2b.privacy.rules.requests import About, Answered, Asked, RequestAction, RequestKind


def asked_in_october(writing, city):
    with writing() as work:
        service.replay(work, city, "2026-10")
        found = select(Figure.numerator).where(
            Figure.measure == "requests", Figure.area == "GM0344", Figure.category == ""
        )
        return work.exec(found).one()


@pytest.fixture
def objects(writing, make, city):
    """Let somebody object; an administrator answers so."""
    nadia = make.staff(Role.ADMINISTRATOR, "Nadia", everywhere=True)

    def do(member_id, action, about=About.FIGURES, kind=RequestKind.OBJECT):
        with writing() as work:
            work.actor_id = member_id
            request = rights.ask(
                work, work.get_one(Member, member_id), Asked(kind, about, "Ik wil dit niet.", f"O{member_id}")
            )
            work.actor_id = nadia.id
            rights.answer(work, request, Answered(action, "Goed."))

    return do


def test_who_objected_and_was_right_is_counted_no_more(objects, city, writing, clock):
    clock.moment -= timedelta(days=20)  # October is over, and still changes
    before = asked_in_october(writing, city)
    with writing() as work:
        authors = [
            post.author_id for post in work.exec(select(Post).order_by(Post.id)) if post.published_at.month == 10
        ]
    right, wrong, other = list(dict.fromkeys(authors))[:3]
    objects(right, RequestAction.GRANT)
    objects(wrong, RequestAction.REFUSE)
    objects(other, RequestAction.GRANT, about=About.DIGESTS)
    assert asked_in_october(writing, city) == before - authors.count(right)


def test_an_objection_that_was_granted_holds_as_long_as_the_account(objects, city, writing, clock):
    with writing() as work:
        first, second = work.exec(select(Member.id).where(Member.id >= 1000).order_by(Member.id).limit(2))
    objects(first, RequestAction.GRANT)
    objects(second, RequestAction.GRANT, kind=RequestKind.RESTRICT)
    clock.advance(days=800)
    with writing() as work:
        rights.forget_rights(work)
        assert uncounted(work, city) == {first, second}
