"""`b2b api-clients`: which systems of a municipality may call the API."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, town_id

if TYPE_CHECKING:
    from b2b.api.queries import ApiClient
    from b2b.core.db import Work


@click.group("api-clients")
def api_clients() -> None:
    """Systemen die de API mogen aanroepen."""


@api_clients.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon welke systemen er zijn, wat zij mogen en tot wanneer."""
    from b2b.api import queries

    with installation.reading() as work:
        found = queries.clients(work, town_id(work, municipality))
        for client in found:
            until = "gestopt" if queries.has_ended(work, client) else f"tot en met {client.ends_on}"
            click.echo(f"{client.reference}  {client.name}  ({until})\n    {client.scopes}")
        if not found:
            click.echo("Geen systeem heeft toegang.")


@api_clients.command()
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, required=True, help="Wat het mag. Mag vaker.")
@click.option("--until", required=True, type=click.DateTime(formats=["%Y-%m-%d"]), help="De laatste dag.")
@for_municipality
@click.pass_obj
def add(
    installation: Installation, name: str, scopes: tuple[str, ...], until: datetime, municipality: str | None
) -> None:
    """Geef het systeem NAME toegang; het geheim staat maar één keer op het scherm."""
    from b2b.api import service
    from b2b.api.rules import NAME_MAX, NewClient, Scope

    if unknown := set(scopes) - {scope.value for scope in Scope}:
        raise click.BadParameter(f"{min(unknown)} bestaat niet. Kies uit: {', '.join(Scope)}.")
    if not 1 <= len(name) <= NAME_MAX:
        raise click.BadParameter(f"een naam heeft 1 tot {NAME_MAX} tekens.")
    with installation.writing() as work:
        new = NewClient(name, frozenset(Scope(word) for word in scopes), until.date())
        client, secret = service.make(work, town_id(work, municipality), new)
        click.echo(f"client_id: {client.reference}  (tot en met {client.ends_on})")
    click.echo(f"client_secret: {secret}")


@api_clients.command()
@click.argument("reference")
@for_municipality
@click.pass_obj
def renew(installation: Installation, reference: str, municipality: str | None) -> None:
    """Maak een nieuw geheim voor REFERENCE (J-…); het oude werkt meteen niet meer."""
    from b2b.api import service

    with installation.writing() as work:
        secret = service.renew(work, _client(work, town_id(work, municipality), reference))
    click.echo(f"client_secret: {secret}")


@api_clients.command()
@click.argument("reference")
@for_municipality
@click.pass_obj
def end(installation: Installation, reference: str, municipality: str | None) -> None:
    """Stop REFERENCE (J-…): dit systeem kan meteen niets meer opvragen."""
    from b2b.api import service

    with installation.writing() as work:
        service.end(work, _client(work, town_id(work, municipality), reference))
    click.echo("Gestopt.")


def _client(work: "Work", municipality_id: int, reference: str) -> "ApiClient":
    from b2b.api import queries
    from b2b.core.ids import read_reference

    found = queries.client(work, municipality_id, read_reference(reference) or "")
    if found is None:
        raise click.BadParameter(f"er is geen systeem {reference}.")
    return found
