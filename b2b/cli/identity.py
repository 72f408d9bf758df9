"""`b2b identity`: where staff of a municipality sign in: their own identity provider (OpenID Connect)."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from b2b.accounts.rules.oidc import STRONG, ClientMethod
from b2b.authz.predicates import Role
from b2b.cli.installation import Installation, is_local
from b2b.cli.town import for_municipality, places_of

if TYPE_CHECKING:
    from b2b.accounts.rules.oidc import Rule
    from b2b.core.db import Work
    from b2b.municipalities.queries import Places

BACK = "/inloggen/gemeente/{}/terug"
OUT = "/inloggen/gemeente/{}/uitgelogd"


@click.group()
def identity() -> None:
    """Waar medewerkers inloggen: bij hun eigen gemeente."""


_rules = click.option(
    "--group",
    "groups",
    multiple=True,
    metavar="GROEP=ROL[@BUURT]",
    help="Wie in deze groep zit, heeft hier deze rol, in een buurt (slug) of wijk (WK…) of overal. Mag vaker.",
)


@identity.command()
@click.argument("issuer")
@click.argument("client_id")
@click.option("--name", required=True, help="Hoe de inlogdienst heet, zoals: Gemeente Utrecht.")
@click.option("--home", required=True, metavar="BUURT", help="De buurt (slug) waar nieuwe medewerkers bij horen.")
@click.option("--method", type=click.Choice([m.value for m in ClientMethod]), default="client_secret_basic")
@click.option(
    "--secret-file", type=click.File(), help="Het geheim, of de sleutel (PEM). Zonder: van standaardinvoer."
)
@click.option("--groups-claim", default="groups", show_default=True, help="Waar in het token de groepen staan.")
@click.option("--scope", default="openid profile email", show_default=True)
@click.option(
    "--strong",
    multiple=True,
    default=STRONG,
    show_default=True,
    help="Een acr of amr die meer is dan een wachtwoord.",
)
@click.option("--ask-acr", default="", help="Vraag de inlogdienst om deze acr.")
@click.option("--also-host", "hosts", multiple=True, help="Nog een host die bij de inlogdienst hoort. Mag vaker.")
@_rules
@for_municipality
@click.pass_obj
def add(installation: Installation, /, municipality: str | None, groups: tuple[str, ...], **told: Any) -> None:
    """Voeg de inlogdienst ISSUER toe, waar wij CLIENT_ID heten."""
    from b2b.accounts.rules.oidc import is_issuer
    from b2b.accounts.service import identity_providers
    from b2b.accounts.service.oidc_client import check_secret

    if not is_issuer(told["issuer"], local=is_local(installation.settings.base_url)):
        raise click.BadParameter("de inlogdienst heeft een adres met https://, zonder vraagteken.")
    method = ClientMethod(told["method"])
    secret = (told["secret_file"] or sys.stdin).read().strip()
    try:
        check_secret(method, secret)
    except ValueError:
        raise click.BadParameter("dit geheim past niet: minstens 16 tekens, of een privésleutel in PEM.") from None
    with installation.writing() as work:
        places = places_of(work, municipality)
        home = places.by_slug.get(told["home"])
        if home is None:
            raise click.BadParameter(f"{places.name} heeft geen buurt {told['home']!r}.")
        new = identity_providers.NewProvider(
            name=told["name"],
            issuer=told["issuer"],
            client_id=told["client_id"],
            method=method,
            secret=secret,
            home_id=home.id,
            scope=told["scope"],
            groups_claim=told["groups_claim"],
            strong=tuple(told["strong"]),
            ask_acr=told["ask_acr"],
            hosts=tuple(told["hosts"]),
        )
        row = identity_providers.add(work, places.municipality_id, new)
        identity_providers.set_rules(work, row, _read_rules(places, groups))
    click.echo(f"{row.reference} is toegevoegd. Vul dit in bij de inlogdienst:")
    _tell_addresses(installation, places.municipality_id, row.reference)


@identity.command("groups")
@click.argument("reference")
@_rules
@for_municipality
@click.pass_obj
def set_groups(installation: Installation, reference: str, groups: tuple[str, ...], municipality: str | None) -> None:
    """Zeg opnieuw wat de groepen van REFERENCE (I-…) hier betekenen; wat er stond vervalt."""
    from b2b.accounts.service import identity_providers

    with installation.writing() as work:
        places = places_of(work, municipality)
        rules = _read_rules(places, groups)
        identity_providers.set_rules(work, _provider(work, places, reference), rules)
    click.echo(f"{len(rules)} regels staan er nu. Ze gelden vanaf de volgende keer dat iemand inlogt.")


@identity.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon de inlogdiensten, wat je daar invult, en wat hun groepen hier betekenen."""
    from b2b.accounts.queries import oidc
    from b2b.accounts.service.oidc_client import public_key

    with installation.reading() as work:
        places = places_of(work, municipality)
        found = oidc.providers(work, places.municipality_id)
        for row in found:
            click.echo(f"{row.reference}  {row.name}  {row.issuer}  ({row.client_id}, {row.method.value})")
            _tell_addresses(installation, places.municipality_id, row.reference)
            if row.method is ClientMethod.PRIVATE_KEY:
                click.echo(f"    Openbare sleutel: {json.dumps({'keys': [public_key(row.secret)]})}")
            for rule in oidc.group_rules(work, row.id or 0):
                where = places.name if rule.neighbourhood_id is None else places.label(rule.neighbourhood_id)
                click.echo(f"    {rule.group} = {rule.role.value}: {where}")
    if not found:
        click.echo("Er is geen inlogdienst. Medewerkers loggen in met een code per e-mail en een app.")


@identity.command("test")
@click.argument("reference")
@for_municipality
@click.pass_obj
def test_command(installation: Installation, reference: str, municipality: str | None) -> None:
    """Vraag de inlogdienst REFERENCE (I-…) wat zij kan, zonder iemand in te loggen."""
    from b2b.accounts.rules.oidc import ProviderRefusal
    from b2b.accounts.service import oidc_discovery

    with installation.reading() as work:
        row = _provider(work, places_of(work, municipality), reference)
    known = oidc_discovery.provider_of(row, local=is_local(installation.settings.base_url))
    try:
        facts, keys = oidc_discovery.discover(known), oidc_discovery.count_keys(known)
    except ProviderRefusal as problem:
        raise click.ClickException(f"{problem} ({problem.clue})") from None
    methods = facts.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    click.echo(f"De inlogdienst antwoordt, en toont {keys} sleutels.")
    click.echo(f"    {row.method.value}: {'kan' if row.method.value in methods else 'staat niet in haar lijst'}")
    click.echo(f"    uitloggen in één keer: {'ja' if facts.get('backchannel_logout_supported') else 'nee'}")
    click.echo(f"    ook daar uitloggen: {'ja' if facts.get('end_session_endpoint') else 'nee'}")


@identity.command()
@click.argument("reference")
@for_municipality
@click.confirmation_option(prompt="Wie daar inlogt, raakt de rollen kwijt die daarvandaan komen. Weet je het zeker?")
@click.pass_obj
def remove(installation: Installation, reference: str, municipality: str | None) -> None:
    """Haal de inlogdienst REFERENCE (I-…) weg, met de rollen en sessies die daarvandaan kwamen."""
    from b2b.accounts.service import identity_providers

    with installation.writing() as work:
        hit = identity_providers.remove(work, _provider(work, places_of(work, municipality), reference))
    click.echo(f"De inlogdienst is weg. {hit} medewerkers loggen daar niet meer in.")


def _provider(work: "Work", places: "Places", reference: str) -> Any:
    from b2b.accounts.queries import oidc
    from b2b.core.ids import read_reference

    row = oidc.provider(work, places.municipality_id, read_reference(reference) or "")
    if row is None:
        raise click.BadParameter(f"{places.name} heeft geen inlogdienst {reference!r}.")
    return row


def _read_rules(places: "Places", groups: tuple[str, ...]) -> "list[Rule]":
    from b2b.accounts.rules.oidc import GROUP_MAX, Rule

    rules = []
    for told in groups:
        group, _, meaning = told.rpartition("=")
        role, _, area = meaning.partition("@")
        if not 1 <= len(group) <= GROUP_MAX or role not in list(Role):
            raise click.BadParameter(f"{told!r}: schrijf groep=rol of groep=rol@buurt; een rol is {', '.join(Role)}.")
        hoods: list[int | None] = [
            hood.id for q in places.quarters for hood in q.hoods if area in (hood.slug, q.code)
        ]
        if area and not hoods:
            raise click.BadParameter(f"{places.name} heeft geen buurt of wijk {area!r}.")
        rules += [Rule(group, Role(role), hood) for hood in hoods or [None]]
    return rules


def _tell_addresses(installation: Installation, municipality_id: int, reference: str) -> None:
    from b2b.municipalities.site import address_of

    with installation.reading() as work:
        home = address_of(work, municipality_id, installation.settings).rstrip("/")
    click.echo(f"    Terug naar (redirect URI): {home}{BACK.format(reference)}")
    click.echo(f"    Uitloggen (back-channel logout URI): {home}{OUT.format(reference)}")
    click.echo(f"    Na uitloggen (post logout redirect URI): {home}/uitgelogd")
