"""The administrator's pages of signposts."""

from typing import Any

from flask import Blueprint, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.posts.categories import CATEGORIES
from b2b.signposts import queries, service
from b2b.signposts.forms import ALL, SignpostForm
from b2b.signposts.models import Signpost
from b2b.signposts.rules import DANGER
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_site

signposts = Blueprint("signposts", __name__)


@signposts.get("/beheer/wegwijzers")
@requires(Permission.Municipality.ARRANGE)
def index() -> Any:
    """List every signpost, also what ended."""
    return page("signposts/index.html", rows=queries.every(g.work, _town()), label=_label)


@signposts.get("/beheer/wegwijzers/nieuw")
@requires(Permission.Municipality.ARRANGE)
def new() -> Any:
    """Ask what a new signpost says."""
    return _ask(SignpostForm())


@signposts.post("/beheer/wegwijzers/nieuw")
@requires(Permission.Municipality.ARRANGE)
def add() -> Any:
    """Put up a signpost."""
    form = SignpostForm()
    if not form.validate():
        return _ask(form, status=422)
    service.add(g.work, _town(), form.command())
    return _done(N_("De wegwijzer staat op de site."))


@signposts.get("/beheer/wegwijzers/<ref:signpost>")
@requires(Permission.Municipality.ARRANGE, on=Signpost)
def edit(signpost: Signpost) -> Any:
    """Show what a signpost says, to change it."""
    return _ask(SignpostForm(data=_shown(signpost)), signpost)


@signposts.post("/beheer/wegwijzers/<ref:signpost>")
@requires(Permission.Municipality.ARRANGE, on=Signpost)
def change(signpost: Signpost) -> Any:
    """Change a signpost; one that ended is put up again."""
    form = SignpostForm()
    if not form.validate() or _is_taken(form, signpost):
        return _ask(form, signpost, 422)
    service.change(g.work, signpost, form.command())
    return _done(N_("De wegwijzer is veranderd."))


@signposts.post("/beheer/wegwijzers/<ref:signpost>/stoppen")
@requires(Permission.Municipality.ARRANGE, on=Signpost)
def end(signpost: Signpost) -> Any:
    """Show a signpost no more."""
    service.end(g.work, signpost)
    return _done(N_("De wegwijzer staat niet meer op de site."))


def _shown(signpost: Signpost) -> dict[str, Any]:
    said = signpost.model_dump()
    return said | {"category": signpost.category or ALL}


def _is_taken(form: SignpostForm, signpost: Signpost) -> bool:
    """Say so in the form when another signpost of that kind of help has this name."""
    words = form.command()
    other = queries.called(g.work, signpost.municipality_id, words.category, words.name)
    if other is None or other.id == signpost.id:
        return False
    form.name.errors = [N_("Er is al een wegwijzer met deze naam bij deze soort hulp.")]
    return True


def _ask(form: SignpostForm, signpost: Signpost | None = None, status: int = 200) -> Any:
    return page("signposts/form.html", status=status, errors=status != 200, form=form, signpost=signpost)


def _done(sentence: str) -> Any:
    flash(sentence, "ok")
    return redirect(url_for("signposts.index"), 303)


def _label(code: str) -> str:
    if code == DANGER:
        return N_("Bij gevaar")
    return CATEGORIES[code].label if code in CATEGORIES else N_("Bij alles")


def _town() -> int:
    return current_site().municipality_id or 0
