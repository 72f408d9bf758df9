"""Join: a first name, a neighbourhood, two yeses. For who proved a new address."""

from flask import Response, g, make_response, session

from b2b.accounts import login
from b2b.accounts.forms import JoinForm
from b2b.accounts.models import SignInChallenge
from b2b.accounts.service import challenges, joining
from b2b.accounts.views.blueprint import (
    accounts,
    browser_secret,
    chosen_neighbourhood,
    go,
    here,
    name_passes,
    onwards,
    signed_in,
    unbind_browser,
)
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@accounts.get("/meedoen")
@public
def join() -> Response:
    """Ask for the little we need."""
    if signed_in():
        return onwards(None)
    challenge = _proven()
    return _ask(JoinForm(), challenge) if challenge else _start_again()


@accounts.post("/meedoen")
@public
def do_join() -> Response:
    """Make the account and go on to where the visitor was going."""
    challenge, form = _proven(), JoinForm()
    if challenge is None:
        return onwards(None) if signed_in() else _start_again()
    form.offer(here(), chosen_neighbourhood())
    if not form.validate() or not name_passes(form):
        return _ask(form, challenge, 422)
    path = (session.get("joining") or {}).get("next")
    who = form.command(here(), current_actor().language)
    if not joining.may_join(g.work, challenge, who):
        return go("accounts.looked_at_first")
    token = joining.join(g.work, challenge, who)
    if token is None:
        return _start_again()
    login.remember(token)
    session["neighbourhood"] = form.neighbourhood.data
    response = make_response(onwards(path))
    unbind_browser(response)
    return response


@accounts.get("/meedoen/we-kijken-samen")
@public
def looked_at_first() -> Response:
    """Say kindly that a person looks before this account is made."""
    return page("accounts/looked_at_first.html")


def _proven() -> SignInChallenge | None:
    reference = (session.get("joining") or {}).get("challenge")
    return challenges.proven(g.work, reference, browser_secret()) if reference else None


def _ask(form: JoinForm, challenge: SignInChallenge, status: int = 200) -> Response:
    form.offer(here(), chosen_neighbourhood())
    return page("accounts/join.html", status=status, form=form, errors=bool(form.errors), email=challenge.email)


def _start_again() -> Response:
    return go("accounts.sign_in")
