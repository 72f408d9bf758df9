"""A year before the demo begins: neighbours who asked, answered and helped, so that there is something to count.

The rows are written at once and not played: a thousand requests through the services would take a minute. They are
what is left of help that is long over: closed, nobody waits for anything, no mail goes out. Their words went already,
as they do ninety days after a request closed. Retention takes the rest in time.

The numbers come from one seed, so that every demo of a day tells the same. In Overvecht a pilot began four months ago:
since then more requests are answered there. A whole city is lived through in the same way: see `bench/city`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Table, insert
from sqlmodel import SQLModel

from b2b.accounts.queries import email_key
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.demo import year_rows as past
from b2b.demo.people import NEIGHBOURS
from b2b.demo.stage import Stage
from b2b.demo.year_rows import Year
from b2b.promise.rules.ladder import Term, planned

DAYS = 395
"""Thirteen months: the same month of last year is there to compare with."""
QUIET_DAYS = 9
"""The last days belong to those who play the demo."""
# One name a line would be a page of names.
# fmt: off
NAMES = (
    "Ahmed", "Anna", "Anouk", "Bart", "Bas", "Bilal", "Carla", "Chantal", "Daan", "Dewi", "Dina",
    "Dirk", "Eline", "Els", "Emre", "Esra", "Eva", "Farid", "Femke", "Floor", "Frank", "Gerda", "Gijs",
    "Greet", "Hanna", "Hassan", "Hugo", "Ilse", "Imane", "Iris", "Jan", "Janna", "Jasper", "Joke",
    "Joris", "Karim", "Kees", "Khadija", "Koen", "Latifa", "Leo", "Lies", "Linda", "Maaike", "Malika",
    "Marc", "Maria", "Mees", "Mieke", "Mila", "Mina", "Nadine", "Nick", "Nora", "Omar", "Paula", "Pim",
    "Rachid", "Renate", "Ruud",
)
# fmt: on


def live_through(stage: Stage, municipality: str) -> int:
    """Write the year of one municipality; return how many requests it had."""
    return write_year(stage.work, Year(stage.towns[municipality], stage.now))


def write_year(work: Work, year: Year) -> int:
    """Write the people of a year and all that came of what they asked; return how many requests it had."""
    people = sorted(_people(work, year), key=_joined)
    asked = [request for day in range(DAYS, QUIET_DAYS, -1) for request in _requests(year, day, people)]
    told = [one for one in asked if one.over < year.now - timedelta(days=2)]
    keys = write(work, "posts", [one.post for one in told])
    write(work, "promises", [{**one.promise, "post_id": key} for one, key in zip(told, keys, strict=True)])
    answered = [(one, key) for one, key in zip(told, keys, strict=True) if one.talk]
    talks = write(work, "conversations", [{**one.talk, "post_id": key} for one, key in answered])
    met = [(one, key, talk) for (one, key), talk in zip(answered, talks, strict=True) if one.meeting]
    meetings = write(work, "agreements", [{**o.meeting, "post_id": k, "conversation_id": t} for o, k, t in met])
    ends = [(one, meeting) for (one, _key, _talk), meeting in zip(met, meetings, strict=True)]
    write(work, "outcomes", [{**said, "agreement_id": meeting} for one, meeting in ends for said in one.said])
    moves = [_move(year, "post", key, one.ending, one.over) for one, key in zip(told, keys, strict=True)]
    moves += [_move(year, "post", key, ("match", "open", "matched"), one.agreed) for one, key, _talk in met]
    moves += [_move(year, "agreement", key, ("accept", "proposed", "agreed"), one.agreed) for one, key in ends]
    write(work, "moves", moves)
    return len(told)


@dataclass
class Request:
    """One request with all that came of it."""

    post: dict[str, Any]
    promise: dict[str, Any]
    over: datetime
    ending: tuple[str, str, str]
    talk: dict[str, Any] = field(default_factory=dict)
    meeting: dict[str, Any] = field(default_factory=dict)
    agreed: datetime | None = None
    said: list[dict[str, Any]] = field(default_factory=list)


def _people(work: Work, year: Year) -> list[dict[str, Any]]:
    """Write neighbours who are counted. Each has an address that nobody can own, so that the desk need not call them."""
    rows, many = [], year.size.people
    for number in range(many):
        joined, email = year.moment(DAYS + 60 - number * (DAYS + 20) // many), f"buur-{number}{NEIGHBOURS}"
        rows.append(
            {
                "reference": new_reference("B"),
                "municipality_id": year.here.municipality_id,
                "neighbourhood_id": year.hood(),
                "first_name": NAMES[number % len(NAMES)],
                "email": email,
                "email_key": email_key(email),
                "language": "nl",
                "state": "active",
                "sixteen_confirmed_at": joined,
                "trusted_at": joined,
                "totp_tries": 0,
                "created_at": joined,
            }
        )
    keys = write(work, "members", rows)
    return [{**row, "id": key} for row, key in zip(rows, keys, strict=True)]


def _joined(person: dict[str, Any]) -> datetime:
    return person["created_at"]


def _requests(year: Year, day: int, people: list[dict[str, Any]]) -> Iterator[Request]:
    """Make the requests of one day: more as time goes by, fewer in summer."""
    begun = (DAYS - day) / DAYS
    summer = local(year.now - timedelta(days=day)).month in (7, 8)
    many = (year.size.asked + year.size.grown * begun) * (0.7 if summer else 1.0)
    for _ in range(int(many + year.dice.random())):
        yield _request(year, day, people, begun)


def _request(year: Year, day: int, people: list[dict[str, Any]], begun: float) -> Request:
    """Make one request, and what came of it."""
    dice, at = year.dice, year.moment(day)
    there = bisect_left(people, at, key=_joined)
    asker = people[dice.randrange(there)]
    better = 0.25 if year.in_pilot(asker["neighbourhood_id"], at) else 0.0
    due = planned(Term(), at)[-1]
    found = Request(past.post(year, asker, at), past.promise(year, at, due), at, ("expire", "open", "expired"))
    if dice.random() > 0.64 + 0.1 * begun + better:
        _nobody(year, found, at, due)
    else:
        answered = at + timedelta(hours=dice.lognormvariate(2.6, 0.8))
        helper = _other_than(asker, people, dice, range(max(0, there - year.size.helping), there))
        found.promise["stopped_at"] = answered
        found.talk = past.talk(year, asker, helper, answered)
        found.over = answered + timedelta(days=14)
        if dice.random() < 0.86:
            _meet(year, found, asker, helper, answered + timedelta(hours=dice.uniform(1, 30)))
    found.post.update(state=found.ending[2], closed_at=found.over, updated_at=found.over)
    if found.talk:
        found.talk["closes_at"] = found.over
    return found


def _other_than(asker: dict[str, Any], people: list[dict[str, Any]], dice: Random, among: range) -> dict[str, Any]:
    """Return somebody of `among`, at least two, who is not the asker."""
    while (helper := people[dice.choice(among)]) is asker:
        pass
    return helper


def _nobody(year: Year, found: Request, at: datetime, due: datetime) -> None:
    """Nobody came: it was taken back, or closed by itself in the end."""
    if year.dice.random() < 0.25:
        found.ending = ("withdraw", "open", "withdrawn")
        found.over = at + timedelta(days=year.dice.uniform(3, 20))
    else:
        found.over = at + timedelta(days=year.dice.uniform(20, 60))
    found.promise["stopped_at"] = max(due, found.over)


def _meet(year: Year, found: Request, asker: dict[str, Any], helper: dict[str, Any], agreed: datetime) -> None:
    """They agreed on a moment, and most of them say how it went."""
    dice = year.dice
    starts = agreed + timedelta(days=dice.uniform(0.5, 5))
    came = dice.choices(("done", "missed", "untold"), (86, 5, 9))[0]
    found.agreed, found.over = agreed, starts + timedelta(days=2)
    found.ending = ("fulfil", "matched", "fulfilled")
    reference = new_reference("A")
    found.meeting = {
        "reference": reference,
        "series": reference,
        **past.here(year, asker),
        "asker_id": asker["id"],
        "helper_id": helper["id"],
        "proposed_by_id": helper["id"],
        "starts_at": starts,
        "place": "",
        "state": came,
        "sequence": 1,
        "created_at": agreed - timedelta(hours=1),
        "asked_back_at": starts + timedelta(hours=3),
    }
    if came == "missed":
        found.said = [past.said(year, asker, starts, "nobody_came")]
    elif came == "done":
        helped = dice.choices(("yes", "partly", "no"), (82, 14, 4))[0]
        otherwise = dice.choices(("municipality", "family", "nobody"), (3, 4, 4))[0]
        found.said = [past.said(year, asker, starts, "yes", helped, otherwise if dice.random() < 0.6 else None)]
        if dice.random() < 0.5:
            found.said.append(past.said(year, helper, starts, "yes", "yes"))


def _move(year: Year, thing: str, key: int, step: tuple[str, str, str], at: datetime | None) -> dict[str, Any]:
    action, before, after = step
    return {
        "municipality_id": year.here.municipality_id,
        "thing": thing,
        "thing_id": key,
        "action": action,
        "before": before,
        "after": after,
        "at": at,
    }


def write(work: Work, name: str, rows: list[dict[str, Any]]) -> list[int]:
    """Write rows of one table at once; return their keys, in the same order."""
    table: Table = SQLModel.metadata.tables[name]
    done = work.execute(insert(table).returning(table.c.id, sort_by_parameter_order=True), rows)
    return list(done.scalars())
