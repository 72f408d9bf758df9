"""`b2b signposts`: take over a municipality's directory of local help from a file."""

from pathlib import Path

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id


@click.group()
def signposts() -> None:
    """De wegwijzers: waar bewoners ook terechtkunnen."""


@signposts.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Zeg alleen wat er zou veranderen.")
@for_municipality
@click.pass_obj
def import_command(installation: Installation, file: Path, dry_run: bool, municipality: str | None) -> None:
    """Neem een CSV-bestand over; met een fout erin verandert er niets."""
    from b2b.signposts import service
    from b2b.signposts.rules import BrokenFile, read_file

    try:
        found = read_file(file.read_text("utf-8"))
    except UnicodeDecodeError as broken:
        raise BrokenFile(1, "bewaar het bestand als UTF-8.") from broken
    with installation.reading() if dry_run else installation.writing() as work:
        taken = service.take_over(work, town_id(work, municipality), found, dry=dry_run)
    would = "Zou worden" if dry_run else "Gedaan"
    click.echo(f"{would}: {taken.added} nieuw, {taken.changed} veranderd, {taken.same} gelijk gebleven.")
