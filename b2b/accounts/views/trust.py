"""My own place on the ladder of trust: what I may do, what comes next, the letter with a code."""

from flask import Response, flash, g

from b2b.accounts.forms.trust import LetterCodeForm, LetterForm
from b2b.accounts.models import Member
from b2b.accounts.queries import trust as queries
from b2b.accounts.rules.letters import AskedBefore, LetterAnswer, LetterState, NotHere
from b2b.accounts.rules.trust import LADDER, VOUCHERS_NEEDED, Level, next_rung
from b2b.accounts.service import letters
from b2b.accounts.service.pace import allowance_at
from b2b.accounts.service.people import known
from b2b.accounts.views.blueprint import accounts, go
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web import refusals
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

CODE_SENTENCES = {
    LetterAnswer.WRONG: N_("Deze code klopt niet. Kijk nog eens in de brief."),
    LetterAnswer.OVER: N_("Deze code werkt niet (meer). Vraag een nieuwe brief, of vraag het aan twee buren."),
}


@accounts.get("/mijn/vertrouwen")
@requires(Permission.Self.SEE)
def trust() -> Response:
    """Show how far I am, what that allows, and what comes next."""
    member = _me()
    level = member.level
    return page(
        "accounts/trust.html",
        member=member,
        rung=LADDER[level],
        may=allowance_at(g.work, member.municipality_id, level),
        next_rung=next_rung(level),
        is_new=level is Level.EMAIL,
        can_vouch=level is Level.KNOWN,
        letter=queries.letter_of(g.work, member.id or 0),
        sent=LetterState.SENT,
        waiting=LetterState.WAITING,
        proofs=queries.proofs(g.work, member.id or 0),
        words=queries.vouched_roles(g.work, member.id or 0),
        vouchers=queries.vouchers_of(g.work, member.id or 0),
        needed=VOUCHERS_NEEDED,
        vouched=queries.vouched_by(g.work, member.id or 0),
        strikes=queries.strikes(g.work, member.id or 0),
    )


@accounts.get("/mijn/vertrouwen/brief")
@requires(Permission.Self.SEE)
def letter() -> Response:
    """Ask where the letter goes; who has a proof needs none."""
    if _me().proven_at is not None:
        return go("accounts.trust")
    return _show_letter(LetterForm())


@accounts.post("/mijn/vertrouwen/brief")
@requires(Permission.Self.SEE)
@limiter.limit("20/hour")
def ask_letter() -> Response:
    """Ask for a letter with a code."""
    form, member = LetterForm(), _me()
    if member.proven_at is not None:
        return go("accounts.trust")
    if not form.validate():
        return _show_letter(form, 422)
    try:
        letters.ask(g.work, member, form.command())
    except (AskedBefore, NotHere) as refusal:
        return refusals.kept(refusal, form, _show_letter)
    flash(N_("Je krijgt een brief met een code. Dat duurt ongeveer een week."), "ok")
    return go("accounts.trust")


@accounts.post("/mijn/vertrouwen/brief/intrekken")
@requires(Permission.Self.SEE)
def withdraw_letter() -> Response:
    """Take a letter back that was not printed yet."""
    found = queries.letter_of(g.work, current_actor().member_id or 0)
    if found is not None:
        letters.withdraw(g.work, found)
        flash(N_("Je krijgt geen brief. Wij hebben je adres weggegooid."), "ok")
    return go("accounts.trust")


@accounts.get("/mijn/vertrouwen/code")
@requires(Permission.Self.SEE)
def letter_code() -> Response:
    """Ask for the code from the letter."""
    if _me().proven_at is not None:
        return go("accounts.trust")
    return _show_code(LetterCodeForm())


@accounts.post("/mijn/vertrouwen/code")
@requires(Permission.Self.SEE)
@limiter.limit("20/hour")
def try_letter_code() -> Response:
    """Try the code; right: from now on a proven neighbour."""
    form, member = LetterCodeForm(), _me()
    if member.proven_at is not None:
        return go("accounts.trust")
    if not form.validate():
        return _show_code(form, 422)
    said = letters.answer(g.work, member, form.code.data)
    if said is not LetterAnswer.RIGHT:
        form.code.errors = [CODE_SENTENCES[said]]
        return _show_code(form, 422)
    flash(N_("De code klopt. Je ziet nu ook berichten die alleen voor buren zijn."), "ok")
    return go("accounts.trust")


def _me() -> Member:
    return known(g.work, current_actor().member_id)


def _show_letter(form: LetterForm, status: int = 200) -> Response:
    return page("accounts/letter.html", status=status, form=form, errors=status != 200)


def _show_code(form: LetterCodeForm, status: int = 200) -> Response:
    return page("accounts/letter_code.html", status=status, form=form, errors=status != 200)
