"""A municipality learns from numbers and from words of many; nothing tells about a person."""

import pytest
from sqlalchemy import select

from b2b.matching import queries, service
from b2b.matching.models import TapCount, UnknownWord
from b2b.matching.rules.learning import LEARN
from b2b.matching.rules.own import AUTHORS_LEAST
from b2b.municipalities import service as places
from b2b.posts import service as posting
from b2b.posts.queries import post as find

TEXT = "mijn gras staat te hoog"


@pytest.fixture
def town(make):
    return make.municipality().id


def choose(make, town, learns):
    with make.writing() as work:
        places.choose(work, town, LEARN, learns)


def unknown(make, town):
    with make.writing() as work:
        return {row.word: row.authors for row in queries.unknown_words(work, town)}


def test_taps_move_the_tiles_of_their_own_municipality(make, town):
    elsewhere = make.municipality("GM0772").id
    with make.writing() as work:
        before = queries.usual_categories(work, town, TEXT)
        for _ in range(80):
            service.count_tap(work, town, TEXT, "klussen")
        assert queries.usual_categories(work, town, TEXT)[0] == "klussen" != before[0]
        assert queries.usual_categories(work, elsewhere, TEXT) == before
        assert work.connection().execute(select(TapCount.times)).scalars().all() == [80]


def test_help_that_was_found_is_counted_without_who_it_was(make, town):
    post = make.post(make.member("Kees"), "Gras maaien", category="tuin")
    with make.writing() as work:
        posting.match(work, find(work, post.id))
    with make.writing() as work:
        [row] = work.connection().execute(select(TapCount.source, TapCount.guessed, TapCount.chosen, TapCount.times))
    assert tuple(row) == ("match", "tuin", "tuin", 1)


def test_who_chose_to_count_nothing_counts_nothing_and_counts_of_old_years_go(make, town, clock):
    with make.writing() as work:
        service.count_tap(work, town, TEXT, "tuin")
    choose(make, town, False)
    with make.writing() as work:
        service.count_tap(work, town, TEXT, "tuin")
        assert work.connection().execute(select(TapCount.times)).scalars().all() == [1]
        service.forget_learnt(work, town)
        assert work.connection().execute(select(TapCount.times)).scalars().all() == []
    choose(make, town, True)
    with make.writing() as work:
        service.count_tap(work, town, TEXT, "tuin")
    clock.advance(days=750)
    with make.writing() as work:
        assert service.purge_counts(work) == 1


@pytest.fixture
def written(make):
    """Let this many people write a post with these words."""

    names = (f"Bewoner{number}" for number in range(100))

    def do(many, words):
        for _ in range(many):
            make.post(make.member(next(names)), "Tuinklus", body=words, category="tuin")

    return do


def test_a_word_is_written_down_from_enough_different_authors_on(make, town, worker, written):
    written(AUTHORS_LEAST, "Wie wil hier klofferen?")
    written(AUTHORS_LEAST - 1, "Wie wil hier plimpen?")
    one = make.member("Kees")
    for _ in range(AUTHORS_LEAST):
        make.post(one, "Tuinklus", body="Ik moet snarfelen.", category="tuin")
    service.look_for_words(worker.desk, None, {})
    assert unknown(make, town) == {"klofferen": AUTHORS_LEAST}


def test_first_names_of_members_and_who_counts_nothing_are_left_out(make, town, worker, written):
    make.member("Klofferen")
    written(AUTHORS_LEAST, "samen met klofferen en plimpen")
    service.look_for_words(worker.desk, None, {})
    assert unknown(make, town) == {"plimpen": AUTHORS_LEAST}
    choose(make, town, False)
    service.look_for_words(worker.desk, None, {})
    with make.writing() as work:
        assert work.connection().execute(select(UnknownWord.word)).all() == []


def test_posts_are_read_again_with_a_new_word_and_found_by_it(make, town, worker):
    post = make.post(make.member("Kees"), "Klofferen", body="Wie kan dat?", category="tuin")
    with make.writing() as work:
        service.read_again(work)
        service.add_word(work, town, "klofferen", "gras")
    worker.run_until_quiet()
    with make.writing() as work:
        found = queries.search(work, town, "gras maaien", hoods=(post.neighbourhood_id,))
        assert [row.id for row in found.near] == [post.id]
        assert not found.only_new
        service.remove_word(work, town, "klofferen")
        assert service.read_again(work) == 1
