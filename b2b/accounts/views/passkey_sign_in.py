"""A passkey instead of a code: to sign in, and as the second step."""

from flask import Response, g

from b2b.accounts import login
from b2b.accounts.forms import ShownPasskeyForm
from b2b.accounts.rules.passkeys import PasskeyRefused, works_at
from b2b.accounts.service import passkeys as keys
from b2b.accounts.service import people
from b2b.accounts.views.asking import asked, new_question, place
from b2b.accounts.views.blueprint import accounts, device, go, onwards, signed_in, wanted_page
from b2b.accounts.views.second_step import STEP
from b2b.authz.permissions import Permission
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

SIGN_IN = "sign-in"


@accounts.get("/inloggen/toegangssleutel")
@public
def passkey_sign_in() -> Response:
    """Let the browser show the passkeys it keeps for this site."""
    return _ask(ShownPasskeyForm(formdata=None))


@accounts.post("/inloggen/toegangssleutel")
@public
@limiter.limit("60/hour")
def do_passkey_sign_in() -> Response:
    """Sign in whoever showed a passkey."""
    form, challenge = ShownPasskeyForm(), asked(SIGN_IN)
    if not form.validate():
        return _ask(form, 422)
    try:
        token = keys.sign_in(g.work, place(), form.credential.data, challenge, device())
    except PasskeyRefused as refusal:
        form.refuse(refusal.sentence)
        return _ask(form, 422)
    login.remember(token)
    return onwards(wanted_page())


@accounts.post("/inloggen/tweede-stap/toegangssleutel")
@requires(Permission.Self.SECOND_STEP)
def passkey_second_step() -> Response:
    """Do the second step with a passkey of one's own."""
    actor, form, challenge = current_actor(), ShownPasskeyForm(), asked(STEP)
    member, token = people.known(g.work, actor.member_id), None
    if form.validate():
        try:
            token = keys.confirm(g.work, place(), member, form.credential.data, challenge, actor.session_key or b"")
        except PasskeyRefused:
            token = None
    if token is None:
        return go("accounts.second_step", next=wanted_page(), mislukt=1)
    login.remember(token)
    return onwards(wanted_page())


def _ask(form: ShownPasskeyForm, status: int = 200) -> Response:
    here = place()
    return page(
        "accounts/passkey_sign_in.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        options=keys.ask_for(here, new_question(SIGN_IN)),
        works=works_at(here.host),
        inside=signed_in(),
        next=wanted_page(),
    )
