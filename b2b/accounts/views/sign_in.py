"""Sign in, first half: an e-mail address, and a code on its way to it. And signing out."""

from flask import Response, abort, current_app, g, request, session

from b2b.accounts import login, queries
from b2b.accounts.forms import EmailForm
from b2b.accounts.queries import oidc as providers
from b2b.accounts.queries.people import DemoPerson
from b2b.accounts.rules import DEMO_DOMAIN
from b2b.accounts.service import challenges, joining, sessions
from b2b.accounts.views.blueprint import (
    accounts,
    bind_browser,
    browser_secret,
    device,
    go,
    here,
    new_secret,
    onwards,
    signed_in,
    signed_out_here,
    wanted_page,
)
from b2b.accounts.views.labels import role_words
from b2b.accounts.views.provider import way_out
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor, current_site


@accounts.get("/inloggen")
@public
def sign_in() -> Response:
    """Ask for an e-mail address; who is in already goes on, unless they must prove it again."""
    if signed_in() and "opnieuw" not in request.args:
        return onwards(wanted_page())
    return _ask_for_address(EmailForm())


@accounts.post("/inloggen")
@public
@limiter.limit("20/hour")
def ask_code() -> Response:
    """Send a code. The answer is the same for every address, known or not, mailed or not."""
    form = EmailForm()
    if not form.validate():
        return _ask_for_address(form, 422)
    secret = browser_secret() or new_secret()
    challenges.ask(g.work, current_site().municipality_id or 0, form.email.data, secret, device())
    session["signing_in"] = {"email": form.email.data, "next": wanted_page()}
    response = go("accounts.enter_code")
    bind_browser(response, secret)
    return response


@accounts.post("/inloggen/demo")
@public
def demo_sign_in() -> Response:
    """Look around as one of the made-up people: in the demo only, and as them only."""
    if not current_app.settings.demo:  # type: ignore[attr-defined]
        abort(404)
    known = queries.member_by_reference(g.work, request.form.get("wie", "")[:11])
    if known is None or not (known.email or "").endswith(DEMO_DOMAIN):
        abort(404)
    member = queries.by_email(g.work, known.municipality_id, known.email or "")
    if member is None or member.municipality_id != current_site().municipality_id:
        abort(404)
    staff = bool(queries.grants(g.work, [known.id]))
    login.remember(joining.enter(g.work, member, device(), second_factor=staff))
    return onwards(wanted_page())


@accounts.post("/uitloggen")
@public
def sign_out() -> Response:
    """End this session in the store, so that a copy of the cookie is worth nothing."""
    key = current_actor().session_key
    provider = providers.provider_of_session(g.work, key) if key else None
    if key is not None:
        sessions.end(g.work, key)
    login.forget()
    return signed_out_here(gemeente=provider)


@accounts.get("/uitgelogd")
@public
def signed_out() -> Response:
    """Say that it is done, so that nobody doubts it on a shared phone."""
    return page("accounts/signed_out.html", provider=way_out())


def _ask_for_address(form: EmailForm, status: int = 200) -> Response:
    return page(
        "accounts/sign_in.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        again="opnieuw" in request.args,
        next=wanted_page(),
        providers=providers.provider_buttons(g.work, current_site().municipality_id or 0),
        people=_demo_people() if current_site().demo else [],
    )


def _demo_people() -> list[tuple[DemoPerson, str]]:
    found = queries.demo_people(g.work, current_site().municipality_id or 0)
    return [(person, role_words(person.grants, person.neighbourhood_id, here())) for person in found]
