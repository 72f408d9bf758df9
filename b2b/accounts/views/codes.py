"""Sign in, second half: the code is typed, or its link is opened in the same browser."""

from flask import Response, g, make_response, request, session

from b2b.accounts import login
from b2b.accounts.forms import CodeForm
from b2b.accounts.models import SignInChallenge
from b2b.accounts.rules import CodeAnswer, spaced
from b2b.accounts.service import challenges, joining
from b2b.accounts.views.blueprint import accounts, browser_secret, go, onwards, signed_in, unbind_browser
from b2b.core.errors import Gone
from b2b.core.words import N_
from b2b.web.guard import public
from b2b.web.pages import page

SENTENCES = {
    CodeAnswer.WRONG: N_("Deze code klopt niet. Kijk nog eens in je mail."),
    CodeAnswer.OVER: N_("Deze code werkt niet meer. Vraag hieronder een nieuwe code."),
}


class LinkOver(Gone):
    """A link from a mail that is used up, too old, or not ours."""

    sentence = N_("Deze link werkt niet meer. Vraag een nieuwe code.")


@accounts.get("/inloggen/code")
@public
def enter_code() -> Response:
    """Ask for the code that was mailed; a double click that has won already goes on."""
    asked = session.get("signing_in")
    if signed_in() and not asked:
        return onwards(None)
    if not asked:
        return go("accounts.sign_in")
    return _ask_for_code(CodeForm(), asked, spent="gebruikt" in request.args)


@accounts.post("/inloggen/code")
@public
def try_code() -> Response:
    """Try the code; right: in, or on to joining."""
    asked, form = session.get("signing_in"), CodeForm()
    if not asked:
        return onwards(None) if signed_in() else go("accounts.sign_in")
    if not form.validate():
        return _ask_for_code(form, asked, status=422)
    verdict = challenges.answer(g.work, browser_secret(), asked["email"], form.code.data)
    if verdict.challenge is not None:
        return _let_in(verdict.challenge, asked["next"])
    if verdict.answer is CodeAnswer.SPENT:
        return go("accounts.enter_code", gebruikt=1)
    form.code.errors = [SENTENCES[verdict.answer]]
    return _ask_for_code(form, asked, status=422)


@accounts.get("/inloggen/link/<token:token>")
@public
def link(token: str) -> Response:
    """Show a button in the browser that asked, and the code in any other. Changes nothing."""
    found = challenges.read_link(g.work, token)
    if found is None:
        raise LinkOver()
    challenge, code = found
    same_browser = challenges.asked_here(challenge, browser_secret())
    response = page("accounts/link.html", same_browser=same_browser, code=spaced(code))
    response.headers["Cache-Control"] = "no-store"
    return response


@accounts.post("/inloggen/link/<token:token>")
@public
def use_link(token: str) -> Response:
    """Sign in with the code of the link: only in the browser that asked for it."""
    found = challenges.read_link(g.work, token)
    if found is None:
        raise LinkOver()
    challenge, code = found
    if not challenges.asked_here(challenge, browser_secret()):
        return go("accounts.link", token=token)
    verdict = challenges.answer(g.work, browser_secret(), challenge.email, code, challenge.purpose)
    if verdict.challenge is None:
        raise LinkOver()
    return _let_in(verdict.challenge, (session.get("signing_in") or {}).get("next"))


def _let_in(challenge: SignInChallenge, path: str | None) -> Response:
    token = joining.sign_in(g.work, challenge)
    if token is None:
        session["joining"] = {"challenge": challenge.reference, "next": path}
        return go("accounts.join")
    login.remember(token)
    response = make_response(onwards(path))
    unbind_browser(response)
    return response


def _ask_for_code(form: CodeForm, asked: dict[str, str], *, spent: bool = False, status: int = 200) -> Response:
    return page(
        "accounts/enter_code.html",
        status=status,
        form=form,
        errors=bool(form.errors),
        email=asked["email"],
        next=asked["next"],
        spent=spent,
    )
