"""What everybody may read through the API: exactly what a visitor sees, and of this municipality only."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from b2b.accounts.models import Member
from b2b.municipalities import service as places
from b2b.municipalities.models import Municipality
from b2b.posts.rules import PostKind, PostState

V1 = "/api/v1"


@pytest.fixture
def client(app) -> FlaskClient:
    return app.test_client()


def references(answer):
    return [one["kenmerk"] for one in answer.json["resultaten"]]


def test_a_request_is_read_as_a_visitor_sees_it(client, make, fatima):
    body = "Ik loop slecht en de tas is te zwaar voor mij. " * 4
    post = make.post(fatima, "Wie haalt mijn boodschappen?", body=body)
    offer = make.post(fatima, "Ik kook voor je", kind=PostKind.OFFER, category="koken")
    [shown] = client.get(f"{V1}/hulpvragen").json["resultaten"]
    assert (shown["kenmerk"], shown["titel"], shown["status"]) == (post.reference, post.title, "open")
    assert shown["soortHulp"] == {"code": "boodschappen", "naam": "Boodschappen en ophalen"}
    assert shown["geplaatstOp"] == "2026-11-23T09:00:00Z"
    assert len(shown["begin"]) <= 90 and shown["begin"].endswith("…")
    assert references(client.get(f"{V1}/hulpaanbod")) == [offer.reference]
    assert shown["ookVoor"] == []
    assert client.get(shown["_links"]["self"]["href"]).json == shown
    everything = client.get(f"{V1}/hulpvragen").text
    assert "Fatima" not in everything and fatima.reference not in everything


def test_an_offer_is_listed_under_each_of_its_kinds_and_says_them(client, make, fatima):
    make.post(fatima, "Ik help je graag", kind=PostKind.OFFER, category="koken", also="|koken:samen|tuin:afval|")
    for code, found in (("koken", 1), ("tuin", 1), ("taal", 0)):
        assert len(client.get(f"{V1}/hulpaanbod?soortHulp={code}").json["resultaten"]) == found, code
    [shown] = client.get(f"{V1}/hulpaanbod").json["resultaten"]
    assert shown["soortHulp"]["code"] == "koken"
    assert shown["ookVoor"] == [{"code": "tuin", "naam": "Tuin en stoep"}]


def test_what_a_visitor_does_not_see_is_not_there(client, make, fatima, writing, clock):
    hidden = [make.post(fatima, state=state) for state in (PostState.WAITING, PostState.HIDDEN, PostState.WITHDRAWN)]
    hidden.append(make.post(fatima, for_neighbours=True))
    sven = make.member("Sven")
    hidden.append(make.post(sven))
    with writing() as work:
        gone = work.get_one(Member, sven.id)
        gone.state, gone.suspended_until = "suspended", clock() + timedelta(days=7)
    assert references(client.get(f"{V1}/hulpvragen")) == []
    for post in hidden:
        answer = client.get(f"{V1}/hulpvragen/{post.reference}")
        assert answer.status_code == 404, post.state
        assert answer.mimetype == "application/problem+json"


def test_who_is_signed_in_reads_nothing_more(browser, make, fatima):
    make.post(fatima, for_neighbours=True)
    assert references(browser(fatima).client.get(f"{V1}/hulpvragen")) == []


def test_one_municipality_reads_nothing_of_another(client, make, fatima, writing):
    eindhoven = make.neighbourhood("BU07721110")
    post = make.post(make.member("Eefje", at=eindhoven), "KANARIE-EINDHOVEN")
    with writing() as work:
        places.show_at(work, work.get_one(Municipality, eindhoven.municipality_id), "eindhoven.localhost")
    client.application.config["TRUSTED_HOSTS"] = None
    there = {"base_url": "http://eindhoven.localhost"}
    assert references(client.get(f"{V1}/hulpvragen", **there)) == [post.reference]
    assert client.get(f"{V1}/hulpvragen").json["resultaten"] == []
    assert client.get(f"{V1}/hulpvragen/{post.reference}").status_code == 404
    assert client.get(f"{V1}/buurten/{eindhoven.slug}").status_code == 404
    for address in ("hulpvragen", "hulpaanbod", "buurten", "soorten-hulp", "openapi.json"):
        assert "KANARIE" not in client.get(f"{V1}/{address}").text
        assert "eindhoven" not in client.get(f"{V1}/{address}").text.lower()


def test_a_list_goes_on_by_its_own_links_without_a_gap(client, make, fatima, clock):
    made = []
    for _ in range(5):
        clock.moment += timedelta(minutes=1)
        made.append(make.post(fatima).reference)
    found, address = [], f"{V1}/hulpvragen?aantal=2&buurt={make.neighbourhood().slug}"
    while address:
        answer = client.get(address)
        found += references(answer)
        address = answer.json["_links"].get("next", {}).get("href")
        assert ("Link" in answer.headers) == bool(address)
    assert found == made[::-1]


def test_a_client_that_has_the_answer_gets_no_second_one(client, make, fatima):
    make.post(fatima)
    first = client.get(f"{V1}/hulpvragen")
    known = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"{V1}/hulpvragen", headers=known).status_code == 304
    make.post(fatima)
    assert client.get(f"{V1}/hulpvragen", headers=known).status_code == 200


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("aantal=0", "aantal"),
        ("aantal=veel", "aantal"),
        ("na=onzin", "na"),
        ("na=9999999999999999-1&na=1-1", "na"),
        ("buurt=nergens", "buurt"),
        ("soortHulp=vliegen", "soortHulp"),
        ("pagina=2", "pagina"),
    ],
)
def test_a_mistake_in_a_question_is_named(client, query, where):
    answer = client.get(f"{V1}/hulpvragen?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert [one["location"] for one in answer.json["errors"]] == [where]


def test_neighbourhoods_and_kinds_of_help_lead_to_their_lists(client, make, fatima):
    make.post(fatima)
    hood = client.get(f"{V1}/buurten/{make.neighbourhood().slug}").json
    assert (hood["code"], hood["wijk"]["naam"]) == ("BU03440333", "Overvecht")
    assert len(client.get(hood["_links"]["hulpvragen"]["href"]).json["resultaten"]) == 1
    assert len(client.get(f"{V1}/buurten").json["resultaten"]) > 100
    kinds = client.get(f"{V1}/soorten-hulp").json["resultaten"]
    assert client.get(f"{V1}/soorten-hulp/{kinds[0]['code']}").json == kinds[0]


def test_a_page_of_posts_is_one_question_to_the_store(client, make, fatima, database):
    make.post(fatima)
    client.get(f"{V1}/hulpvragen")
    asked = []

    def count(*given):
        asked.append(given[2])

    event.listen(database.read, "before_cursor_execute", count)
    client.get(f"{V1}/hulpvragen")
    event.remove(database.read, "before_cursor_execute", count)
    assert len(asked) == 1, asked
