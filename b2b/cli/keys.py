"""`b2b keys`: make a key for backups."""

import os
from pathlib import Path

import click

from b2b.core import backups


@click.group()
def keys() -> None:
    """Sleutels."""


@keys.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup_command(file: Path) -> None:
    """Maak een sleutel voor reservekopieën in FILE. Wie dat bestand heeft, kan elke kopie lezen."""
    key = backups.new_key()
    public = backups.public_half(key)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(f"{file} bestaat al.") from None
    with os.fdopen(handle, "w", encoding="ascii") as written:
        written.write(f"# {public}\n{key}\n")
    click.echo(f"B2B_BACKUP_TO={public}")
    click.echo(
        f"De sleutel staat in {file}. Bewaar hem ergens anders dan de site en haar kopieën, en niet alleen daar."
    )
