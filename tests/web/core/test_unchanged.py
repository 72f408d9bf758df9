"""A 304 before the page is begun: only while nothing that the page rests on has changed."""

import pytest
from flask import request_started
from sqlmodel import select

from b2b.accounts.models import Block, Member, SignInSession
from b2b.accounts.rules import MemberState
from b2b.accounts.service import sessions
from b2b.posts.views.feed import SAME_MINUTES


@pytest.fixture
def reader(browser, make):
    """Somebody who has the feed: from here on it is answered early."""
    make.post(make.member("Kees"), "Een titel")
    fatima = make.member("Fatima")
    person = browser(fatima)
    person.member_id, person.tag = fatima.id, person.get("/").headers["ETag"]
    return person


@pytest.fixture
def made(app):
    """Collect the requests that Flask got to see: one that is answered early is not among them."""
    seen = []

    def note(_app, **_more):
        seen.append(1)

    with request_started.connected_to(note, app):
        yield seen


def again(person, **headers):
    return person.client.get("/", headers={"If-None-Match": person.tag, **headers})


def test_the_early_answer_says_the_same_as_the_one_in_full(app, reader, made):
    made.clear()
    early = again(reader)
    assert not made
    app.unchanged._pages.clear()
    in_full = again(reader)
    assert len(made) == 1
    assert (early.status_code, early.data) == (in_full.status_code, in_full.data) == (304, b"")
    assert sorted(early.headers) == sorted(in_full.headers)


def test_a_visitor_is_answered_early_too(browser, make, made):
    hood = make.neighbourhood()
    nobody, url = browser(), f"/buurten/{hood.slug}"
    headers = {"If-None-Match": nobody.get(url).headers["ETag"]}
    made.clear()
    assert nobody.client.get(url, headers=headers).status_code == 304
    assert not made


def test_what_was_not_asked_like_this_before_takes_the_ordinary_way(reader, browser):
    assert reader.client.get("/", headers={"If-None-Match": 'W/"other"'}).status_code == 200
    assert reader.client.post("/", headers={"If-None-Match": reader.tag}).status_code == 405
    assert again(reader, **{"HX-Request": "true"}).status_code == 200
    assert again(reader, Host="elders.example").status_code == 400
    assert browser().client.get("/", headers={"If-None-Match": reader.tag}).status_code == 200


def a_block(make, reader):
    other = make.member("Rob")
    with make.writing() as work:
        work.add(
            Block(
                municipality_id=other.municipality_id,
                blocker_id=reader.member_id,
                blocked_id=other.id,
                created_at=work.now(),
            )
        )


def a_name(make, reader):
    with make.writing() as work:
        work.get_one(Member, reader.member_id).first_name = "Fatiha"


def a_lost_proof(make, reader):
    with make.writing() as work:
        work.get_one(Member, reader.member_id).proven_at = None


def a_post(make, _reader):
    make.post(make.member("Sanne"), "Nog een titel")


def an_end(make, reader):
    with make.writing() as work:
        sessions.end_all(work, reader.member_id)


@pytest.mark.parametrize("change", [a_block, a_name, a_lost_proof, a_post, an_end])
def test_what_changes_for_the_reader_shows_at_once(make, reader, change):
    assert again(reader).status_code == 304
    change(make, reader)
    assert again(reader).status_code == 200


def test_who_is_suspended_is_sent_on(make, reader):
    with make.writing() as work:
        work.get_one(Member, reader.member_id).state = MemberState.SUSPENDED
    assert again(reader).status_code == 303


def test_an_hour_that_moved_on_shows(reader, clock):
    clock.advance(minutes=SAME_MINUTES)
    assert again(reader).status_code == 200


def test_a_session_is_still_seen_to_be_used(make, reader, clock):
    clock.advance(minutes=14)
    reader.tag = reader.get("/").headers["ETag"]
    clock.advance(minutes=2)
    assert again(reader).status_code == 304
    with make.writing() as work:
        seen = work.exec(select(SignInSession.last_seen_at).where(SignInSession.member_id == reader.member_id)).one()
    assert seen == clock()
