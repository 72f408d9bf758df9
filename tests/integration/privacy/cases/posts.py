"""Posts, what they are found by, and the promise of an answer."""

from datetime import date, datetime, time

from sqlmodel import select

from b2b.core.clock import from_local
from b2b.matching.models import PostReading, PostTerm, TapCount, UnknownWord
from b2b.matching.rules.own import AUTHORS_LEAST
from b2b.matching.service.indexing import index
from b2b.posts import service
from b2b.posts.models import Draft, Invitation, Post
from b2b.posts.rules import LIFE
from b2b.promise.models import HelpAsk, HelperRest, HelperTerms, NoShow, Nudge, Promise, PromiseStep
from tests.integration.privacy.scene import of

NEW_YEAR = from_local(datetime.combine(date(2030, 1, 1), time()))


@of("post")
def words_of_a_post(scene):
    said = {"body": "Hij is hoog.", "when_words": "zaterdag", "where_words": "achter het huis"}
    return scene.post(title="Wie snoeit de heg?", **said)


@of("post")
def words_of_a_post_that_was_hidden_and_never_closed(scene):
    said = {"when_words": "zaterdag", "where_words": "achter het huis", "updated_at": scene.now}
    return scene.post(title="Lelijk", state="hidden", closed_at=None, **said)


@of("draft")
def words_of_a_draft(scene):
    return scene.save(Draft, answers={"title": "Wie leest een brief voor?"}, expires_at=scene.after(days=30))


@of("draft_line")
def line_of_a_draft(scene):
    return scene.save(Draft, expires_at=scene.after(days=30))


@of("invitation")
def invitation(scene):
    asked = scene.post(title="Wie gaat mee?", quiet=True, invited=[scene.kees.id])
    return asked, scene.save(Invitation, post_id=asked.id, member_id=scene.kees.id)


@of("open_post", LIFE.days)
def what_an_open_post_is_found_by(scene):
    key = scene.make.post(scene.ada, "Wie haalt boodschappen?").id
    with scene.make.writing() as work:
        index(work, work.get_one(Post, key))
        return tuple(
            work.exec(select(table).where(table.post_id == key)).first() for table in (PostTerm, PostReading)
        )


def take_back(scene):
    """Let the authors of an unknown word take their posts back."""
    with scene.make.writing() as work:
        for post in work.exec(select(Post).where(Post.title == "Wie heeft een kwetterbak?").order_by(Post.id)):
            service.withdraw(work, post)


@of("nightly", 6, at_end=take_back)
def word_that_many_wrote_and_nobody_knows(scene):
    for number in range(AUTHORS_LEAST):
        scene.make.post(scene.make.member(f"Buur{number}"), "Wie heeft een kwetterbak?", body="")
    return scene.save(UnknownWord, word="kwetterbak", authors=AUTHORS_LEAST, concept="lenen_alg")


@of("tap_count", ends=NEW_YEAR)
def taps_of_the_year_before(scene):
    return scene.save(TapCount, year=NEW_YEAR.year - 1)


@of("promise")
def promise(scene):
    post = scene.make.post(scene.ada)
    clock = scene.save(Promise, post_id=post.id, state="stopped", stopped_at=scene.now)
    met = scene.meeting()
    return (
        clock,
        scene.save(PromiseStep, promise_id=clock.id),
        scene.save(HelpAsk, post_id=post.id, member_id=scene.kees.id),
        scene.save(Nudge, conversation_id=met.conversation_id),
        scene.save(NoShow, agreement_id=met.id, helper_id=scene.kees.id),
    )


@of("helper_terms")
def helper_terms(scene):
    offer = scene.make.post(scene.kees, kind="offer", state="withdrawn", closed_at=scene.now)
    return scene.save(HelperTerms, post_id=offer.id, member_id=scene.kees.id)


@of("helper_rest", 31)
def holiday_of_which_this_was_the_last_day(scene):
    return scene.save(HelperRest, away_from=scene.today, away_until=scene.today)
