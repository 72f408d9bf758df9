"""`b2b keys`: change the secret while the site runs, and make a key for backups."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation

if TYPE_CHECKING:
    from b2b.core.resealing import Drawer

DONE = (
    "Alles zit op slot met het nieuwe geheim. Haal B2B_SECRET_KEY_FALLBACKS nu weg, zet B2B_LOOKUP_KEY op wat "
    "`b2b keys lookup` zegt, en start de site opnieuw."
)


@click.group()
def keys() -> None:
    """Sleutels: het geheim veranderen, en een sleutel voor reservekopieën."""


@keys.command()
@click.pass_obj
def check(installation: Installation) -> None:
    """Zeg of de sleutels passen bij deze database, en hoeveel er nog met een oud geheim op slot zit."""
    from b2b.accounts.queries import check_keys

    with installation.reading() as work:
        check_keys(work)
    old = _left(installation)
    for drawer, count in old.items():
        click.echo(f"{drawer}: {count} met een oud geheim")
    click.echo("De sleutels passen." if old else "De sleutels passen. Alles zit op slot met het nieuwste geheim.")


@keys.command()
@click.pass_obj
def lookup(installation: Installation) -> None:
    """Toon B2B_LOOKUP_KEY: waarmee adressen te vinden zijn. Die blijft als het geheim verandert."""
    from b2b.core.crypto import Keyring

    click.echo(Keyring.of(installation.settings).lookup)


@keys.command()
@click.pass_obj
def rotate(installation: Installation) -> None:
    """Doe alles op slot met het nieuwste geheim, een paar rijen tegelijk. De site werkt gewoon door."""
    from b2b.core.resealing import reseal
    from b2b.jobs import letters

    for drawer in _drawers():
        if done := reseal(installation.writing, drawer):
            click.echo(f"{drawer}: {done}")
    with installation.writing() as work:
        letters.reseal(work)
    if old := _left(installation):
        raise click.ClickException(
            f"Er zit nog {sum(old.values())} met een oud geheim op slot. Draait er nog een proces met de oude "
            "instellingen? Start dat opnieuw, en doe dit dan nog eens."
        )
    click.echo(DONE)


@keys.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup_command(file: Path) -> None:
    """Maak een sleutel voor reservekopieën in FILE. Wie dat bestand heeft, kan elke kopie lezen."""
    from b2b.core import backups

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


def _left(installation: Installation) -> "dict[Drawer, int]":
    from b2b.core.resealing import left

    with installation.reading() as work:
        counted = {drawer: left(work, drawer) for drawer in _drawers()}
    return {drawer: count for drawer, count in counted.items() if count}


def seal_what_is_open(installation: Installation) -> None:
    """Close what a migration made sealed without having a key. Call it after each one."""
    from b2b.core.resealing import reseal

    for drawer in _drawers():
        reseal(installation.writing, drawer, unsealed_only=True)


def _drawers() -> "list[Drawer]":
    import b2b.tables  # noqa: F401 - so that no sealed column is forgotten
    from b2b.core.resealing import drawers

    return drawers()
