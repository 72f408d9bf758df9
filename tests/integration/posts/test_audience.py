"""Who a post is for, and how many somebody places in a day."""

from datetime import timedelta

import pytest

from b2b.accounts.rules.pace import NotYetAllowed, TooManyPosts
from b2b.matching import queries as finding
from b2b.municipalities import service as towns
from b2b.posts import queries, service
from b2b.posts.rules import AUDIENCE, PostKind, PostWords


def said(hood_id, **more):
    values = {"title": "Wie maait mijn gras?", "body": "Het gras is te hoog.", **more}
    return PostWords(PostKind.REQUEST, "tuin", values.pop("title"), values.pop("body"), hood_id, **values)


@pytest.fixture
def place(writing):
    def place(author, **more):
        with writing() as work:
            work.actor_id = author.id
            return service.submit(work, author.id, author.municipality_id, said(author.neighbourhood_id, **more))

    return place


def titles(page):
    return [row.title for row in page.rows]


def test_a_post_for_neighbours_is_listed_found_and_counted_for_them_only(make, place, writing):
    fatima = make.member()
    place(fatima, title="Voor iedereen gras")
    place(fatima, title="Voor buren gras", for_neighbours=True)
    with writing() as work:
        here = [fatima.neighbourhood_id]
        assert titles(queries.feed(work, here)) == ["Voor iedereen gras"]
        assert sorted(titles(queries.feed(work, here, proven=True))) == ["Voor buren gras", "Voor iedereen gras"]
        assert queries.pulse(work, here[0], [], None).open_here == 1
        assert queries.pulse(work, here[0], [], None, proven=True).open_here == 2
        found = finding.search(work, fatima.municipality_id, "gras")
        assert [row.title for row in found.further] == ["Voor iedereen gras"]


def test_a_closed_municipality_has_nothing_for_everybody(make, place, writing):
    fatima = make.member()
    before = place(fatima)
    with writing() as work:
        towns.choose(work, fatima.municipality_id, AUDIENCE, "closed")
        assert service.close_to_strangers(work, fatima.municipality_id) == 1
        assert service.close_to_strangers(work, fatima.municipality_id) == 0
    after = place(fatima)
    with writing() as work:
        assert queries.post(work, before.id).for_neighbours
        assert queries.post(work, after.id).for_neighbours
        assert not queries.feed(work, [fatima.neighbourhood_id]).rows


def test_an_open_municipality_is_not_closed_by_accident(make, place, writing):
    fatima = make.member()
    place(fatima)
    with writing() as work:
        assert service.close_to_strangers(work, fatima.municipality_id) == 0


def test_a_newcomer_places_one_post_a_day(make, place, clock):
    olena = make.member("Olena", trusted=False)
    place(olena)
    clock.advance(hours=23)
    with pytest.raises(TooManyPosts) as refused:
        place(olena)
    assert refused.value.retry_after == 3601
    clock.advance(hours=1)
    place(olena)


def test_a_neighbour_places_five_and_a_known_one_ten(make, place, clock):
    for member, most in ((make.member("Bram"), 5), (make.member("Ria", known_at=clock()), 10)):
        for _ in range(most):
            place(member)
        with pytest.raises(TooManyPosts):
            place(member)


def test_a_municipality_chooses_its_own_number(make, place, writing):
    olena = make.member("Olena", trusted=False)
    with writing() as work:
        towns.choose(work, olena.municipality_id, "limits.new.posts", 2)
    place(olena)
    place(olena)
    with pytest.raises(TooManyPosts):
        place(olena)


@pytest.mark.parametrize("where", ["title", "body", "when_words", "where_words"])
def test_a_newcomer_places_no_links_and_no_numbers(make, place, where):
    with pytest.raises(NotYetAllowed):
        place(make.member("Olena", trusted=False), **{where: "Bel 06-12345678"})
    place(make.member("Bram"), **{where: "Bel 06-12345678"})


def test_a_newcomer_cannot_put_a_number_in_afterwards(make, place, writing):
    olena = make.member("Olena", trusted=False)
    post = place(olena)
    with writing() as work, pytest.raises(NotYetAllowed):
        service.edit(work, queries.post(work, post.id), said(olena.neighbourhood_id, body="Kijk op www.voorbeeld.nl"))


def test_old_posts_do_not_count(make, clock):
    olena = make.member("Olena", trusted=False)
    make.post(olena, created_at=clock() - timedelta(days=1))
    with make.writing() as work:
        service.submit(work, olena.id, olena.municipality_id, said(olena.neighbourhood_id))
