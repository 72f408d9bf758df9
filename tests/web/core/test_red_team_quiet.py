"""A quiet request leaks by no route: everybody but its author, its judges and who was asked tries every door.

The same crawl as for posts for neighbours, by people who may see those: they live here for certain.
"""

import pytest
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.matching import service as finding
from b2b.municipalities.queries import places
from b2b.notifications.channels.twin import text_of
from b2b.posts import service as posting
from b2b.posts.models import Invitation, Post
from b2b.posts.rules import InvitationHow, InvitationState, PostKind, PostState, PostWords
from tests.web.core.test_matrix import forgetful, people, world  # noqa: F401 - fixtures
from tests.web.core.test_red_team import CANARY, _everything, _knock, intruders, secrets  # noqa: F401 - fixtures

NOT_ASKED = ("visitor", "neighbour", "said not now", "moderator elsewhere")


@pytest.fixture
def outside(mail):
    return {"mail": mail}


@pytest.fixture
def everybody(make, world, people, secrets):  # noqa: F811
    """Make every post quiet; return who was not asked, each for another reason, and who was."""
    refused, asked = make.member("Nunietgelegen"), make.member("Gevraagd")
    with make.writing() as work:
        work.get_one(Member, people["elsewhere"].id).email = "ver@voorbeeld.nl"  # their own is no leak
        for post in work.exec(select(Post)):
            post.quiet, post.for_neighbours, post.invited = True, False, [asked.id]
            for member, state in ((refused, InvitationState.NOT_NOW), (asked, InvitationState.ASKED)):
                work.add(
                    Invitation(
                        municipality_id=post.municipality_id,
                        post_id=post.id,
                        member_id=member.id,
                        how=InvitationHow.NEAR,
                        state=state,
                        created_at=work.now(),
                    )
                )
            if post.state is PostState.OPEN:
                finding.index(work, post)  # even when its words were left behind by mistake
    return {
        "visitor": None,
        "neighbour": make.member("Buur"),
        "said not now": refused,
        "moderator elsewhere": people["elsewhere"],
        "asked": asked,
    }


@pytest.mark.parametrize("who", NOT_ASKED)
def test_no_route_shows_a_quiet_request_to_who_was_not_asked(forgetful, browser, make, secrets, everybody, who):  # noqa: F811
    town, here = make.municipality().id, make.neighbourhood().id
    with make.writing() as work:
        secrets["neighbourhood"] = places(work, town).hoods[here].slug
        posts = [post.reference for post in work.exec(select(Post))]
    visitor = browser(everybody[who], second_factor=True)
    for method, url in _everything(forgetful, secrets, posts):
        answer = _knock(visitor, method, url)
        seen = answer.get_data() + str(answer.headers).encode()
        assert CANARY.encode() not in seen, f"{method} {url} shows it to: {who}"


def test_who_was_asked_reads_it_on_its_own_page_and_finds_it_on_no_list(browser, make, secrets, everybody):  # noqa: F811
    asked = browser(everybody["asked"])
    town, here = make.municipality().id, make.neighbourhood().id
    with make.writing() as work:
        slug = places(work, town).hoods[here].slug
    assert CANARY in asked.client.get(f"/berichten/{secrets['post']}").text
    for url in ("/", f"/buurten/{slug}", "/zoeken?q=titel+verhaal", "/mijn/berichten"):
        assert CANARY not in asked.client.get(url).text


def test_only_who_is_asked_gets_a_mail_about_it(make, writing, worker, mail, clock):
    """From placing to the weeks after, and when one says "not now": then the next is asked, and nobody else."""
    hood = make.neighbourhood()
    author = make.member("Fatima")
    for name in ("Henk", "Sanne", "Kees", "Ria", "Bram"):
        helper = make.member(name)
        with writing() as work:
            said = PostWords(PostKind.OFFER, "boodschappen", "Ik doe graag boodschappen", "Elke dag.", hood.id)
            posting.submit(work, helper.id, helper.municipality_id, said)
    with writing() as work:
        words = PostWords(PostKind.REQUEST, "boodschappen", f"{CANARY} boodschappen", "Stil.", hood.id, quiet=True)
        post_id = posting.submit(work, author.id, author.municipality_id, words).id
    worker.run_until_quiet()
    first = asked_by_mail(mail)
    assert len(first) == 3
    with writing() as work:
        post = work.get_one(Post, post_id)
        assert len(post.invited) == 3
        for member_id in post.invited:
            posting.decline(work, work.get_one(Post, post_id), member_id)
    worker.run_until_quiet()
    clock.advance(days=1)
    worker.run_until_quiet()
    assert len(asked_by_mail(mail)) == 5
    assert author.email not in asked_by_mail(mail)


def asked_by_mail(mail):
    """Return the addresses that got a mail with words of the request."""
    told = [message for message in mail.sent if CANARY in str(message["Subject"]) + text_of(message)]
    return {str(message["To"]) for message in told}
