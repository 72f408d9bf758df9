"""`b2b demo`: fill a database with the made-up people, or leave it as it is."""

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from b2b.core.db import Work


def seed(work: "Work") -> bool:
    """Fill the demo in this unit of work; False when it was filled before."""
    from b2b.demo.seeding import seed as play

    return play(work)


@click.group()
def demo() -> None:
    """Bedachte bewoners en hun berichten, om rond te kijken."""


@demo.command("seed")
@click.pass_obj
def seed_command(installation: Any) -> None:
    """Vul de database met de demo; een tweede keer verandert er niets."""
    if not installation.settings.demo:
        raise click.UsageError("Dit is geen demo. Zet B2B_DEMO=1 als je bedachte bewoners wilt.")
    with installation.writing() as work:
        filled = seed(work)
    click.echo("De demo is gevuld met bewoners en berichten." if filled else "De demo was al gevuld.")
