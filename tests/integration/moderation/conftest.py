"""People around a queue, and what they do there."""

import pytest

from b2b.authz.predicates import Role
from b2b.moderation import queries, service
from b2b.moderation.rules import DecisionKind, Verdict
from b2b.posts import service as post_service
from tests.moderating import words


@pytest.fixture
def mo(make):
    return make.staff(Role.MODERATOR, "Mo")


@pytest.fixture
def newcomer(make):
    return make.member("Nieuw", trusted=False)


@pytest.fixture
def submitted(writing):
    """Send a post in; return the item that waits for it."""

    def submit(member, title="Wie geeft mijn planten water?"):
        with writing() as work:
            post = post_service.submit(work, member.id, member.municipality_id, words(member, title))
            return queries.open_item(work, "post", post.id)

    return submit


@pytest.fixture
def decide(writing):
    """Decide as somebody, in a transaction of its own."""

    def decide(who, item, kind=DecisionKind.PLACE, *, rule=None, explanation="", seen=None):
        with writing() as work:
            work.actor_id = who.id
            row = queries.item(work, item.id)
            service.decide(work, row, Verdict(kind, row.version if seen is None else seen, rule, explanation))

    return decide
