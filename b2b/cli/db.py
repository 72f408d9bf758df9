"""`b2b db`: bring the database to the newest schema, and say where it stands."""

from pathlib import Path
from typing import Any

import click
from sqlalchemy import inspect, text

from b2b.config import ROOT
from b2b.core.engines import Database
from b2b.core.reach import EVERYWHERE, extend

MIGRATIONS = ROOT / "migrations"


def newest() -> str:
    """Return the newest revision, read from the file names: importing Alembic costs a third of a second."""
    return max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def current(database: Database) -> str | None:
    """Return the revision of `database`, or None when it is empty."""
    with database.read.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(database: Database, revision: str = "head") -> None:
    """Run the migrations up to `revision`, all in one transaction: the old schema or the new one."""
    from alembic import command

    with database.write.begin() as connection:
        if database.dialect == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(62736)"))
        extend(connection, EVERYWHERE)
        command.upgrade(config(connection), revision)


def bring_up(installation: Any) -> None:
    """Bring an installation to the newest schema, and seal what a migration could not."""
    from b2b.cli.keys import seal_what_is_open

    upgrade(installation.database)
    seal_what_is_open(installation)


def downgrade(database: Database, revision: str) -> None:
    """Go back to `revision` ("base" empties the schema)."""
    from alembic import command

    with database.write.begin() as connection:
        extend(connection, EVERYWHERE)
        command.downgrade(config(connection), revision)


def config(connection: Any) -> Any:
    """Return Alembic's configuration bound to an open connection."""
    from alembic.config import Config

    settings = Config(toml_file=str(Path(ROOT) / "pyproject.toml"))
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


@click.group()
def db() -> None:
    """The database schema."""


@db.command("upgrade")
@click.pass_obj
def upgrade_command(installation: Any) -> None:
    """Bring the schema to the newest revision."""
    bring_up(installation)
    click.echo(f"Het schema staat op {current(installation.database)}.")


@db.command("current")
@click.pass_obj
def current_command(installation: Any) -> None:
    """Say which revision the database has and which one is newest."""
    click.echo(f"{current(installation.database) or 'leeg'} (nieuwste: {newest()})")
