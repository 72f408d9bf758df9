"""A town with many posts, made straight in the tables: seeded, the same every time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import insert, text
from sqlmodel import select

from b2b.accounts.models import Member
from b2b.accounts.service import sessions
from b2b.cli.db import upgrade
from b2b.core.crypto import keyring
from b2b.core.db import unit_of_work
from b2b.core.engines import Database
from b2b.core.ids import ALPHABET, new_reference
from b2b.municipalities.models import Municipality, Neighbourhood
from b2b.municipalities.service import open_up, seed_places
from b2b.posts.models import Post
from b2b.posts.rules import PostKind, PostState

CATEGORIES = ["boodschappen", "klussen", "tuin", "vervoer", "gezelschap", "digihulp", "papieren", "taal"]
WORDS = (
    *("wie", "kan", "mij", "helpen", "met", "de", "boodschappen", "ik", "loop", "slecht", "en", "de"),
    *("tas", "is", "te", "zwaar", "elke", "donderdag", "graag"),
)
CHUNK = 10_000
PEOPLE = 500
OPEN_SHARE = 0.4


@dataclass(frozen=True)
class Town:
    """What the scenarios need to know: who is signed in, which pages there are."""

    cookies: list[str]
    slugs: list[str]
    references: list[str]
    posts: int


def furnish(database: Database, posts: int, app: Any) -> Town:
    """Fill an empty database with the places, PEOPLE people and `posts` posts; return the town."""
    upgrade(database)
    with unit_of_work(database.write) as work:
        seed_places(work)
        utrecht = work.exec(select(Municipality).where(Municipality.is_default)).one()
        open_up(work, utrecht.id or 0)
        hoods = list(work.exec(select(Neighbourhood).where(Neighbourhood.municipality_id == utrecht.id)))
    people = _people(database, hoods)
    now = datetime.now(UTC)
    chance = random.Random(1)
    rows = (_post(number, chance, hoods, people, now) for number in range(1, posts + 1))
    for chunk in _chunks(rows):
        with unit_of_work(database.write) as work:
            work.connection().execute(insert(Post), chunk)
    with database.write.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return Town(_cookies(database, people, app), [h.slug for h in hoods], _references(database), posts)


def _people(database: Database, hoods: list[Neighbourhood]) -> list[Member]:
    now = datetime.now(UTC)
    people = [
        Member(
            reference=new_reference("B"),
            municipality_id=hoods[0].municipality_id,
            neighbourhood_id=hoods[n % len(hoods)].id or 0,
            first_name=f"Buur{n}",
            email=f"buur{n}@voorbeeld.nl",
            email_key=keyring().fingerprint("email", f"buur{n}@voorbeeld.nl"),
            sixteen_confirmed_at=now,
            trusted_at=now,
            created_at=now,
        )
        for n in range(PEOPLE)
    ]
    with unit_of_work(database.write) as work:
        work.add_all(people)
        work.flush()  # their keys are wanted below
    return people


def reference_of(number: int) -> str:
    """Return the reference of a post: as one drawn by chance, but of a million of those two are the same."""
    mixed = number * 0x9E3779B97F4A7C15 % 2**40
    body = "".join(ALPHABET[mixed >> 5 * place & 31] for place in range(8))
    return f"V-{body[:4]}-{body[4:]}"


def _post(
    number: int, chance: random.Random, hoods: list[Neighbourhood], people: list[Member], now: datetime
) -> dict[str, Any]:
    hood, author = chance.choice(hoods), chance.choice(people)
    at = now - timedelta(seconds=chance.uniform(0, 50 * 86_400))
    state = PostState.OPEN if chance.random() < OPEN_SHARE else PostState.FULFILLED
    return {
        "reference": reference_of(number),
        "municipality_id": hood.municipality_id,
        "neighbourhood_id": hood.id,
        "author_id": author.id,
        "kind": chance.choice(list(PostKind)),
        "category": chance.choice(CATEGORIES),
        "title": " ".join(chance.choices(WORDS, k=6)).capitalize() + "?",
        "body": " ".join(chance.choices(WORDS, k=30)).capitalize() + ".",
        "when_words": "donderdag",
        "where_words": "",
        "for_somebody_else": False,
        "state": state,
        "version": 1,
        "created_at": at,
        "updated_at": at,
        "published_at": at,
        "expires_at": at + timedelta(days=60),
    }


def _chunks(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _cookies(database: Database, people: list[Member], app: Any) -> list[str]:
    """Sign everybody in, and write the cookie that their browser would send."""
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    cookies = []
    with unit_of_work(database.write) as work:
        for person in people:
            token = sessions.open_session(work, person, "bench")
            value = signer.dumps({"_user_id": token, "_fresh": True, "_permanent": True, "csrf_token": "0" * 40})
            cookies.append(f"{app.config['SESSION_COOKIE_NAME']}={value}")
    return cookies


def _references(database: Database) -> list[str]:
    with unit_of_work(database.read) as work:
        return list(work.exec(select(Post.reference).where(Post.state == PostState.OPEN).limit(2000)))
