"""The administrator's page: find people, give and take roles, help who lost a phone."""

from dataclasses import dataclass

from flask import Response, flash, g, request

from b2b.accounts import queries, service
from b2b.accounts.forms import FindForm, RoleForm
from b2b.accounts.models import Member
from b2b.accounts.queries.break_glass import emergencies
from b2b.accounts.queries.staff import Trace
from b2b.accounts.rules import NoSuchPerson
from b2b.accounts.service import second_step, sessions
from b2b.accounts.service.passkeys import has_any_factor
from b2b.accounts.views.blueprint import accounts, go, here
from b2b.accounts.views.labels import area_words, role_choices, role_name, role_words
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.core import audit
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor

ACTIONS = {
    "role.granted": N_("Rol gegeven"),
    "role.revoked": N_("Rol weggehaald"),
    "second-step.set-up": N_("App gekoppeld"),
    "second-step.reset": N_("App losgekoppeld"),
    "email.changed": N_("E-mailadres veranderd"),
    "passkey.added": N_("Toegangssleutel gemaakt"),
    "passkey.removed": N_("Toegangssleutel weggehaald"),
    "provider.linked": N_("Werkaccount gekoppeld"),
    "provider.signed-in": N_("Ingelogd met het werkaccount"),
    "provider.signed-out": N_("Uitgelogd door de gemeente"),
    "break-glass.made": N_("Noodcode gemaakt"),
    "break-glass.used": N_("Ingelogd met een noodcode"),
    "member.trusted": N_("Berichten worden voortaan meteen geplaatst"),
    "member.suspended": N_("Account stilgezet"),
    "member.reinstated": N_("Account weer open"),
    "devices.ended": N_("Overal uitgelogd"),
    "member.known": N_("Is nu een bekende buur"),
    "proof.letter": N_("Code uit de brief klopte"),
    "proof.vouching": N_("Twee buren staan in"),
    "proof.desk": N_("Gezien aan de balie"),
    "proof.ended": N_("Bewijs weggehaald"),
    "role-word.given": N_("VOG van een organisatie opgeschreven"),
    "role-word.ended": N_("VOG van een organisatie weggehaald"),
    "vouch.given": N_("Een buur staat in"),
    "vouch.taken-back": N_("Een buur staat niet meer in"),
    "strike.given": N_("Een overtreding telt mee"),
    "strike.cleared": N_("Een overtreding telt niet meer mee"),
    "person.found": N_("Opgezocht met e-mailadres"),
}


@dataclass(frozen=True)
class RoleRow:
    """A role somebody holds, in words; `value` takes it away."""

    role: Role
    name: str
    areas: str


@accounts.get("/beheer/mensen")
@requires(Permission.Person.ADMINISTER)
def people() -> Response:
    """List staff, or who has the first name that was looked for."""
    name = request.args.get("naam", "").strip()[:40]
    form = FindForm(formdata=None, data={"who": name})
    return _list(form, _found(name))


@accounts.post("/beheer/mensen")
@requires(Permission.Person.ADMINISTER)
def find() -> Response:
    """Look for somebody. A form, because an e-mail address has no place in the address bar."""
    form = FindForm()
    if not form.validate():
        return _list(form, _found(""), 422)
    who = form.who.data
    if "@" not in who:
        return go("accounts.people", naam=who)
    member = queries.by_email(g.work, current_actor().municipality_id or 0, who)
    if member is None:
        form.who.errors = [NoSuchPerson.sentence]
        return _list(form, _found(""), 422)
    audit.note(g.work, "person.found", member)
    return go("accounts.person", member=member.reference)


@accounts.get("/beheer/mensen/<ref:member>")
@requires(Permission.Person.ADMINISTER, on=Member)
def person(member: Member) -> Response:
    """Show what somebody may do, and what was done to the account."""
    return _show(member, RoleForm(formdata=None))


@accounts.post("/beheer/mensen/<ref:member>/rol-geven")
@requires(Permission.Person.ADMINISTER, on=Member)
def give_role(member: Member) -> Response:
    """Give a role in a neighbourhood, a wijk or the municipality."""
    form = RoleForm()
    form.offer(role_choices(), here())
    if not form.validate():
        return _show(member, form, 422)
    new = service.grant(g.work, member, *form.command())
    flash(N_("De rol is gegeven.") if new else N_("Deze persoon had die rol al."), "ok" if new else "info")
    return go("accounts.person", member=member.reference)


@accounts.post("/beheer/mensen/<ref:member>/rol-weghalen")
@requires(Permission.Person.ADMINISTER, on=Member)
def take_role(member: Member) -> Response:
    """Take a role away, everywhere it was held."""
    role = request.form.get("role", "")
    if role in list(Role):
        service.revoke(g.work, member, Role(role))
        flash(N_("De rol is weggehaald."), "ok")
    return go("accounts.person", member=member.reference)


@accounts.post("/beheer/mensen/<ref:member>/app-loskoppelen")
@requires(Permission.Person.ADMINISTER, on=Member)
def reset_second_step(member: Member) -> Response:
    """Make room for another app, for who lost the phone."""
    second_step.reset(g.work, member)
    flash(
        N_("De app en de toegangssleutels zijn losgekoppeld. Bij de volgende keer inloggen kan er een nieuwe bij."),
        "ok",
    )
    return go("accounts.person", member=member.reference)


@accounts.post("/beheer/mensen/<ref:member>/uitloggen")
@requires(Permission.Person.ADMINISTER, on=Member)
def end_everywhere(member: Member) -> Response:
    """Sign somebody out on every device."""
    sessions.end_all(g.work, member.id or 0)
    audit.note(g.work, "devices.ended", member)
    flash(N_("Deze persoon is overal uitgelogd."), "ok")
    return go("accounts.person", member=member.reference)


def _found(name: str) -> list[Member]:
    town = current_actor().municipality_id or 0
    return queries.find_people(g.work, town, name) if name else queries.everybody_with_a_role(g.work, town)


def _list(form: FindForm, found: list[Member], status: int = 200) -> Response:
    places = here()
    held = queries.grants(g.work, [member.id or 0 for member in found])
    rows = [(member, role_words(held.get(member.id or 0, ()), member.neighbourhood_id, places)) for member in found]
    return page(
        "accounts/people.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        rows=rows,
        emergencies=emergencies(g.work, current_actor().municipality_id or 0),
        searched=form.who.data,
    )


def _told(trace: Trace) -> tuple[str, str, Trace]:
    """Return what was done and (or "") to which role, in words."""
    role = trace.detail.get("role", "")
    return ACTIONS.get(trace.action, trace.action), role_name(Role(role)) if role in list(Role) else "", trace


def _show(member: Member, form: RoleForm, status: int = 200) -> Response:
    places = here()
    form.offer(role_choices(), places)
    held: dict[Role, list[int | None]] = {}
    for grant in queries.roles_of(g.work, member.id or 0):
        held.setdefault(grant.role, []).append(grant.neighbourhood_id)
    return page(
        "accounts/person.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        member=member,
        place=places.label(member.neighbourhood_id),
        roles=[RoleRow(role, role_name(role), area_words(areas, places)) for role, areas in held.items()],
        has_factor=has_any_factor(g.work, member),
        history=[_told(trace) for trace in queries.history(g.work, member.id or 0)],
    )
