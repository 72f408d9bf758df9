"""`b2b terms`: the texts that people accept: which hold, what changed, and a new version."""

from datetime import datetime, time
from pathlib import Path

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id

_day = click.DateTime(formats=["%Y-%m-%d", "%d-%m-%Y"])


@click.group()
def terms() -> None:
    """De teksten die mensen lezen en waar ze akkoord mee gaan."""


@terms.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon elke tekst, de versie die nu geldt, en wat er komt."""
    from b2b.consent import queries
    from b2b.consent.builtin import subjects

    with installation.reading() as work:
        town = town_id(work, municipality)
        for subject in subjects():
            now = queries.standing(work, town, subject)
            whose = "van de gemeente" if now.current and not now.current.built_in else "van het programma"
            click.echo(f"{subject}: versie {now.text.version or 1}, {whose}")
            if now.next:
                click.echo(f"    versie {now.next.version} geldt vanaf {now.next.effective_from:%Y-%m-%d}")


@terms.command("changes")
@click.argument("subject")
@for_municipality
@click.pass_obj
def changes_command(installation: Installation, subject: str, municipality: str | None) -> None:
    """Toon per versie wat er veranderde."""
    from b2b.consent import queries
    from b2b.consent.rules import Change, changed_only, compare, lines

    with installation.reading() as work:
        every = queries.versions(work, town_id(work, municipality), subject)
        for after, before in zip(every, [*every[1:], None], strict=True):
            said = f": {after.what_changed}" if after.what_changed else ""
            click.echo(f"versie {after.version}, vanaf {after.effective_from:%Y-%m-%d}{said}")
            if before is None:
                continue
            for part in changed_only(compare(lines(before.title, before.body), lines(after.title, after.body))):
                click.echo(f"    {'+' if part.change is Change.ADDED else '-'} {part.words}")


@terms.command("write")
@click.argument("subject")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--changed", required=True, metavar="ZIN", help="Wat er anders is, in één zin.")
@click.option("--from", "since", type=_day, help="Vanaf welke dag de tekst geldt. Zonder: meteen.")
@click.option("--significant", is_flag=True, help="Belangrijk: iedereen krijgt een mail en 14 dagen om te lezen.")
@for_municipality
@click.pass_obj
def write_command(
    installation: Installation,
    subject: str,
    file: Path,
    changed: str,
    since: datetime | None,
    significant: bool,
    municipality: str | None,
) -> None:
    """Schrijf een nieuwe versie. De eerste regel van FILE is de titel."""
    from b2b.consent import service
    from b2b.consent.rules import TEXT_MAX, TITLE_MAX, WHAT_CHANGED_MAX
    from b2b.core.clock import AMSTERDAM
    from b2b.core.text import clean, clean_line

    title, _, body = file.read_text(encoding="utf-8").partition("\n")
    title, body, changed = clean_line(title), clean(body), clean_line(changed)
    for words, most in ((title, TITLE_MAX), (body, TEXT_MAX - 1500), (changed, WHAT_CHANGED_MAX)):
        if not 1 <= len(words) <= most:
            raise click.ClickException(
                f"Dat kan niet: titel, tekst en zin moeten er staan; dit is hoogstens {most} tekens."
            )
    moment = datetime.combine(since.date(), time(0), AMSTERDAM) if since else None
    with installation.writing() as work:
        town = town_id(work, municipality)
        new = service.write(work, town, subject, service.Writing(title, body, changed, significant, moment))
    click.echo(f"Versie {new.version} van {subject} geldt vanaf {new.effective_from:%Y-%m-%d}.")


@terms.command("adopt")
@click.argument("subject")
@for_municipality
@click.pass_obj
def adopt_command(installation: Installation, subject: str, municipality: str | None) -> None:
    """Stel de tekst vast die nu geldt: voortaan is hij van de gemeente."""
    from b2b.consent import service

    with installation.writing() as work:
        new = service.adopt(work, town_id(work, municipality), subject)
    click.echo(f"{subject} is vastgesteld: versie {new.version}.")


@terms.command("renew")
@click.pass_obj
def renew_command(installation: Installation) -> None:
    """Leg de teksten van dit programma vast waar ze nieuw zijn, in elke gemeente."""
    click.echo(f"Nieuwe versies: {renew(installation)}.")


def renew(installation: Installation) -> int:
    """Store the texts of this release in every municipality; return how many versions are new."""
    from b2b.consent import service
    from b2b.municipalities.queries import municipality_ids

    with installation.writing() as work:
        return sum(service.seed(work, town) for town in municipality_ids(work))
