"""One step of placing a post as somebody sees it: whose draft, which question, where to next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Response, abort, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.core.words import N_
from b2b.posts import queries, service
from b2b.posts.categories import CATEGORIES, find_category
from b2b.posts.labels import PRIVATE_WARNINGS
from b2b.posts.models import Draft
from b2b.posts.panels import draft_panels, named_kinds, probable_kinds, step_parts
from b2b.posts.rules import Behalf, DraftExpired, PostKind, private_marks
from b2b.posts.ticks import KINDS_MAX, labels, lines
from b2b.posts.views.blueprint import browser_key, here
from b2b.posts.views.questions import MORE, asked, fill, terms_to_read
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
    ticks,
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
OFFER_TEMPLATES = {Step.RULES: "posts/step_parts.html"}
FIRST_TILES = 5
ALSO_NAMED = 3
"""So many kinds of help that somebody wrote about and did not tick are pointed out."""
CHANGING = "wijzig"
"""In an address: this answer is being changed, go back to the check afterwards."""


def tiles_for(text: str, named: Sequence[str] = ()) -> dict[str, Any]:
    """Return the tiles for what somebody typed: the five most probable and "anders" first, then the others.

    What the text names (and is ticked, of an offer) stands before what is only probable.
    """
    town = current_site().municipality_id or 0
    probable = dict.fromkeys([*named, *probable_kinds(g.work, town, text)])
    codes = [code for code in probable if code != "anders"][: max(FIRST_TILES, len(named))]
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
        form = asked(self.step, self.draft, self.answers)
        if request.method == "GET":
            fill(form, self.draft, self.answers)
        return form

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
        is_offer = self.draft.kind is PostKind.OFFER
        return page(
            (OFFER_TEMPLATES.get(self.step) if is_offer else None) or TEMPLATES[self.step],
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
            return {
                "rows": self.summary(),
                "warnings": _warnings(self.draft.answers),
                "panels": fitting,
                "also_named": self._also_named(),
            }
        if self.step is Step.WORDS:
            sentences = EXAMPLES.get(self.draft.answers.get("category", ""), ())
            return {"parts": step_parts(g.work, self.draft), "sentences": sentences}
        if self.step is Step.TERMS:
            return terms_to_read(self.draft.municipality_id, ticks(self.draft.answers))
        return {}

    def _also_named(self) -> dict[str, Any]:
        """Return kinds of help that the words of an offer name and that are not ticked, with where to tick them."""
        said = self.draft.answers
        chosen = {one.category for one in ticks(said)}
        if self.draft.kind is not PostKind.OFFER or len(chosen) == KINDS_MAX:
            return {}
        named = named_kinds(g.work, self.draft.municipality_id, f"{said['title']}. {said['body']}")
        more = [code for code in named if code not in chosen][:ALSO_NAMED]
        url = f"{self.address(Step.CATEGORY, changing=True)}&{urlencode({MORE: ' '.join(more)})}"
        return {"labels": [CATEGORIES[code].label for code in more], "url": url} if more else {}

    def summary(self) -> list[dict[str, Any]]:
        """Return every answer with the link that changes it."""
        said, category = self.draft.answers, find_category(self.draft.answers.get("category"))
        task = category.task(said.get("task", "")) if category else None
        is_offer, t = self.draft.kind is PostKind.OFFER, _translate
        rows = [
            (N_("Soort hulp"), t(category.label) if category else "", Step.CATEGORY),
            (N_("Ook"), ", ".join(map(t, labels(ticks(said)[1:]))) if is_offer else "", Step.CATEGORY),
            (N_("Wat je kunt doen"), self._parts() if is_offer else "", Step.RULES),
            (N_("Waar het om gaat"), t(task.label) if task and not is_offer else "", Step.RULES),
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

    def _parts(self) -> str:
        """Return what somebody ticked of each kind of help."""
        parts = [_translate(part) for _, parts in lines(ticks(self.draft.answers)) for part in parts]
        return ", ".join(part.rstrip(".") for part in parts)

    def _asked(self) -> str:
        """Return whom a quiet request is asked of: by first name for members, who alone see names."""
        said = self.draft.answers
        if not said.get("quiet"):
            return ""
        if said.get("helpers") and current_actor().member_id is None:
            return _translate(N_("De buren die je koos"))
        names = people.names(g.work, said.get("helpers", ()))
        return ", ".join(sorted(names.values())) or _translate(N_("3 buren die goed passen"))


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
