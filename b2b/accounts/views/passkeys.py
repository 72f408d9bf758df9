"""My passkeys: which there are, a new one, another name, away with one, and "not now"."""

from flask import Response, flash, g, session, url_for

from b2b.accounts import login
from b2b.accounts.forms import PasskeyForm, PasskeyNameForm
from b2b.accounts.models import Member, Passkey
from b2b.accounts.queries import oidc as providers
from b2b.accounts.queries import passkeys as kept
from b2b.accounts.rules import STAFF
from b2b.accounts.rules.passkeys import PasskeyRefused, PasskeyTaken, works_at
from b2b.accounts.service import passkeys as keys
from b2b.accounts.service import people, sessions
from b2b.accounts.views.asking import asked, new_question, place
from b2b.accounts.views.blueprint import accounts, device, fresh, go, onwards, prove_again
from b2b.authz.permissions import Permission
from b2b.core.errors import Refusal
from b2b.core.words import N_
from b2b.web.guard import SecondStepNeeded, requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

MAKE = "make"


@accounts.get("/mijn/toegangssleutels")
@requires(Permission.Self.SEE)
def passkeys() -> Response:
    """List the ways in which I sign in."""
    return _list(None, PasskeyNameForm(formdata=None))


@accounts.get("/mijn/toegangssleutels/nieuw")
@requires(Permission.Self.SEE)
def new_passkey() -> Response:
    """Tell what a passkey is, and let the browser make one."""
    if not fresh():
        return prove_again("accounts.new_passkey")
    member = _me()
    _check_may_add(member)
    return _ask(PasskeyForm(formdata=None, data={"name": device()}), member)


@accounts.post("/mijn/toegangssleutels/nieuw")
@requires(Permission.Self.SEE)
def make_passkey() -> Response:
    """Keep what the browser made. For who has a role and had no second step yet, this is the second step."""
    if not fresh():
        return prove_again("accounts.new_passkey")
    member, form, challenge = _me(), PasskeyForm(), asked(MAKE)
    _check_may_add(member)
    if not form.validate():
        return _ask(form, member, 422)
    try:
        keys.add(g.work, place(), member, form.name.data, form.credential.data, challenge)
    except (PasskeyRefused, PasskeyTaken) as refusal:
        form.refuse(MADE_WRONG if isinstance(refusal, PasskeyRefused) else refusal.sentence)
        return _ask(form, member, 422)
    flash(N_("Je toegangssleutel is bewaard. De volgende keer log je daarmee in."), "ok")
    return _made()


@accounts.post("/mijn/toegangssleutels/<ref:passkey>/naam")
@requires(Permission.Passkey.MANAGE, on=Passkey)
def rename_passkey(passkey: Passkey) -> Response:
    """Call a passkey something else."""
    if not fresh():
        return prove_again("accounts.passkeys")
    form = PasskeyNameForm()
    if not form.validate():
        return _list(passkey, form, 422)
    keys.rename(passkey, form.name.data)
    flash(N_("De naam is bewaard."), "ok")
    return go("accounts.passkeys")


@accounts.post("/mijn/toegangssleutels/<ref:passkey>/weghalen")
@requires(Permission.Passkey.MANAGE, on=Passkey)
def remove_passkey(passkey: Passkey) -> Response:
    """Take a passkey away: for who lost a phone, or sold one."""
    if not fresh():
        return prove_again("accounts.passkeys")
    keys.remove(g.work, passkey)
    flash(N_("De toegangssleutel is weggehaald. Je kunt er niet meer mee inloggen."), "ok")
    return go("accounts.passkeys")


@accounts.post("/mijn/toegangssleutels/niet-nu")
@requires(Permission.Self.SEE)
def close_passkey_offer() -> Response:
    """Ask no more whether somebody wants a passkey."""
    keys.close_offer(g.work, _me())
    flash(N_("Goed. Je vindt het later terug bij Hoe je inlogt."), "ok")
    return go("accounts.me")


MADE_WRONG = N_(
    "De toegangssleutel is niet gemaakt. Druk nog een keer op de knop. Lukt het niet? Log in met je mail."
)


def _me() -> Member:
    return people.known(g.work, current_actor().member_id)


def _check_may_add(member: Member) -> None:
    actor = current_actor()
    staff = any(grant.role in STAFF for grant in actor.grants)
    try:
        keys.check_may_add(
            g.work, member, staff=staff, second_factor=actor.second_factor, key=actor.session_key or b""
        )
    except Refusal:
        raise SecondStepNeeded from None


def _made() -> Response:
    actor = current_actor()
    path = session.pop("after_passkey", None)
    if not actor.grants or actor.second_factor:
        return go("accounts.passkeys")
    token = sessions.step_up(g.work, actor.session_key or b"")
    if token is not None:
        login.remember(token)
    return onwards(path or url_for("accounts.passkeys"))


def _ask(form: PasskeyForm, member: Member, status: int = 200) -> Response:
    here = place()
    options = keys.ask_to_make(here, member, new_question(MAKE), kept.passkeys(g.work, member.id or 0, here.host))
    return page(
        "accounts/passkey_new.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        options=options,
        works=works_at(here.host),
        host=here.host,
    )


def _list(renamed: Passkey | None, form: PasskeyNameForm, status: int = 200) -> Response:
    actor = current_actor()
    rows = []
    for each in kept.passkeys(g.work, actor.member_id or 0):
        failed = renamed is not None and each.id == renamed.id
        own = form if failed else PasskeyNameForm(formdata=None, data={"name": each.name})
        own.name.id = f"naam-{each.reference}"
        rows.append({"passkey": each, "form": own, "failed": failed})
    ways = providers.provider_buttons(g.work, current_site().municipality_id or 0) if actor.grants else []
    return page(
        "accounts/passkeys.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        rows=rows,
        providers=ways,
        linked=providers.has_identity(g.work, actor.member_id or 0),
    )
