"""People around a queue, and a way to send a newcomer's post in."""

import pytest

from b2b.authz.predicates import Role
from b2b.moderation import queries, service
from b2b.moderation.rules import Filed, NoticeCategory
from b2b.posts import service as post_service
from b2b.posts.rules import PostKind, PostWords


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def mo(make):
    return make.staff(Role.MODERATOR, "Mo")


@pytest.fixture
def kees(make):
    return make.member("Kees", trusted=False)


@pytest.fixture
def submitted(writing):
    """Send a post in; return the item that waits for it."""

    def submit(author, title="Wie snoeit mijn heg?", body="Hij is twee meter hoog."):
        words = PostWords(PostKind.REQUEST, "tuin", title, body, author.neighbourhood_id)
        with writing() as work:
            post = post_service.submit(work, author.id, author.municipality_id, words)
            return queries.open_item(work, "post", post.id)

    return submit


@pytest.fixture
def reported(writing):
    """Report a thing with a reference; return its item."""

    def report(thing, category=NoticeCategory.RUDE, explanation="Dit is gemeen.", once="O-1111-1111", **more):
        with writing() as work:
            about = queries.target_by_reference(work, thing.reference, thing.municipality_id)
            notice = service.file_notice(work, about, Filed(category, explanation, once, **more))
            return queries.item(work, notice.review_item_id)

    return report


@pytest.fixture
def desk(browser, mo):
    """The browser of the moderator, with the second step done."""
    return browser(mo, second_factor=True)
