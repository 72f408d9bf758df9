"""`b2b seen`: who saw or handled a thing or a person between two days, as a table."""

import csv
import sys
from datetime import UTC, datetime, time, timedelta

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id


@click.command()
@click.argument("reference")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help="De eerste dag.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help="De laatste dag.")
@for_municipality
@click.pass_obj
def seen(
    installation: Installation, reference: str, first: datetime, last: datetime, municipality: str | None
) -> None:
    """Wie heeft dit gezien? REFERENCE is een nummer zoals V-…, M-…, B-… of C-….

    De vraag zelf komt ook in het logboek.
    """
    from b2b.core.clock import from_local, local
    from b2b.core.ids import read_reference
    from b2b.moderation import queries, service
    from b2b.moderation.rules.seen import words_of

    since = from_local(datetime.combine(first.date(), time()))
    until = from_local(datetime.combine(last.date() + timedelta(days=1), time()))
    with installation.writing() as work:
        town, wanted = town_id(work, municipality), read_reference(reference)
        about = queries.seen_about(work, wanted, town) if wanted else None
        if about is None:
            raise click.ClickException("Wij kennen dit nummer niet.")
        rows = queries.sightings(work, about, since, until)
        service.note_question(work, about)
    table = csv.writer(sys.stdout)
    table.writerow(["wanneer", "wie", "nummer van wie", "wat", "zaak"])
    for row in rows:
        when = local(row.at.astimezone(UTC)).isoformat(timespec="seconds")
        table.writerow([when, row.who or "het systeem", row.who_reference or "", words_of(row.what), row.case or ""])
