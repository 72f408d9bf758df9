"""Which municipality a command is about: the one that is asked for, else the default one."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from b2b.core.db import Work
    from b2b.municipalities.queries import Places

for_municipality = click.option("--municipality", metavar="GM…", help="Een andere gemeente dan de standaardgemeente.")


def town_id(work: "Work", code: str | None) -> int:
    """Return the key of the municipality with this code, or of the default one."""
    from b2b.municipalities import queries

    town = queries.municipality_by_code(work, code) if code else queries.municipality_for_host(work, "")
    if town is None or town.id is None:
        raise click.BadParameter(f"er is geen gemeente {code or ''}".rstrip() + ".")
    return town.id


def places_of(work: "Work", code: str | None) -> "Places":
    """Return the places of the municipality with this code, or of the default one."""
    from b2b.municipalities.queries import places

    return places(work, town_id(work, code))
