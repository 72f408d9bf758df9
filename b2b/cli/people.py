"""`b2b people`: who has which role, and the first administrator of a municipality."""

from typing import TYPE_CHECKING, Any

import click

from b2b.authz.predicates import Role
from b2b.cli.installation import Installation
from b2b.cli.town import for_municipality, places_of

if TYPE_CHECKING:
    from b2b.core.db import Work
    from b2b.municipalities.queries import Places

ROLES = click.Choice([role.value for role in Role])


@click.group()
def people() -> None:
    """Mensen en hun rollen."""


_areas = click.option(
    "--in", "areas", multiple=True, metavar="BUURT", help="Een buurt (slug) of wijk (WK…). Mag vaker. Zonder: overal."
)


@people.command("list")
@for_municipality
@click.pass_obj
def list_command(installation: Installation, municipality: str | None) -> None:
    """Toon wie een rol heeft."""
    from b2b.accounts import queries

    with installation.reading() as work:
        places = places_of(work, municipality)
        staff = queries.everybody_with_a_role(work, places.municipality_id)
        for member in staff:
            second = "met app" if member.has_second_step else "zonder app"
            click.echo(f"{member.reference}  {member.first_name}  {member.email}  ({member.state}, {second})")
            for held in queries.roles_of(work, member.id or 0):
                where = places.name if held.neighbourhood_id is None else places.label(held.neighbourhood_id)
                click.echo(f"    {held.role}: {where}")
        if not staff:
            click.echo("Niemand heeft een rol.")


@people.command()
@click.argument("email")
@click.argument("first_name")
@click.option(
    "--neighbourhood", required=True, metavar="BUURT", help="De buurt (slug) waar deze persoon woont of werkt."
)
@for_municipality
@click.pass_obj
def add(
    installation: Installation, email: str, first_name: str, neighbourhood: str, municipality: str | None
) -> None:
    """Maak een account; inloggen gaat met een code per mail."""
    from email_validator import EmailNotValidError, validate_email

    from b2b.accounts.rules import FIRST_NAME_MAX
    from b2b.accounts.service.joining import NewMember
    from b2b.accounts.service.joining import add as add_member

    try:
        validate_email(email, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise click.BadParameter("dit is geen e-mailadres.") from None
    if not 1 <= len(first_name) <= FIRST_NAME_MAX:
        raise click.BadParameter(f"een voornaam heeft 1 tot {FIRST_NAME_MAX} tekens.")
    with installation.writing() as work:
        places = places_of(work, municipality)
        hood = places.by_slug.get(neighbourhood)
        if hood is None:
            raise click.BadParameter(f"{places.name} heeft geen buurt {neighbourhood!r}.")
        member = add_member(work, places.municipality_id, email, NewMember(first_name, hood.id))
        click.echo(f"{member.reference} is toegevoegd.")


@people.command()
@click.argument("who")
@click.argument("role", type=ROLES)
@_areas
@for_municipality
@click.pass_obj
def grant(installation: Installation, who: str, role: str, areas: tuple[str, ...], municipality: str | None) -> None:
    """Geef WHO (e-mailadres of B-…) een rol."""
    from b2b.accounts import service

    with installation.writing() as work:
        places = places_of(work, municipality)
        new = service.grant(work, _member(work, places, who), Role(role), _ids(places, areas) or [None])
    click.echo("De rol is gegeven." if new else "Deze persoon had die rol al.")


@people.command()
@click.argument("who")
@click.argument("role", type=ROLES)
@_areas
@for_municipality
@click.pass_obj
def revoke(installation: Installation, who: str, role: str, areas: tuple[str, ...], municipality: str | None) -> None:
    """Haal een rol weg van WHO (e-mailadres of B-…)."""
    from b2b.accounts import service

    with installation.writing() as work:
        places = places_of(work, municipality)
        gone = service.revoke(work, _member(work, places, who), Role(role), _ids(places, areas) or None)
    click.echo("De rol is weggehaald." if gone else "Deze persoon had die rol niet.")


@people.command("sign-out")
@click.argument("who")
@click.option("--forget-app", is_flag=True, help="Koppel ook de app voor de tweede stap los.")
@for_municipality
@click.pass_obj
def sign_out(installation: Installation, who: str, forget_app: bool, municipality: str | None) -> None:
    """Log WHO (e-mailadres of B-…) overal uit."""
    from b2b.accounts.service import second_step, sessions

    with installation.writing() as work:
        member = _member(work, places_of(work, municipality), who)
        ended = sessions.end_all(work, member.id or 0)
        if forget_app:
            second_step.reset(work, member)
    click.echo(f"Uitgelogd op {ended} apparaten." if ended != 1 else "Uitgelogd op 1 apparaat.")


@people.command("break-glass")
@click.argument("who")
@click.option("--reason", required=True, help="Waarom het nodig is; alle beheerders lezen dit.")
@click.option("--minutes", type=click.IntRange(5, 120), default=30, show_default=True, help="Hoe lang de code werkt.")
@for_municipality
@click.pass_obj
def break_glass(installation: Installation, who: str, reason: str, minutes: int, municipality: str | None) -> None:
    """Maak een noodcode voor beheerder WHO (e-mailadres of B-…): één keer inloggen, ook zonder mail of inlogdienst."""
    from datetime import timedelta

    from b2b.accounts.rules.break_glass import REASON_MAX
    from b2b.accounts.service import break_glass
    from b2b.municipalities.site import address_of

    told = " ".join(reason.split())
    if not 1 <= len(told) <= REASON_MAX:
        raise click.BadParameter(f"een reden heeft 1 tot {REASON_MAX} tekens.")
    with installation.writing() as work:
        places = places_of(work, municipality)
        code = break_glass.make(work, _member(work, places, who), told, timedelta(minutes=minutes))
        home = address_of(work, places.municipality_id, installation.settings).rstrip("/")
    click.echo(f"Noodcode: {code}")
    click.echo(f"Vul hem binnen {minutes} minuten in op {home}/inloggen/noodcode. Hij werkt één keer.")
    click.echo("Alle beheerders krijgen er bericht van.")


def _member(work: "Work", places: "Places", who: str) -> Any:
    from b2b.accounts import queries
    from b2b.accounts.service.people import known
    from b2b.core.ids import read_reference

    if "@" in who:
        found = queries.by_email(work, places.municipality_id, who)
        return known(work, found.id if found else None)
    profile = queries.member_by_reference(work, read_reference(who) or "")
    return known(work, profile.id if profile and profile.municipality_id == places.municipality_id else None)


def _ids(places: "Places", areas: tuple[str, ...]) -> list[int | None]:
    found: list[int | None] = []
    for area in areas:
        hoods = [hood.id for q in places.quarters for hood in q.hoods if area in (hood.slug, q.code)]
        if not hoods:
            raise click.BadParameter(f"{places.name} heeft geen buurt of wijk {area!r}.")
        found += hoods
    return found
