"""Before the site opens: the schema, the places, the demo. A second start finds everything done."""

from pathlib import Path

import click
from sqlalchemy import text

from b2b.cli import db
from b2b.cli.installation import Installation


def prepare(installation: Installation) -> None:
    """Bring the database to the newest schema and fill what is empty."""
    migrate(installation)
    check_keys(installation)
    warn_of_mighty_role(installation)
    if is_empty(installation, "municipalities"):
        from b2b.municipalities.service import seed_places

        with installation.writing() as work:
            names = seed_places(work)
        click.echo(f"Wijken en buurten ingelezen: {', '.join(names)}.")
    if installation.settings.demo and is_empty(installation, "members"):
        seed_demo(installation)
    renew_texts(installation)


def renew_texts(installation: Installation) -> None:
    """Keep the texts of this release, so that who accepts one has a version to point at."""
    from b2b.cli.terms import renew

    if new := renew(installation):
        click.echo(f"Nieuwe versies van teksten vastgelegd: {new}.")


def migrate(installation: Installation) -> None:
    """Run the migrations when there are new ones; refuse a database that is ahead of this code."""
    there, newest = db.current(installation.database), db.newest()
    if there == newest:
        return
    if there is not None and there > newest:
        raise click.ClickException(
            f"Deze database is van een nieuwere versie ({there}) dan dit programma ({newest}). "
            "Werk eerst het programma bij."
        )
    db.bring_up(installation)
    click.echo(f"Het schema van de database staat nu op {newest}.")


def check_keys(installation: Installation) -> None:
    """Refuse to start with keys that do not fit what is in the database: people could not even sign in."""
    from b2b.accounts import queries

    with installation.reading() as work:
        queries.check_keys(work)


def warn_of_mighty_role(installation: Installation) -> None:
    """Say it when PostgreSQL's row-level security does not bind the role that we work as."""
    if installation.database.dialect != "postgresql":
        return
    with installation.reading() as work:
        mine = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        if work.connection().execute(text(mine)).scalar_one():
            click.echo(
                "Let op: de site werkt met een rol van PostgreSQL die alles mag. De tweede afscheiding tussen "
                "gemeenten werkt dan niet. Gebruik een gewone rol, zie docs/operations.md.",
                err=True,
            )


def seed_demo(installation: Installation) -> None:
    """Fill the demo with people and stories."""
    from b2b.cli.demo import seed

    with installation.writing() as work:
        seed(work)
    click.echo("De demo is gevuld met bewoners en berichten.")


def is_empty(installation: Installation, table: str) -> bool:
    """Say whether `table` (a name from our own code) has no row."""
    with installation.reading() as work:
        return work.connection().execute(text(f"SELECT 1 FROM {table} LIMIT 1")).first() is None  # noqa: S608


def start_over(installation: Installation, *, sure: bool) -> None:
    """Throw away what the demo made: the SQLite file and the mails; or, when `sure`, the schema of PostgreSQL."""
    settings = installation.settings
    sqlite = settings.database_url.startswith("sqlite")
    if not (settings.demo and sqlite) and not sure:
        raise click.UsageError(
            "--fresh gooit alles weg en is bedoeld voor de demo op SQLite. "
            "Weet je zeker dat alles in deze database weg mag? Geef dan ook --yes."
        )
    if sqlite:
        for path in sqlite_files(settings.database_url):
            path.unlink(missing_ok=True)
    elif db.current(installation.database) is not None:
        db.downgrade(installation.database, "base")
    from b2b.notifications.channels.catcher import Mailbox

    Mailbox(settings.folder / "mail").empty()
    click.echo("Alles is weg. We beginnen opnieuw.")


def sqlite_files(url: str) -> list[Path]:
    """Return the database file and the files that SQLite keeps beside it."""
    path = url.partition(":///")[2].partition("?")[0]
    return [Path(path + ending) for ending in ("", "-wal", "-shm", "-journal")]
