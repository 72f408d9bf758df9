"""`b2b places`: bring in the built-in places, or an official file of CBS or PDOK."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation
from b2b.municipalities import service
from b2b.municipalities.rules import ChangeKind, Level, area_code

if TYPE_CHECKING:
    from b2b.municipalities.importer import Outcome

HEADINGS = {
    ChangeKind.ADDED: "Nieuw",
    ChangeKind.RENAMED: "Andere naam",
    ChangeKind.RECODED: "Andere code, zelfde gebied",
    ChangeKind.RESHAPED: "Andere grens",
    ChangeKind.SPLIT: "Gesplitst",
    ChangeKind.MERGED: "Opgegaan in een andere buurt",
    ChangeKind.GONE: "Verdwenen",
}


@click.group()
def places() -> None:
    """De gemeenten, wijken en buurten."""


@places.command()
@click.pass_obj
def seed(installation: Installation) -> None:
    """Zet de ingebouwde gemeenten in de database, als ze er nog niet zijn."""
    with installation.writing() as work:
        added = service.seed_places(work)
    click.echo(f"Toegevoegd: {', '.join(added)}." if added else "Alle ingebouwde gemeenten waren er al.")


def _municipality(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    code = area_code(Level.MUNICIPALITY, value)
    if code is None:
        raise click.BadParameter("schrijf de code van de gemeente als GM0344.")
    return code


def _pairs(_ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in values:
        old, new = (area_code(Level.NEIGHBOURHOOD, part) for part in (*value.split("=", 1), "")[:2])
        if old is None or new is None:
            raise click.BadParameter("schrijf oud=nieuw met codes van buurten, zoals BU03440111=BU03440115.")
        if found.setdefault(old, new) != new:
            raise click.BadParameter(f"{old} staat er twee keer in.")
    return found


@places.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", metavar="GM0344", callback=_municipality, help="Alleen deze gemeente.")
@click.option(
    "--year", type=click.IntRange(2000, 2049), help="Het jaar van de indeling, als het bestand dat niet zegt."
)
@click.option(
    "--map", "mapped", metavar="OUD=NIEUW", multiple=True, callback=_pairs, help="Welke buurt na welke komt."
)
@click.option("--dry-run", is_flag=True, help="Laat zien wat er verandert en verander niets.")
@click.pass_obj
def import_command(
    installation: Installation,
    file: Path,
    municipality: str | None,
    year: int | None,
    mapped: dict[str, str],
    dry_run: bool,
) -> None:
    """Lees een bestand van CBS of PDOK: zip, GeoPackage, GeoJSON of CSV. Alles lukt, of er verandert niets."""
    from b2b.municipalities.importer import import_places, read_places
    from b2b.posts.queries.places import any_alive_in

    with installation.reading() as work:
        delivery = read_places(work, file, municipality=municipality, year=year)
    with installation.reading() if dry_run else installation.writing() as work:
        outcomes = import_places(work, delivery, in_use=any_alive_in, mapped=mapped, dry_run=dry_run)
    for outcome in outcomes:
        _tell(outcome)
    if dry_run:
        click.echo("Proef: er is niets veranderd.")


def _tell(outcome: "Outcome") -> None:
    click.echo(
        f"{outcome.name} ({outcome.code}), indeling van {outcome.vintage}{', nieuw' if outcome.is_new else ''}"
    )
    click.echo(
        f"  {outcome.districts} wijken, {outcome.neighbourhoods} buurten, {outcome.postcodes} postcodes in het bestand"
    )
    for kind, heading in HEADINGS.items():
        lines = [line for line in outcome.lines if line.kind is kind]
        if lines:
            click.echo(f"  {heading}: {len(lines)}")
        for line in lines:
            old = f"{line.old} {outcome.old_names[line.old]}" if line.old else ""
            new = ", ".join(f"{code} {outcome.new_names[code]}" for code in line.new)
            click.echo(f"    {' -> '.join(filter(None, (old, new)))}")
    if outcome.changed is False:
        click.echo("  Alles stond er al zo in.")
