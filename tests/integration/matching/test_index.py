"""What is kept of posts: the same lists on both databases, read again when the analyzer changes, few statements."""

import pytest
from sqlalchemy import select, update

from b2b.matching import queries, service
from b2b.matching.fitting import fitting_posts, reader_of
from b2b.matching.models import PostReading, PostTerm
from b2b.matching.report import scratch
from b2b.matching.rules import of_post, of_question, version
from b2b.posts.rules import PostKind

KINDS = ("boodschappen", "huisdieren", "klussen", "taal")

OFFERS = [
    ("Ik wandel elke ochtend", "Je hond mag mee", "huisdieren"),
    ("Hond logeert hier", "Grote tuin", "huisdieren"),
    ("Lampen ophangen", "Handig met boor en ladder", "klussen"),
    ("Rit naar het ziekenhuis", "Ik breng je en wacht", "zorg"),
    ("Koffie met koek", "Ik kom graag langs", "gezelschap"),
    ("Koffie met koek", "Ik kom graag langs", "gezelschap"),
    ("Alışveriş", "Market için", "boodschappen"),
]
ASKED = ["mijn teckel moet eruit", "licht kapot in de gang", "ik ben alleen", "alışverişe gidemiyorum", "de het een"]


def test_both_databases_give_the_same_list_keys_and_scores(database):
    lists = []
    for url in (scratch.MEMORY, database.write.url.render_as_string(hide_password=False)):
        with scratch.scratch(url) as connection:
            scratch.fill(connection, [of_post(title, body, (kind,)) for title, body, kind in OFFERS])
            lists.append([scratch.asked(connection, of_question(text).terms) for text in ASKED])
    assert lists[0] == lists[1]
    assert {key for key, _ in lists[0][0][:2]} == {1, 2}


def test_ties_go_to_the_newest():
    with scratch.scratch() as connection:
        scratch.fill(connection, [of_post(title, body, (kind,)) for title, body, kind in OFFERS])
        order = [key for key, _ in scratch.asked(connection, of_question("koffie").terms)]
    assert order[:2] == [6, 5]


@pytest.fixture
def post(make):
    """Return an open post that was read."""
    made = make.post(make.member("Kees"), title="Gras maaien", body="Het staat hoog.", category="tuin")
    with make.writing() as work:
        service.read_again(work)
    return made


def test_posts_are_read_again_when_the_analyzer_changed(make, post):
    with make.writing() as work:
        work.connection().execute(update(PostReading).values(version="old"))
        work.connection().execute(update(PostTerm).values(weight=1))
    with make.writing() as work:
        assert service.read_again(work) == 1
        assert service.read_again(work) == 0
        assert set(work.connection().execute(select(PostReading.version)).scalars()) == {version()}
        assert max(work.connection().execute(select(PostTerm.weight)).scalars()) > 1


def test_a_closed_post_leaves_nothing_behind(make, post):
    with make.writing() as work:
        service.forget(work, post.id)
        assert work.connection().execute(select(PostTerm)).all() == []
        assert work.connection().execute(select(PostReading)).all() == []


def test_an_offer_is_found_by_the_type_of_everything_that_was_ticked(make):
    said = {"title": "Ik help graag", "body": "Vraag maar.", "category": "boodschappen", "task": "winkel"}
    post = make.post(make.member("Kees"), kind=PostKind.OFFER, also="|huisdieren:uitlaten|klussen:|", **said)
    with make.writing() as work:
        service.read_again(work)
        terms = set(work.scalars(select(PostTerm.term).where(PostTerm.post_id == post.id)))
        types = {term for term in terms if term.startswith("t:")}
        tapped = [queries.search(work, post.municipality_id, "", types=(kind,)).total for kind in KINDS]
    assert types == {"t:boodschappen", "t:huisdieren", "t:klussen", "t:verhuizen"}
    assert "c:hond_uit" in terms
    assert tapped == [1, 1, 1, 0]


def test_who_offers_several_things_sees_the_questions_about_each(make):
    kees, town = make.member("Kees"), make.municipality().id
    for title, category in (("Wie laat mijn hond uit?", "huisdieren"), ("Wie haalt melk en brood?", "boodschappen")):
        make.post(kees, title, body="Graag deze week.", category=category)
    make.post(kees, "Wie maait mijn gras?", body="Graag deze week.", category="tuin")
    with make.writing() as work:
        service.read_again(work)
        reader = reader_of(work, None, False, town, kees.neighbourhood_id)
        said = {"title": "Ik help je", "ticks": [["huisdieren", ["uitlaten"]], ["boodschappen", ["winkel"]]]}
        found = fitting_posts(work, reader, PostKind.OFFER, said, "", 5)
    assert {hit.row.title for hit in found[:2]} == {"Wie laat mijn hond uit?", "Wie haalt melk en brood?"}


def test_who_offers_it_as_a_second_thing_is_told_of_a_request_at_once(make):
    kees, fatima = make.member("Kees"), make.member("Fatima")
    asked = make.post(
        kees, "Wie laat mijn hond uit?", body="Ik mag niet lopen.", category="huisdieren", task="uitlaten"
    )
    offer = make.post(
        fatima,
        "Tuin en hond",
        body="Ik laat graag een hond uit.",
        kind=PostKind.OFFER,
        category="tuin",
        task="onkruid",
        also="|huisdieren:uitlaten|",
    )
    make.post(fatima, "Alleen de tuin", body="Ik laat graag een hond uit.", kind=PostKind.OFFER, category="tuin")
    with make.writing() as work:
        service.read_again(work)
        told = queries.worth_alerting(work, asked)
    assert [(helper.member_id, helper.offer_id) for helper in told] == [(fatima.id, offer.id)]
