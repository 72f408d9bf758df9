"""`b2b erasures`: which accounts were erased, as marks; and erase them again in a database from before."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation

if TYPE_CHECKING:
    from b2b.privacy.ledger_file import LedgerFile

NO_LEDGER = (
    "Een lijst van verwijderde accounts is niet te lezen. Zoek een hele lijst, en doe dan `b2b erasures replay`."
)


@click.group()
def erasures() -> None:
    """Verwijderde accounts, zonder namen: voor reservekopieën."""


@erasures.command()
@click.pass_obj
def show(installation: Installation) -> None:
    """Schrijf de lijst. Bewaar hem naast je reservekopieën."""
    from b2b.privacy.service import erasures_to_replay

    with installation.writing() as work:
        lines = erasures_to_replay(work)
    click.echo("\n".join(lines))


@erasures.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def replay(installation: Installation, files: tuple[Path, ...]) -> None:
    """Verwijder opnieuw wie al verwijderd was, na het terugzetten van een reservekopie.

    FILES zijn lijsten van `b2b erasures show`. De lijst in B2B_ERASURES_FILE (anders naast de database) telt altijd mee.
    """
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    click.echo(told(erase_again(installation, lines)))


def erase_again(installation: Installation, lines: list[str]) -> int:
    """Erase again whom `lines` and the ledger of the installation name; return how many accounts that are."""
    from b2b.privacy.service import erase_part, replay_erasures

    try:
        with installation.writing() as work:
            found = replay_erasures(work, [*_beside(installation).read(), *lines])
    except ValueError:
        raise click.ClickException(NO_LEDGER) from None
    going = bool(found)
    while going:
        with installation.writing() as work:
            going = erase_part(work)
    return found


def told(found: int) -> str:
    """Say how many accounts went."""
    return f"Accounts die opnieuw zijn verwijderd: {found}."


def _beside(installation: Installation) -> "LedgerFile":
    from b2b.privacy.ledger_file import LedgerFile

    return LedgerFile(installation.settings.ledger)
