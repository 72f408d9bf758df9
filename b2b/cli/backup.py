"""`b2b backup`: a sealed copy of everything in the database, while the site goes on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from b2b.cli import db
from b2b.cli.installation import Installation
from b2b.core import backups
from b2b.core.clock import system_clock
from b2b.core.engines import Database

NO_RECIPIENT = (
    "Waarmee moet de kopie op slot? Maak één keer een sleutel met `b2b keys backup BESTAND`, bewaar dat bestand ergens "
    "anders, en zet B2B_BACKUP_TO. Of geef --to."
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "public_key", metavar="AGE1…", help="Een andere sleutel dan B2B_BACKUP_TO.")
@click.pass_obj
def backup(installation: Installation, file: Path, public_key: str | None) -> None:
    """Maak een reservekopie van de database in FILE, op slot. De site werkt gewoon door."""
    recipient = public_key or installation.settings.backup_to
    if not recipient:
        raise click.UsageError(NO_RECIPIENT)
    os.umask(0o077)  # what we make is for us only: people's data is in it
    try:
        size = write(installation.database, file, recipient)
    except (backups.BadBackup, FileExistsError, FileNotFoundError) as problem:
        raise click.ClickException(said(problem)) from None
    click.echo(f"De reservekopie staat in {file} ({size / 1e6:.1f} MB).")


def write(database: Database, file: Path, public_key: str) -> int:
    """Write a copy of `database` to `file`, sealed; return its size in bytes. Raises BadBackup or OSError."""
    with _pieces(database) as (revision, pieces):
        label = backups.Label(database.dialect, revision, system_clock().isoformat(timespec="seconds"))
        return backups.seal(file, label, pieces, public_key)


def said(problem: Exception) -> str:
    """Return what went wrong as a sentence."""
    if isinstance(problem, FileExistsError):
        return f"{problem.filename2 or problem.filename} bestaat al. Wij schrijven niet over een kopie heen."
    if isinstance(problem, FileNotFoundError):
        return f"{problem.filename} is er niet."
    return str(problem)


@contextmanager
def _pieces(database: Database) -> Iterator[tuple[str, Iterator[bytes]]]:
    from b2b.core.backups import postgres, sqlite
    from b2b.core.reach import EVERYWHERE, extend

    revision = db.current(database)
    if revision is None:
        raise backups.BadBackup("Deze database is leeg. Er is niets om te bewaren.")
    if database.dialect == "sqlite":
        yield revision, sqlite.pieces(Path(database.write.url.database or ""))
        return
    with database.write.connect().execution_options(**postgres.SNAPSHOT) as connection:
        extend(connection, EVERYWHERE)
        yield revision, postgres.pieces(connection)
