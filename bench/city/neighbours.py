"""Who lives in the wijk of the play."""

from dataclasses import dataclass
from random import Random

from b2b.accounts.queries import email_key
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.demo.year import NAMES, write
from b2b.municipalities.queries import Places

OFFERS = 0.3
"""The part of the neighbours who offer help."""


@dataclass(frozen=True)
class Neighbour:
    """Somebody who lives in the wijk for certain, and whether they offer help."""

    id: int
    municipality_id: int
    hood: int
    offers: bool


def move_in(work: Work, here: Places, wijk: str, many: int, dice: Random) -> list[Neighbour]:
    """Let so many people live in a wijk; return them."""
    quarter = next(one for one in here.quarters if one.slug == wijk)
    now, rows = work.now(), []
    for number in range(many):
        email = f"wijk-{number}@voorbeeld.nl"
        rows.append(
            {
                "reference": new_reference("B"),
                "municipality_id": here.municipality_id,
                "neighbourhood_id": dice.choice(quarter.hoods).id,
                "first_name": NAMES[number % len(NAMES)],
                "email": email,
                "email_key": email_key(email),
                "language": "nl",
                "state": "active",
                "sixteen_confirmed_at": now,
                "trusted_at": now,
                "proven_at": now,
                "totp_tries": 0,
                "created_at": now,
            }
        )
    keys = write(work, "members", rows)
    return [
        Neighbour(key, here.municipality_id, row["neighbourhood_id"], dice.random() < OFFERS)
        for key, row in zip(keys, rows, strict=True)
    ]
