"""`b2b golive`: what a municipality does before residents come in, and the switch itself."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id

if TYPE_CHECKING:
    from b2b.consent.rules import Line


@click.group()
def golive() -> None:
    """De lijst voor de opening van een gemeente."""


@golive.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon wat klaar is en wat nog niet."""
    from b2b.consent import queries
    from b2b.municipalities.queries import is_open

    with installation.reading() as work:
        town = town_id(work, municipality)
        for line in queries.lines(work, town):
            click.echo(_line(line))
        click.echo("De gemeente is open." if is_open(work, town) else "De gemeente is nog niet open.")


@golive.command("sign")
@click.argument("item")
@click.option("--by", "who", required=True, metavar="NAAM", help="Wie tekent: een naam of een functie.")
@click.option("--on", "day", required=True, type=click.DateTime(formats=["%Y-%m-%d", "%d-%m-%Y"]), help="De dag.")
@click.option("--note", default="", help="Wat erbij hoort, zoals een zaaknummer.")
@for_municipality
@click.pass_obj
def sign_command(
    installation: Installation, item: str, who: str, day: datetime, note: str, municipality: str | None
) -> None:
    """Teken een regel van de lijst."""
    from b2b.consent import service
    from b2b.consent.rules import NOTE_MAX, SIGNED, SIGNED_BY_MAX, Signature
    from b2b.core.text import clean, clean_line

    if item not in SIGNED:
        raise click.BadParameter(f"kies uit: {', '.join(SIGNED)}.")
    signature = Signature(clean_line(who)[:SIGNED_BY_MAX], day.date(), clean(note)[:NOTE_MAX])
    with installation.writing() as work:
        service.tick(work, town_id(work, municipality), item, signature)
    click.echo(f"{item} is getekend.")


@golive.command("open")
@for_municipality
@click.pass_obj
def open_command(installation: Installation, municipality: str | None) -> None:
    """Laat bewoners binnen; dat kan pas als alles klaar is."""
    from b2b.consent import service

    with installation.writing() as work:
        service.open_up(work, town_id(work, municipality))
    click.echo("De gemeente is open.")


@golive.command("close")
@for_municipality
@click.pass_obj
def close_command(installation: Installation, municipality: str | None) -> None:
    """Laat even niemand meer meedoen; wat is afgesproken, gaat door."""
    from b2b.consent import service

    with installation.writing() as work:
        service.close_down(work, town_id(work, municipality))
    click.echo("De gemeente is dicht: niemand kan meedoen of een bericht plaatsen.")


def _line(line: "Line") -> str:
    mark = "x" if line.done else " "
    who = f"  ({line.signature.signed_by}, {line.signature.signed_on})" if line.signature else ""
    return f"[{mark}] {line.item.code}: {line.item.title}{who}"
