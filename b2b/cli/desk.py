"""`b2b desk`: which municipalities share one desk. Each yes is a command of its own: nobody answers for another."""

from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id

if TYPE_CHECKING:
    from b2b.handoff.queries import Neighbour

with_whom = click.option("--with", "other", required=True, metavar="GM…", help="De andere gemeente.")


@click.group()
def desk() -> None:
    """Het loket van de buurtregisseur, gedeeld door gemeenten."""


@desk.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon met wie een gemeente haar loket deelt, en wie dat wil."""
    from b2b.handoff.queries import neighbours

    with installation.reading() as work:
        for other in neighbours(work, town_id(work, municipality)):
            click.echo(f"{other.name}: {_standing(other)}")


@desk.command("agree")
@for_municipality
@with_whom
@click.pass_obj
def agree_command(installation: Installation, municipality: str | None, other: str) -> None:
    """Zeg ja namens 1 gemeente. Delen begint pas als ook de andere ja zei: draai het dan andersom nog een keer."""
    from b2b.handoff import queries, service

    with installation.writing() as work:
        town, there = town_id(work, municipality), town_id(work, other)
        service.agree_to_share(work, town, there)
        found = next(one for one in queries.neighbours(work, town) if one.municipality_id == there)
    click.echo(f"{found.name}: {_standing(found)}")


@desk.command("end")
@for_municipality
@with_whom
@click.pass_obj
def end_command(installation: Installation, municipality: str | None, other: str) -> None:
    """Stop met delen, voor allebei. Wat de ander had, gaat terug naar de eigen lijst."""
    from b2b.handoff import service

    with installation.writing() as work:
        back = service.end_sharing(work, town_id(work, municipality), town_id(work, other))
    click.echo(f"Gestopt. Vragen die terug zijn in de eigen lijst: {back}.")


def _standing(other: "Neighbour") -> str:
    if other.since:
        return "één loket"
    return "wacht op hun ja" if other.ours else "wacht op jullie ja" if other.theirs else "niet gedeeld"
