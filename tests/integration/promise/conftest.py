"""Henk needs his grass mown; neighbours near and a little further offer to do that. A twin takes the mail."""

from types import SimpleNamespace

import pytest

from b2b.posts import queries as posting_queries
from b2b.posts import service as posting
from b2b.posts.rules import PostKind, PostWords
from b2b.promise import queries, service
from b2b.promise.models import Promise

BESIDE = "BU03440332"


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def henk(make):
    return make.member("Henk")


@pytest.fixture
def offers(make, writing):
    """Let somebody new offer to mow grass; return who and the offer."""

    def do(name, *, at=None, when="", trusted=True):
        hood = make.neighbourhood(at) if at else make.neighbourhood()
        member = make.member(name, at=hood)
        said = PostWords(PostKind.OFFER, "tuin", "Ik maai je gras", "Ik heb een maaier.", hood.id, when_words=when)
        with writing() as work:
            post = posting.submit(work, member.id, member.municipality_id, said)
        return SimpleNamespace(member=member, offer=post, id=member.id, email=member.email)

    return do


@pytest.fixture
def asks(writing, make):
    """Let somebody ask for their grass to be mown; the clock of the request begins."""

    def do(member, *, when="", title="Mijn gras staat te hoog"):
        said = PostWords(PostKind.REQUEST, "tuin", title, "Wie maait het?", member.neighbourhood_id, when_words=when)
        with writing() as work:
            return posting.submit(work, member.id, member.municipality_id, said)

    return do


@pytest.fixture
def promise(writing):
    """Return the promise of a request as it is now, with its rungs and who was asked."""

    def look(post):
        with writing() as work:
            found = queries.promise_of(work, post.id)
            if found is None:
                return None
            taken = queries.steps(work, found)
            return SimpleNamespace(
                **{name: getattr(found, name) for name in Promise.model_fields},
                rungs=[str(step.rung) for step in sorted(taken.values(), key=lambda step: step.at)],
                invited=[one.member_id for one in queries.invited_to(work, post.id)],
            )

    return look


@pytest.fixture
def on_post(writing):
    """Do a verb of posts on a stored post."""

    def act(verb, post, *more):
        with writing() as work:
            verb(work, posting_queries.post(work, post.id), *more)

    return act


@pytest.fixture
def invitations(writing):
    """Return the invitations of a request."""

    def look(post):
        with writing() as work:
            return queries.invited_to(work, post.id)

    return look


@pytest.fixture
def climbs(writing, clock):
    """Let it be time for the next rung of a request, and take it."""

    def step(post):
        with writing() as work:
            found = queries.promise_of(work, post.id)
            clock.moment = max(clock.moment, found.next_at)
            return service.climb(work, found.id)

    return step
