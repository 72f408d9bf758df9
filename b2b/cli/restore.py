"""`b2b restore`: put a sealed copy in an empty database, or change nothing at all."""

import os
from pathlib import Path
from typing import IO

import click
from sqlalchemy import text
from sqlalchemy.engine import make_url

from b2b.cli import db
from b2b.cli.backup import said
from b2b.cli.erasures import erase_again, told
from b2b.cli.installation import Installation
from b2b.core import backups
from b2b.core.backups.sealing import NEWER

NOT_EMPTY = "Deze database is niet leeg. Zet een kopie terug in een lege database: dan kan er niets kwijtraken."
OTHER_KIND = "Deze reservekopie is van {there}, en B2B_DATABASE_URL noemt {here}. Dat moet hetzelfde zijn."


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--key",
    "key_file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Het bestand met de sleutel.",
)
@click.option(
    "--erasures",
    "ledgers",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Een lijst van accounts die sindsdien zijn verwijderd, naast die van B2B_ERASURES_FILE.",
)
@click.pass_obj
def restore(installation: Installation, file: Path, key_file: Path, ledgers: tuple[Path, ...]) -> None:
    """Zet een reservekopie terug in een lege database. Iedereen logt daarna opnieuw in.

    Wie sindsdien is verwijderd, wordt weer verwijderd.
    """
    os.umask(0o077)
    lines = [line for ledger in ledgers for line in ledger.read_text(encoding="utf-8").splitlines()]
    try:
        label = put_back(installation, file, key_file.read_text(encoding="utf-8"))
    except (backups.BadBackup, FileNotFoundError) as problem:
        raise click.ClickException(said(problem)) from None
    click.echo(f"De kopie van {label.made_at} is teruggezet. Het schema staat op {db.newest()}.")
    _need_keys(installation)
    click.echo(told(erase_again(installation, lines)))


def put_back(installation: Installation, file: Path, key: str) -> backups.Label:
    """Fill the empty database of `installation` from `file`; raises BadBackup, and then nothing has changed."""
    folder = installation.settings.folder
    folder.mkdir(parents=True, exist_ok=True)
    with backups.opened(file, key, folder) as (label, plain):
        here = make_url(installation.settings.database_url).get_backend_name()
        if label.kind != here:
            raise backups.BadBackup(OTHER_KIND.format(there=label.kind, here=here))
        if label.revision > db.newest():
            raise backups.BadBackup(NEWER)
        (_into_sqlite if here == "sqlite" else _into_postgres)(installation, plain, label.revision)
    db.bring_up(installation)
    _sign_everybody_out(installation)
    return label


def _need_keys(installation: Installation) -> None:
    """Stop when the secret of now does not open what the copy holds: then nobody can be found to be erased again."""
    from b2b.cli.preparing import check_keys
    from b2b.core.crypto import WrongKey

    try:
        check_keys(installation)
    except WrongKey as problem:
        raise click.ClickException(f"{problem} Doe daarna `b2b erasures replay`, voordat de site start.") from None


def _into_sqlite(installation: Installation, plain: IO[bytes], revision: str) -> None:
    from b2b.core.backups import sqlite

    path = Path(make_url(installation.settings.database_url).database or "")
    if sqlite.revision_of(path) is not None:
        raise backups.BadBackup(NOT_EMPTY)
    sqlite.put_back(plain, path, revision)


def _into_postgres(installation: Installation, plain: IO[bytes], revision: str) -> None:
    """Make the schema as it was, and fill it: one transaction, so that a failure leaves the database empty."""
    from alembic import command

    from b2b.core.backups import postgres
    from b2b.core.reach import EVERYWHERE, extend

    with installation.database.write.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(62736)"))
        if not postgres.is_empty(connection):
            raise backups.BadBackup(NOT_EMPTY)
        extend(connection, EVERYWHERE)
        command.upgrade(db.config(connection), revision)
        postgres.put_back(connection, plain)


def _sign_everybody_out(installation: Installation) -> None:
    """End what a copy brings back to life: a device that was lost, or thrown out, since it was made."""
    from b2b.accounts.service.sessions import end_everywhere

    with installation.writing() as work:
        end_everywhere(work)
