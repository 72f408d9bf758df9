"""What staff write down about who lives here: seen at the desk, a VOG that an organisation saw."""

from flask import Response, abort, flash, g

from b2b.accounts.forms.trust import DeskForm, RoleWordForm
from b2b.accounts.models import Member
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.trust import LADDER, ProofKind
from b2b.accounts.service import trust
from b2b.accounts.views.blueprint import accounts, go, here
from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page

KIND_NAMES = {
    ProofKind.LETTER: N_("Code uit de brief"),
    ProofKind.VOUCHING: N_("Twee buren staan voor deze buur in"),
    ProofKind.DESK: N_("Gezien aan de balie"),
}


@accounts.get("/buren/<ref:member>/bewijs")
@requires(Permission.Person.PROVE, on=Member)
def proofs(member: Member) -> Response:
    """Show how somebody proved to live here."""
    return _show(member, DeskForm(), _word_form())


@accounts.post("/buren/<ref:member>/bewijs/balie")
@requires(Permission.Person.PROVE, on=Member)
def see_at_desk(member: Member) -> Response:
    """Write down that this person was seen at the desk."""
    form = DeskForm()
    if not form.validate():
        return _show(member, form, _word_form(), 422)
    trust.see_at_desk(g.work, member, form.reason.data)
    flash(N_("Opgeschreven. Deze buur ziet nu ook berichten die alleen voor buren zijn."), "ok")
    return go("accounts.proofs", member=member.reference)


@accounts.post("/buren/<ref:member>/bewijs/rol")
@requires(Permission.Person.ADMINISTER, on=Member)
def give_word(member: Member) -> Response:
    """Write down who saw a VOG, when, for which role."""
    form = _word_form(filled=True)
    if not form.validate():
        return _show(member, DeskForm(formdata=None), form, 422)
    trust.give_word(g.work, member, form.command())
    flash(N_("Opgeschreven. Buren zien dit bij de naam van deze buur."), "ok")
    return go("accounts.proofs", member=member.reference)


@accounts.post("/buren/<ref:member>/bewijs/<ref:proof>/weghalen")
@requires(Permission.Person.PROVE, on=Member)
def end_proof(member: Member, proof: str) -> Response:
    """Take a proof, or a word about a role, away."""
    if not (trust.end_proof(g.work, member, proof) or trust.end_word(g.work, member, proof)):
        abort(404)
    flash(N_("Weggehaald."), "ok")
    return go("accounts.proofs", member=member.reference)


def _word_form(*, filled: bool = False) -> RoleWordForm:
    form = RoleWordForm() if filled else RoleWordForm(formdata=None)
    return form.on(local(g.work.now()).date())


def _show(member: Member, desk: DeskForm, word: RoleWordForm, status: int = 200) -> Response:
    return page(
        "accounts/proofs.html",
        status=status,
        errors=status != 200,
        member=member,
        place=here().label(member.neighbourhood_id),
        rung=LADDER[member.level],
        rows=queries.proof_rows(g.work, member.id or 0),
        kinds=KIND_NAMES,
        words=queries.vouched_roles(g.work, member.id or 0),
        desk=desk,
        word=word,
        form=desk if desk.errors else word,
    )
