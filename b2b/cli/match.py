"""`b2b match`: check the words of matching, learn from the sentences, and measure how good it all is."""

from pathlib import Path

import click


@click.group()
def match() -> None:
    """Zoeken en matchen: woorden nakijken, leren, meten."""


@match.command()
def check() -> None:
    """Kijk de woordenlijsten na: dubbele, verweesde en te vage woorden."""
    from b2b.matching.checking import figures, findings

    found = findings()
    for line in found:
        click.echo(line)
    click.echo(", ".join(f"{name} {count}" for name, count in figures().items()))
    if found:
        raise click.ClickException(f"{len(found)} dingen om te verbeteren.")


@match.command()
def train() -> None:
    """Leer opnieuw uit de zinnen. Duurt ongeveer een minuut; het bestand is elke keer hetzelfde."""
    from b2b.matching.training import write

    click.echo(f"{write()} bytes.")


@match.command()
@click.argument("examples", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--postgresql", metavar="URL", help="Vergelijk ook met deze database en meet daar de snelheid.")
@click.option("--sizes", default="2000,20000,100000", show_default=True, help="Aantallen berichten voor de snelheid.")
@click.option("--fast", is_flag=True, help="Zonder de snelheid.")
def report(examples: Path, postgresql: str | None, sizes: str, fast: bool) -> None:
    """Meet een set voorbeelden (JSON): hoe goed, waar niet, en hoe snel."""
    from b2b.matching.report import running, scratch
    from b2b.matching.report.sets import load

    try:
        known = load(examples)
    except ValueError as problem:
        raise click.ClickException(f"Dit is geen set voorbeelden: {problem}") from problem
    click.echo(f"{len(known.offers)} offers, {len(known.requests)} requests, {len(known.queries)} queries")
    click.echo(f"{'':<44}{'nDCG@5':>8}{'R@10':>8}{'MRR':>8}{'S@3':>8}{'empty':>7}")
    modes = {}
    for name, found in running.modes(known):
        modes[name] = found
        scores = f"{found.ndcg5:>8.3f}{found.recall10:>8.3f}{found.mrr:>8.3f}{found.s3:>8.3f}{found.empty:>7}"
        click.echo(f"{name:<44}{scores}")
    lost = running.typo_losses(modes)
    click.echo("typing errors cost " + ", ".join(f"{what}: {100 * share:.1f} %" for what, share in lost.items()))
    hits = running.type_hits(known)
    click.echo("right tile among " + ", ".join(f"{shown}: {share:.2f}" for shown, share in hits.items()))
    told = running.alerts(known)
    click.echo(f"alerts: precision {told.precision:.2f}, recall {told.recall:.2f}, {told.each:.1f} a request")
    for name, (count, plain, tiled) in running.phenomena(known).items():
        click.echo(f"  {name:<12}{count:>4} requests   no tap {plain:.3f}   right tile {tiled:.3f}")
    if postgresql:
        same, of = running.same_on(known, postgresql)
        click.echo(f"the same list, keys and scores on both databases: {same} of {of}")
    for url in () if fast else (scratch.MEMORY, *([postgresql] if postgresql else [])):
        for row in running.speed(known, [int(size) for size in sizes.split(",")], url):
            click.echo(
                f"{url.split(':')[0]:<24}{row.offers:>8} offers   p50 {row.p50:6.1f} ms   p95 {row.p95:6.1f} ms"
            )
