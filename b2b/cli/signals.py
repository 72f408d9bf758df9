"""`b2b signals`: measure what the software sees, on texts with labels."""

from pathlib import Path

import click

from b2b.moderation.signals.measuring import SETS, Unreadable, measure, read_texts


@click.group()
def signals() -> None:
    """Wat de computer ziet in teksten."""


@signals.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--missed", is_flag=True, help="Toon ook welke teksten gemist of onterecht gevonden zijn.")
def report(file: Path | None, missed: bool) -> None:
    """Tel per groep wat gevonden, gemist en onterecht gevonden is, in FILE of in onze eigen teksten.

    FILE heeft per regel een groep, een tab en een tekst; "-" is een gewone tekst. Meer groepen:
    met een komma ertussen. Ook .jsonl ("text", "labels") en .csv (kolommen text, labels) kunnen.
    """
    for one in [file] if file else SETS:
        try:
            texts = read_texts(one)
        except Unreadable as why:
            raise click.ClickException(str(why)) from why
        measured = measure(texts)
        click.echo(f"{one.name}: {len(texts)} teksten, waarvan {measured.harmless} gewoon")
        click.echo(
            f"{'groep':<16}{'gevonden':>10}{'gemist':>8}{'recall':>8}{'onterecht':>11}{'precisie':>10}{'vals vast':>11}"
        )
        for line in measured.lines:
            click.echo(
                f"{line.group:<16}{line.found:>10}{line.missed:>8}{line.recall:>8.0%}"
                f"{line.extra:>11}{line.precision:>10.0%}{line.false_holds:>11}"
            )
        click.echo(
            f"gewone teksten: {measured.held} ten onrechte vastgehouden, {measured.touched} ten onrechte iets gezien"
        )
        click.echo(f"tijd per tekst: {measured.milliseconds:.2f} ms\n")
        for wrong in measured.wrong if missed else ():
            click.echo(wrong)


@signals.command()
def learn() -> None:
    """Leer opnieuw uit onze eigen teksten waar elke groep op lijkt. Nodig na elke nieuwe tekst."""
    from b2b.moderation.signals.learning import write

    click.echo(f"learnt.txt: {write()} bytes")
