"""The administrator's pages: write a new version of a text, and say what only the municipality knows."""

from datetime import timedelta
from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.consent import queries, service
from b2b.consent.builtin import own_part, subjects
from b2b.consent.forms import DetailsForm, WriteForm
from b2b.consent.rules import HELP, NOTICE, SETTING, NothingChanged, Text, TooSoon, address_of, blocks, subject_of
from b2b.consent.views.blueprint import consent
from b2b.consent.views.texts import difference
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.municipalities import queries as places
from b2b.municipalities import service as choosing
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_site

CONTACTS = {"residents": "contact.residents", "authorities": "contact.authorities"}


@consent.get("/beheer/teksten")
@requires(Permission.Municipality.ARRANGE)
def own_texts() -> Any:
    """List every text with how it stands."""
    rows = [(address_of(subject), queries.standing(g.work, _town(), subject)) for subject in subjects()]
    return page("consent/own_texts.html", rows=rows)


@consent.get("/beheer/teksten/<slug:text>")
@requires(Permission.Municipality.ARRANGE)
def write(text: str) -> Any:
    """Begin a new version from the words that hold now."""
    known = _latest(subject_of(text))
    own = own_part(known.body, queries.insurance(g.work, _town()))
    return _ask(text, WriteForm(formdata=None, data={"title": known.title, "body": own}))


@consent.post("/beheer/teksten/<slug:text>")
@requires(Permission.Municipality.ARRANGE)
def do_write(text: str) -> Any:
    """Show the new version first; write it when the administrator has seen it."""
    form, subject = WriteForm(), subject_of(text)
    _latest(subject)  # an unknown text is not there
    if not form.validate():
        return _ask(text, form, status=422)
    if request.form.get("step") != "write":
        return _ask(text, form, preview=True)
    try:
        service.write(g.work, _town(), subject, form.command())
    except TooSoon as soon:
        form.since.errors = [soon.sentence]
    except NothingChanged as same:
        form.body.errors = [same.sentence]
    else:
        flash(N_("De nieuwe versie is opgeslagen."), "ok")
        return redirect(url_for("consent.versions", text=text), 303)
    return _ask(text, form, status=422)


@consent.post("/beheer/teksten/<slug:text>/overnemen")
@requires(Permission.Municipality.ARRANGE)
def adopt(text: str) -> Any:
    """Make the words that hold now the municipality's own."""
    service.adopt(g.work, _town(), subject_of(text))
    flash(N_("De gemeente heeft deze tekst vastgesteld."), "ok")
    return redirect(url_for("consent.own_texts"), 303)


@consent.get("/beheer/gegevens")
@requires(Permission.Municipality.ARRANGE)
def details() -> Any:
    """Ask for what only the municipality can know."""
    chosen = places.settings(g.work, _town())
    known = {"insurance": chosen.get(SETTING, "")} | {name: chosen.get(key, "") for name, key in CONTACTS.items()}
    return page("consent/details.html", form=DetailsForm(formdata=None, data=known))


@consent.post("/beheer/gegevens")
@requires(Permission.Municipality.ARRANGE)
def do_details() -> Any:
    """Keep it: the sentence about insurance goes into every disclaimer at once."""
    form = DetailsForm()
    if not form.validate():
        return page("consent/details.html", status=422, form=form, errors=True)
    service.choose_insurance(g.work, _town(), form.insurance.data)
    for name, key in CONTACTS.items():
        choosing.choose(g.work, _town(), key, form[name].data)
    flash(N_("Je gegevens zijn opgeslagen."), "ok")
    return redirect(url_for("consent.opening"), 303)


def _ask(address: str, form: WriteForm, *, status: int = 200, preview: bool = False) -> Any:
    subject = subject_of(address)
    known, today = _latest(subject), local(g.work.now()).date()
    stored = queries.newest(g.work, _town(), subject)
    written = Text(subject, form.title.data or "", form.body.data or "")
    own = Text(subject, known.title, own_part(known.body, queries.insurance(g.work, _town())))
    return page(
        "consent/write.html",
        status=status,
        form=form,
        address=address,
        known=known,
        is_help=subject.startswith(HELP),
        is_adopted=stored is not None and not stored.built_in,
        preview=blocks(written.body) if preview else None,
        parts=difference(own, written) if preview else [],
        earliest=today + timedelta(days=NOTICE.days + 1),
        errors=bool(form.errors),
    )


def _latest(subject: str) -> Text:
    standing = queries.standing(g.work, _town(), subject)
    return queries.as_text(standing.next) if standing.next else standing.text


def _town() -> int:
    return current_site().municipality_id or 0
