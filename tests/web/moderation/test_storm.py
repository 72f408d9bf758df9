"""Two hundred reports in a few seconds: limited per place, others still get in, and the queue still works."""

import time
from dataclasses import replace

import pytest
from sqlmodel import func, select

from b2b.moderation.models import Notice, ReviewItem
from tests.client import soup, words

SEND = "Verstuur mijn melding"


@pytest.fixture
def settings(settings):
    return replace(settings, limits=True)


def said(number):
    return {
        "category": "rude",
        "explanation": f"Melding {number}",
        "good_faith": "y",
        "name": "Boos",
        "email": f"boos{number}@voorbeeld.nl",
        "once": f"O-storm-{number}",
    }


def test_a_storm_of_reports_stops_nobody_else(browser, make, desk, writing, database, listen):
    post = make.post(make.member("Ans"), "Hier gaat het om")
    angry, address = browser(), f"/melding?over={post.reference}"
    codes = [angry.post(address, said(number)).status_code for number in range(200)]
    assert codes.count(303) == 10
    assert codes.count(429) == 190
    elsewhere = browser().post(address, said(999), environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert elsewhere.status_code == 303
    with writing() as work:
        item = work.exec(select(ReviewItem)).one()
        assert work.exec(select(func.count()).select_from(Notice)).one() == 11
    assert item.households == 2, "one house made the storm"

    statements = []
    listen(database.read, "before_cursor_execute", lambda _c, _k, sql, *_: statements.append(sql))
    desk.get("/controleren")
    statements.clear()
    begin = time.perf_counter()
    page = desk.get("/controleren")
    assert time.perf_counter() - begin < 1
    assert len([sql for sql in statements if not sql.startswith("PRAGMA")]) <= 3
    assert len(soup(page).select("tbody tr")) == 1
    assert "2 huishoudens melden dit" in words(page)
