"""Sign in with the code on a card of the desk: once, and then on to adding an e-mail address."""

from flask import Response, flash, g, make_response, redirect, request, url_for

from b2b.accounts import login
from b2b.accounts.forms.paper import PaperCodeForm
from b2b.accounts.service import joining, paper
from b2b.accounts.views.blueprint import accounts, device, onwards, signed_in
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site

WRONG = N_("Dit nummer en deze code horen niet bij elkaar, of de code werkt niet meer. Bel ons voor een nieuwe code.")


@accounts.get("/inloggen/kaart")
@public
def paper_sign_in() -> Response:
    """Ask for the number and the code of a card; the QR code on it fills in the number."""
    if signed_in():
        return onwards(None)
    form = PaperCodeForm(data={"card": read_reference(request.args.get("kaart", "")) or ""})
    return page("accounts/paper_sign_in.html", form=form)


@accounts.post("/inloggen/kaart")
@public
@limiter.limit("20/hour")
def use_paper_code() -> Response:
    """Let the owner of the card in. The code is used up with it."""
    form = PaperCodeForm()
    if not form.validate():
        return page("accounts/paper_sign_in.html", status=422, form=form, errors=True)
    member = paper.use_code(g.work, current_site().municipality_id or 0, form.card.data, form.code.data)
    if member is None:
        return _wrong(form)
    login.remember(joining.enter(g.work, member, device()))
    flash(N_("Je bent ingelogd. Vul hier je e-mailadres in, dan kun je de volgende keer zelf inloggen."), "ok")
    return make_response(redirect(url_for("accounts.email"), 303))


def _wrong(form: PaperCodeForm) -> Response:
    form.code.errors = [WRONG]
    return page("accounts/paper_sign_in.html", status=422, form=form, errors=True)
