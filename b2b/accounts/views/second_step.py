"""The second step of signing in, for who has a role: set up an app, then a code each time."""

from typing import Any

from flask import Response, g, request, session

from b2b.accounts import login
from b2b.accounts.forms import AppCodeForm
from b2b.accounts.models import Member
from b2b.accounts.queries import oidc as providers
from b2b.accounts.queries import passkeys as kept
from b2b.accounts.rules.totp import app_address, in_groups, new_secret
from b2b.accounts.service import passkeys as keys
from b2b.accounts.service import people
from b2b.accounts.service import second_step as steps
from b2b.accounts.views.asking import new_question, place
from b2b.accounts.views.blueprint import accounts, onwards, wanted_page
from b2b.authz.permissions import Permission
from b2b.core.crypto import WrongKey, opened_text, sealed_text
from b2b.core.qr import qr_of
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site

STEP = "second-step"
WITH_APP, WITH_PASSKEY = "accounts/second_step.html", "accounts/second_step_passkey.html"
WRONG = N_("Deze code klopt niet. Wacht op de volgende code in de app en vul die in.")


@accounts.get("/inloggen/tweede-stap")
@requires(Permission.Self.SECOND_STEP)
def second_step() -> Response:
    """Ask for the code of the app, or show how to set it up."""
    if current_actor().second_factor:
        return onwards(wanted_page())
    return _ask(AppCodeForm(), _me())


@accounts.post("/inloggen/tweede-stap")
@requires(Permission.Self.SECOND_STEP)
def do_second_step() -> Response:
    """Check the code. Right: this browser gets a new session in which both steps are done."""
    member, form, key = _me(), AppCodeForm(), current_actor().session_key or b""
    if current_actor().second_factor:
        return onwards(wanted_page())
    if not form.validate():
        return _ask(form, member, 422)
    if member.has_second_step:
        token = steps.confirm(g.work, member, form.code.data, key)
    else:
        token = steps.set_up(g.work, member, _secret(), form.code.data, key)
    if token is None:
        form.code.errors = [WRONG]
        return _ask(form, member, 422)
    login.remember(token)
    return onwards(wanted_page())


def _me() -> Member:
    return people.known(g.work, current_actor().member_id)


def _secret() -> str:
    """Return the secret that this browser is setting up; sealed, because the cookie can be read."""
    try:
        return opened_text(session["second_step"])
    except (KeyError, ValueError, WrongKey):
        secret = new_secret()
        session["second_step"] = sealed_text(secret)
        return secret


def _ask(form: AppCodeForm, member: Member, status: int = 200) -> Response:
    words: dict[str, Any] = {"status": status, "form": form, "errors": bool(form.errors)}
    if keys.has_any_factor(g.work, member):
        return page(WITH_APP if member.has_second_step else WITH_PASSKEY, **_passkeys(member), **words)
    if not keys.came_the_right_way(g.work, member, current_actor().session_key or b""):
        ways = providers.provider_buttons(g.work, current_site().municipality_id or 0)
        return page("accounts/second_step_elsewhere.html", providers=ways, next=wanted_page())
    session["after_passkey"] = wanted_page()
    site = current_site()
    address = app_address(_secret(), f"{site.name} {site.municipality_name}", member.first_name)
    return page("accounts/second_step_setup.html", qr=qr_of(address), secret=in_groups(_secret()), **words)


def _passkeys(member: Member) -> dict[str, Any]:
    """Return what the page needs to ask for a passkey; `options` None: there is none for this host."""
    here = place()
    has = kept.passkeys(g.work, member.id or 0, here.host)
    options = keys.ask_for(here, new_question(STEP), has) if has else None
    return {"options": options, "next": wanted_page(), "refused": "mislukt" in request.args}
