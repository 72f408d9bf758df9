"""Fill a database with a city: people, what they asked in a year and what came of it, and what moderators had to do."""

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from b2b.core.db import Work
from b2b.core.engines import Database
from b2b.core.ids import new_reference
from b2b.demo.year import DAYS, write, write_year
from b2b.demo.year_rows import Size, Year
from b2b.municipalities.queries import Places
from bench.city.judged import write_judged

ASKED_PER_PERSON = 2.6
"""Requests in a year for each of who takes part, when all is as in the demo."""
HANDED_OVER = 0.05
"""The part of the people who ask the municipality something in a year."""

CASES = 0.03
"""Cases for moderators in a year, for each of who takes part."""


def size_of(people: int) -> Size:
    """Return how much happens in a year when so many take part: growing, as in the demo."""
    a_day = people * ASKED_PER_PERSON / DAYS
    return Size(people, a_day * 0.63, a_day * 0.74, max(2, people * 3 // 10))


def fill(work: Work, here: Places, people: int) -> int:
    """Write the year before `work.now()` of one municipality; return how many requests it had."""
    year = Year(here, work.now(), size_of(people))
    asked = write_year(work, year)
    who = text("SELECT id, neighbourhood_id FROM members WHERE municipality_id = :here ORDER BY id")
    members = [row._asdict() for row in work.execute(who, {"here": here.municipality_id})]
    write(work, "handoffs", [_handoff(year, members) for _ in range(int(people * HANDED_OVER))])
    write_judged(work, year, members, int(people * CASES))
    return asked


def _handoff(year: Year, members: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a question to the municipality that was brought to an end."""
    asker, at = year.dice.choice(members), year.moment(year.dice.randrange(10, DAYS))
    return {
        "reference": new_reference("H"),
        "municipality_id": year.here.municipality_id,
        "neighbourhood_id": asker["neighbourhood_id"],
        "member_id": asker["id"],
        "once": new_reference("O"),
        "contact_way": "email",
        "consented_at": at,
        "consent_hash": "",
        "state": "done",
        "helped": year.dice.choice(("yes", "partly", "no", None)),
        "created_at": at,
        "closed_at": at + timedelta(days=year.dice.uniform(1, 9)),
    }


def analyse(database: Database) -> None:
    """Let the database look at what it holds, as it does by itself after a while."""
    with database.write.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
