"""Words of a municipality: what we do not know yet, and what the administrator taught us."""

from typing import Any

from flask import flash, g, redirect, request, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.matching import queries, service
from b2b.matching.forms import WordForm
from b2b.matching.rules.lexicon import concepts
from b2b.matching.rules.own import AUTHORS_LEAST, read_word
from b2b.matching.views.searching import matching
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_site


@matching.get("/beheer/woorden")
@requires(Permission.Municipality.ARRANGE)
def words() -> Any:
    """Show words that we do not know, with their numbers, and the words of the municipality."""
    told = {"word": request.args.get("woord", ""), "concept": request.args.get("over", "")}
    return _show(WordForm(formdata=None, data=told))


@matching.post("/beheer/woorden")
@requires(Permission.Municipality.ARRANGE)
def add_word() -> Any:
    """Let a word lead somewhere; the posts are read again in the background."""
    form = WordForm()
    if not form.validate():
        return _show(form, 422)
    service.add_word(g.work, _town(), read_word(form.word.data or ""), form.code)
    flash(N_("Dit woord kennen we nu. Berichten worden op de achtergrond opnieuw gelezen."), "ok")
    return redirect(url_for("matching.words"), 303)


@matching.post("/beheer/woorden/weg")
@requires(Permission.Municipality.ARRANGE)
def remove_word() -> Any:
    """Take a word out again."""
    service.remove_word(g.work, _town(), request.form.get("word", ""))
    flash(N_("Dit woord is weg uit de lijst."), "ok")
    return redirect(url_for("matching.words"), 303)


def _show(form: WordForm, status: int = 200) -> Any:
    known = concepts()
    labels = {code: concept.label for code, concept in known.items()}
    return page(
        "matching/words.html",
        status=status,
        errors=status == 422,
        form=form,
        own=sorted(queries.own_words(g.work, _town()).concepts.items()),
        unknown=queries.unknown_words(g.work, _town()),
        labels=labels,
        learns=queries.learns(g.work, _town()),
        least=AUTHORS_LEAST,
    )


def _town() -> int:
    return current_site().municipality_id or 0
