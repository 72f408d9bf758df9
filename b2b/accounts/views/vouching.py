"""Vouching: a known neighbour says that a newcomer lives in the wijk, and can take it back."""

from flask import Response, flash, g

from b2b.accounts.forms.trust import MemberCodeForm
from b2b.accounts.models import Member
from b2b.accounts.queries import are_blocked, member_by_reference
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules import NoSuchPerson
from b2b.accounts.rules.trust import VOUCHERS_NEEDED
from b2b.accounts.service import trust
from b2b.accounts.service.people import known
from b2b.accounts.views.blueprint import accounts, go
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@accounts.get("/mijn/vertrouwen/instaan")
@requires(Permission.Self.SEE)
def find_newcomer() -> Response:
    """Ask for the code that the newcomer reads out."""
    return _ask(MemberCodeForm())


@accounts.post("/mijn/vertrouwen/instaan")
@requires(Permission.Self.SEE)
def go_to_newcomer() -> Response:
    """Go to the page on which one vouches for the member with this code."""
    form = MemberCodeForm()
    if not form.validate():
        return _ask(form, 422)
    found = member_by_reference(g.work, form.code.data)
    if found is None or found.municipality_id != current_actor().municipality_id or not found.is_active:
        form.code.errors = [NoSuchPerson.sentence]
        return _ask(form, 422)
    return go("accounts.vouching", member=found.reference)


@accounts.get("/buren/<ref:member>/instaan")
@requires(Permission.Person.VOUCH, on=Member)
def vouching(member: Member) -> Response:
    """Say what vouching means, and ask."""
    voucher = _me()
    if are_blocked(g.work, voucher.id or 0, member.id or 0):
        raise NoSuchPerson()
    return page(
        "accounts/vouch.html",
        member=member,
        given=queries.vouch(g.work, member.id or 0, voucher.id or 0),
        same_wijk=trust.same_wijk(g.work, voucher, member),
        needed=VOUCHERS_NEEDED,
    )


@accounts.post("/buren/<ref:member>/instaan")
@requires(Permission.Person.VOUCH, on=Member)
def vouch(member: Member) -> Response:
    """Vouch for this neighbour."""
    trust.vouch(g.work, _me(), member)
    flash(N_("Je staat in voor deze buur. Je kunt dit altijd terugnemen."), "ok")
    return go("accounts.trust")


@accounts.post("/buren/<ref:member>/instaan/terugnemen")
@requires(Permission.Self.SEE)
def take_back(member: str) -> Response:
    """Vouch no longer: also for who is not known any more, and about who may not come in."""
    found = member_by_reference(g.work, member)
    if found is None or found.municipality_id != current_actor().municipality_id:
        raise NoSuchPerson()
    trust.take_back(g.work, _me(), known(g.work, found.id))
    flash(N_("Je staat niet meer in voor deze buur."), "ok")
    return go("accounts.trust")


def _me() -> Member:
    return known(g.work, current_actor().member_id)


def _ask(form: MemberCodeForm, status: int = 200) -> Response:
    return page("accounts/find_newcomer.html", status=status, form=form, errors=status != 200)
