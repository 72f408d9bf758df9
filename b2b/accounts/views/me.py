"""My page: where everything of mine is, my data, my e-mail address, my devices."""

from flask import Response, current_app, flash, g, session

from b2b.accounts import login, queries
from b2b.accounts.forms import CodeForm, DataForm, NewEmailForm
from b2b.accounts.models import Member, SignInSession
from b2b.accounts.queries import passkeys as kept
from b2b.accounts.rules import ChallengePurpose, CodeAnswer
from b2b.accounts.service import addresses, challenges, people, sessions
from b2b.accounts.views.blueprint import (
    accounts,
    bind_browser,
    browser_secret,
    device,
    fresh,
    go,
    here,
    name_passes,
    new_secret,
    prove_again,
    signed_out_here,
    unbind_browser,
)
from b2b.accounts.views.codes import SENTENCES
from b2b.accounts.views.labels import role_words
from b2b.accounts.views.ways import GROUPS
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@accounts.get("/mijn")
@requires(Permission.Self.SEE)
def me() -> Response:
    """Show the ways to everything of mine; a feature that is not here has none."""
    actor = current_actor()
    there = current_app.view_functions
    groups = [(name, [way for way in ways if way.endpoint in there]) for name, ways in GROUPS]
    who = role_words(actor.grants, actor.neighbourhood_id or 0, here())
    offer = kept.wants_offer(g.work, actor.member_id or 0)
    return page("accounts/me.html", offer=offer, groups=groups, who=who)


@accounts.get("/mijn/gegevens")
@requires(Permission.Self.DATA)
def my_data() -> Response:
    """Show what we know, to change it."""
    member, places = _me(), here()
    hood = places.hoods.get(member.neighbourhood_id)
    known = {"first_name": member.first_name, "neighbourhood": hood.slug if hood else "", "language": member.language}
    return _show_data(DataForm(formdata=None, data=known), member)


@accounts.post("/mijn/gegevens")
@requires(Permission.Self.DATA)
def change_data() -> Response:
    """Keep the new name, neighbourhood and language."""
    member, form = _me(), DataForm()
    form.offer(here())
    if not form.validate() or not name_passes(form, but=member.id):
        return _show_data(form, member, 422)
    new = form.command(here(), member.language)
    people.change(g.work, member, new.first_name, new.neighbourhood_id, new.language)
    session["neighbourhood"] = form.neighbourhood.data
    flash(N_("Je gegevens zijn bewaard."), "ok")
    return go("accounts.my_data")


@accounts.get("/mijn/gegevens/e-mailadres")
@requires(Permission.Self.SEE)
def email() -> Response:
    """Ask for the new address, of somebody who proved not long ago who they are."""
    if not fresh():
        return prove_again("accounts.email")
    return page("accounts/email.html", form=NewEmailForm(), member=_me())


@accounts.post("/mijn/gegevens/e-mailadres")
@requires(Permission.Self.SEE)
@limiter.limit("20/hour")
def ask_new_email() -> Response:
    """Send a code to the new address; the answer does not tell whether it is somebody's already."""
    form, member = NewEmailForm(), _me()
    if not fresh():
        return prove_again("accounts.email")
    if not form.validate():
        return page("accounts/email.html", status=422, form=form, errors=True, member=member)
    secret = browser_secret() or new_secret()
    challenges.ask(g.work, member.municipality_id, form.email.data, secret, device(), ChallengePurpose.CHANGE_EMAIL)
    session["new_email"] = form.email.data
    response = go("accounts.new_email")
    bind_browser(response, secret)
    return response


@accounts.get("/mijn/gegevens/e-mailadres/code")
@requires(Permission.Self.SEE)
def new_email() -> Response:
    """Ask for the code that went to the new address."""
    if "new_email" not in session:
        return go("accounts.email")
    return page("accounts/email_code.html", form=CodeForm(), email=session["new_email"])


@accounts.post("/mijn/gegevens/e-mailadres/code")
@requires(Permission.Self.SEE)
def change_email() -> Response:
    """Keep the new address once its code is right."""
    wanted, form = session.get("new_email"), CodeForm()
    if wanted is None or not fresh():
        return go("accounts.email")
    if form.validate():
        verdict = challenges.answer(g.work, browser_secret(), wanted, form.code.data, ChallengePurpose.CHANGE_EMAIL)
        if verdict.challenge is not None:
            addresses.change_email(g.work, _me(), verdict.challenge, current_actor().session_key)
            return _changed()
        form.code.errors = [SENTENCES.get(verdict.answer, SENTENCES[CodeAnswer.OVER])]
    return page("accounts/email_code.html", status=422, form=form, errors=True, email=wanted)


@accounts.get("/mijn/apparaten")
@requires(Permission.Self.SEE)
def devices() -> Response:
    """List where I am signed in."""
    actor = current_actor()
    return page("accounts/devices.html", devices=queries.devices(g.work, actor.member_id or 0, actor.session_key))


@accounts.post("/mijn/apparaten/<ref:signinsession>/uitloggen")
@requires(Permission.Device.END, on=SignInSession)
def end_device(device: SignInSession) -> Response:
    """Sign one device out; when it is this one, that is signing out."""
    sessions.end(g.work, device.key)
    if device.key == current_actor().session_key:
        login.forget()
        return signed_out_here()
    flash(N_("Dat apparaat is uitgelogd."), "ok")
    return go("accounts.devices")


@accounts.post("/mijn/apparaten/uitloggen")
@requires(Permission.Self.SEE)
def end_other_devices() -> Response:
    """Sign every other device out: for who lost a phone."""
    actor = current_actor()
    sessions.end_all(g.work, actor.member_id or 0, keep=actor.session_key)
    flash(N_("Alle andere apparaten zijn uitgelogd."), "ok")
    return go("accounts.devices")


def _me() -> Member:
    return people.known(g.work, current_actor().member_id)


def _show_data(form: DataForm, member: Member, status: int = 200) -> Response:
    form.offer(here())
    return page(
        "accounts/my_data.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        member=member,
        has_language="language" in form,
    )


def _changed() -> Response:
    session.pop("new_email", None)
    flash(N_("Je nieuwe e-mailadres is bewaard."), "ok")
    response = go("accounts.my_data")
    unbind_browser(response)
    return response
