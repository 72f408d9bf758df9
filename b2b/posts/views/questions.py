"""The form of each step: what it offers, and what it shows on a first look."""

from typing import Any

from flask import g, request

from b2b.consent import queries as consent
from b2b.consent.rules import help_subject
from b2b.municipalities.queries import shut_hoods
from b2b.posts import queries
from b2b.posts.categories import find_category
from b2b.posts.forms import (
    CategoryForm,
    CheckForm,
    HelpersForm,
    OfferForm,
    PlaceForm,
    TaskForm,
    TermsForm,
    TicksForm,
    WordsForm,
)
from b2b.posts.models import Draft
from b2b.posts.panels import helpers, named_kinds, probable_task
from b2b.posts.rules import PostKind
from b2b.posts.ticks import Ticks
from b2b.posts.views.blueprint import here, own_hood
from b2b.posts.wizard import Answers, Step, ticks
from b2b.web.transactions import current_actor

FORMS: dict[Step, Any] = {
    Step.CATEGORY: CategoryForm,
    Step.RULES: TaskForm,
    Step.WORDS: WordsForm,
    Step.PLACE: PlaceForm,
    Step.HELPERS: HelpersForm,
    Step.CHECK: CheckForm,
    Step.TERMS: TermsForm,
}
OFFER_FORMS: dict[Step, Any] = {Step.CATEGORY: OfferForm, Step.RULES: TicksForm}
"""What is asked otherwise of who offers help."""
MORE = "erbij"
"""In an address: codes of kinds of help to tick beforehand, besides what was ticked."""


def first_form(kind: PostKind) -> CategoryForm | OfferForm:
    """Return the very first question, of who has no draft yet."""
    if kind is PostKind.REQUEST:
        return CategoryForm()
    form = OfferForm()
    form.ask({})
    return form


def asked(step: Step, draft: Draft, answers: Answers) -> Any:
    """Return the form of a step of this draft."""
    is_offer, category = draft.kind is PostKind.OFFER, find_category(answers.get("category"))
    form = (OFFER_FORMS.get(step) if is_offer else None) or FORMS[step]
    form = form()
    if isinstance(form, HelpersForm):
        form.ask(helpers(g.work, current_actor(), draft))
    elif isinstance(form, OfferForm):
        form.ask(answers)
    elif isinstance(form, TicksForm):
        form.ask(ticks(answers))
    elif isinstance(form, TaskForm) and category:
        form.ask(category)
    elif isinstance(form, WordsForm):
        form.ask(draft.kind, category)
    elif isinstance(form, PlaceForm):
        town = here().municipality_id
        form.ask(draft.kind, here(), queries.usual_audience(g.work, town), shut_hoods(g.work, town))
    return form


def fill(form: Any, draft: Draft, answers: Answers) -> None:
    """Show what was answered before; where nothing was, what the words say and what is usual."""
    form.fill(answers)
    if isinstance(form, OfferForm):
        form.category.data = list(dict.fromkeys([*form.category.data, *request.args.get(MORE, "").split()]))
    elif isinstance(form, TicksForm):
        form.tick(named_kinds(g.work, draft.municipality_id, _said(draft)))
    elif isinstance(form, TaskForm) and not form.task.data:
        form.task.data = probable_task(draft.answers["category"], _begun(draft))
    elif isinstance(form, PlaceForm) and not form.neighbourhood.data and (hood := own_hood()):
        form.neighbourhood.data = hood.slug


def terms_to_read(municipality_id: int, chosen: Ticks) -> dict[str, Any]:
    """Return the disclaimer of each kind of help, for the page on which somebody says yes to all of them."""
    subjects = [help_subject(one.category) for one in chosen]
    found = consent.together(g.work, municipality_id, subjects)
    return {"texts": found.texts, "ending": found.ending}


def _begun(draft: Draft) -> str:
    """Return what was typed above the tiles: the beginning of a title."""
    return draft.answers.get("unfinished", {}).get(Step.WORDS.value, {}).get("title") or ""


def _said(draft: Draft) -> str:
    """Return everything that was typed so far."""
    said = (_begun(draft), draft.answers.get("title", ""), draft.answers.get("body", ""))
    return ". ".join(filter(None, said))
