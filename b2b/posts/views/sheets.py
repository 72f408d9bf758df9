"""One step of placing a post as somebody sees it: whose draft, which question, where to next."""

from dataclasses import dataclass
from typing import Any

from flask import Response, abort, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.consent import queries as consent
from b2b.consent.rules import blocks, help_subject
from b2b.core.words import N_
from b2b.municipalities.queries import shut_hoods
from b2b.posts import queries, service
from b2b.posts.categories import CATEGORIES, find_category
from b2b.posts.forms import CategoryForm, CheckForm, HelpersForm, PlaceForm, TaskForm, TermsForm, WordsForm
from b2b.posts.labels import PRIVATE_WARNINGS
from b2b.posts.models import Draft
from b2b.posts.panels import draft_panels, helpers, probable_kinds, probable_task, step_parts
from b2b.posts.rules import Behalf, DraftExpired, PostKind, private_marks
from b2b.posts.views.blueprint import browser_key, here, own_hood
from b2b.posts.wizard import (
    BEHALF_LABELS,
    READER_LABELS,
    Answers,
    Step,
    before,
    following,
    position,
    reachable,
    reader,
    where_words,
)
from b2b.posts.wording import EXAMPLES
from b2b.web.guard import find
from b2b.web.i18n import translations
from b2b.web.pages import page
from b2b.web.screening import alarm
from b2b.web.transactions import current_actor, current_site

TEMPLATES = {
    Step.CATEGORY: "posts/step_category.html",
    Step.RULES: "posts/step_rules.html",
    Step.WORDS: "posts/step_words.html",
    Step.PLACE: "posts/step_place.html",
    Step.HELPERS: "posts/step_helpers.html",
    Step.CHECK: "posts/step_check.html",
    Step.TERMS: "posts/step_terms.html",
}
TILES = [{"value": c.code, "label": c.label, "icon": c.icon, "help": c.example} for c in CATEGORIES.values()]
FIRST_TILES = 5
CHANGING = "wijzig"
"""In an address: this answer is being changed, go back to the check afterwards."""


def tiles_for(text: str) -> dict[str, Any]:
    """Return the tiles for what somebody typed: the five most probable and "anders" first, then the others."""
    town = current_site().municipality_id or 0
    codes = [code for code in probable_kinds(g.work, town, text) if code != "anders"][:FIRST_TILES]
    if not codes:
        return {"options": TILES, "told": text}
    first = [*codes, "anders"]
    known = {tile["value"]: tile for tile in TILES}
    others = [tile for tile in TILES if tile["value"] not in first]
    return {"options": [*(known[code] for code in first), *others], "shown": len(first), "told": text}


@dataclass(frozen=True)
class Sheet:
    """A step of a draft that is open now."""

    draft: Draft
    step: Step

    @property
    def answers(self) -> Answers:
        """Return what was answered so far, with what was typed but not finished on this page."""
        unfinished = self.draft.answers.get("unfinished", {}).get(self.step.value, {})
        return {**self.draft.answers, **unfinished}

    @property
    def changing(self) -> bool:
        return CHANGING in request.args

    def address(self, step: Step, *, changing: bool = False) -> str:
        """Return where a step of this draft is."""
        return step_url(self.draft, step, changing=changing)

    def form(self) -> Any:
        """Return the form of this step; on a first look it shows what was answered before."""
        form = FORMS[self.step]()
        if self.step is Step.HELPERS:
            form.ask(helpers(g.work, current_actor(), self.draft))
        _ask(form, self.draft.kind, self.answers)
        if request.method == "GET":
            form.fill(self.answers)
            if self.step is Step.RULES and not form.task.data:
                form.task.data = probable_task(self.draft.answers["category"], self._begun())
            if self.step is Step.PLACE and not form.neighbourhood.data and (hood := own_hood()):
                form.neighbourhood.data = hood.slug
        return form

    def _begun(self) -> str:
        """Return what was typed above the tiles: the beginning of a title."""
        return self.draft.answers.get("unfinished", {}).get(Step.WORDS.value, {}).get("title") or ""

    def save(self, answers: dict[str, Any]) -> None:
        """Keep finished answers; what was typed before and not finished is overtaken."""
        unfinished = {k: v for k, v in self.draft.answers.get("unfinished", {}).items() if k != self.step.value}
        service.save_answers(
            g.work, self.draft, {**answers, "unfinished": unfinished}, member_id=current_actor().member_id
        )

    def put_aside(self, answers: dict[str, Any]) -> None:
        """Keep what was typed so far, finished or not."""
        unfinished = {**self.draft.answers.get("unfinished", {}), self.step.value: answers}
        service.save_answers(g.work, self.draft, {"unfinished": unfinished}, member_id=current_actor().member_id)

    def onwards(self) -> Response:
        """Go to the next question, or back to the check after a change."""
        return _go(self.address(following(self.step, self.draft.answers, changing=self.changing)))

    def show(self, form: Any, status: int = 200) -> Response:
        """Show the question; with 422 what was typed comes back with what to do."""
        number, of = position(self.step, self.draft.answers)
        earlier = before(self.step, self.draft.answers)
        back = Step.CHECK if self.changing else earlier
        return page(
            TEMPLATES[self.step],
            status=status,
            errors=status in (422, 429),
            form=form,
            step=number,
            steps=of,
            draft=self.draft,
            kind=self.draft.kind,
            category=find_category(self.draft.answers.get("category")),
            back_url=self.address(back) if back else url_for("posts.start"),
            alarm=self._alarm(form),
            **self._more(),
        )

    def _alarm(self, form: Any) -> list[Any]:
        """Return the cards with help for what was said so far, sent or not."""
        said = {name: form[name].data for name in ("title", "body") if name in form} or self.answers
        return alarm(str(said.get("title") or ""), str(said.get("body") or ""))

    def _more(self) -> dict[str, Any]:
        if self.step is Step.CATEGORY:
            return tiles_for("")
        if self.step is Step.CHECK:
            fitting = draft_panels(g.work, current_actor(), self.draft)
            return {"rows": self.summary(), "warnings": _warnings(self.draft.answers), "panels": fitting}
        if self.step is Step.WORDS:
            sentences = EXAMPLES.get(self.draft.answers.get("category", ""), ())
            return {"parts": step_parts(g.work, self.draft), "sentences": sentences}
        if self.step is Step.TERMS:
            subject = help_subject(self.draft.answers["category"])
            text = consent.current(g.work, self.draft.municipality_id, subject)
            return {"text": text, "blocks": blocks(text.body)}
        return {}

    def summary(self) -> list[dict[str, Any]]:
        """Return every answer with the link that changes it."""
        said, category = self.draft.answers, find_category(self.draft.answers.get("category"))
        task = category.task(said.get("task", "")) if category else None
        t = _translate
        rows = [
            (N_("Soort hulp"), t(category.label) if category else "", Step.CATEGORY),
            (N_("Waar het om gaat"), t(task.label) if task else "", Step.RULES),
            (N_("Titel"), said["title"], Step.WORDS),
            (N_("Je vraag") if self.draft.kind is PostKind.REQUEST else N_("Je aanbod"), said["body"], Step.WORDS),
            (N_("Voor wie"), t(_for_whom(self.draft.kind, said)), Step.PLACE),
            (N_("Buurt"), here().label(said["neighbourhood_id"]), Step.PLACE),
            (N_("Plek"), where_words(said), Step.PLACE),
            (N_("Wanneer"), said.get("when") or t(N_("Dat maakt niet uit")), Step.PLACE),
            (N_("Wie mag dit lezen"), t(READER_LABELS[reader(said)]), Step.PLACE),
            (N_("Wie vragen we"), self._asked(), Step.HELPERS),
        ]
        return [
            {"key": key, "value": value, "change_url": self.address(step, changing=True)}
            for key, value, step in rows
            if value
        ]

    def _asked(self) -> str:
        """Return whom a quiet request is asked of: by first name for members, who alone see names."""
        said = self.draft.answers
        if not said.get("quiet"):
            return ""
        if said.get("helpers") and current_actor().member_id is None:
            return _translate(N_("De buren die je koos"))
        names = people.names(g.work, said.get("helpers", ()))
        return ", ".join(sorted(names.values())) or _translate(N_("3 buren die goed passen"))


FORMS: dict[Step, Any] = {
    Step.CATEGORY: CategoryForm,
    Step.RULES: TaskForm,
    Step.WORDS: WordsForm,
    Step.PLACE: PlaceForm,
    Step.HELPERS: HelpersForm,
    Step.CHECK: CheckForm,
    Step.TERMS: TermsForm,
}


def opened(reference: str, step: str) -> Sheet | Response:
    """Return the step of one's own draft, or the way to where its author should be instead.

    A draft of somebody else does not exist (404); an expired one says so (410).
    """
    draft = own_draft(reference)
    if step not in list(Step):
        abort(404)
    if draft.post_id is not None:
        post = queries.post(g.work, draft.post_id)
        return _go(url_for("posts.placed", post=post.reference) if post else url_for("posts.feed"))
    if draft.expires_at < g.work.now():
        raise DraftExpired()
    asked, open_now = Step(step), reachable(Step(step), draft.answers)
    return Sheet(draft, asked) if asked is open_now else _go(step_url(draft, open_now))


def own_draft(reference: str) -> Draft:
    """Return a draft of this member or of this browser, or 404."""
    draft: Draft = find(Draft, reference)
    actor = current_actor()
    if draft.member_id is not None:
        mine = draft.member_id == actor.member_id
    else:
        mine = draft.browser_key is not None and draft.browser_key == browser_key()
    return draft if mine else abort(404)


def step_url(draft: Draft, step: Step, *, changing: bool = False) -> str:
    """Return the address of a step."""
    url = url_for("posts.step", draft=draft.reference, step=step.value)
    return f"{url}?{CHANGING}=1" if changing else url


def _translate(text: str) -> str:
    return translations(current_actor().language).ugettext(text) if text else ""


def _ask(form: Any, kind: PostKind, answers: Answers) -> None:
    category = find_category(answers.get("category"))
    if isinstance(form, CategoryForm):
        form.ask(kind)
    elif isinstance(form, TaskForm) and category:
        form.ask(category)
    elif isinstance(form, WordsForm):
        form.ask(kind, category)
    elif isinstance(form, PlaceForm):
        town = here().municipality_id
        form.ask(kind, here(), queries.usual_audience(g.work, town), shut_hoods(g.work, town))


def _warnings(said: Answers) -> list[str]:
    """Return what in the author's words looks too private for everybody to read."""
    text = "\n".join(str(said.get(name, "")) for name in ("title", "body", "where", "when"))
    return [PRIVATE_WARNINGS[mark] for mark in private_marks(text)]


def _for_whom(kind: PostKind, said: Answers) -> str:
    if kind is PostKind.OFFER:
        return ""
    if not said.get("for_somebody_else"):
        return N_("Voor mij")
    return BEHALF_LABELS[Behalf(said["behalf"])] if said.get("behalf") else N_("Voor iemand anders")


def _go(url: str) -> Response:
    return redirect(url, 303)  # type: ignore[return-value]
