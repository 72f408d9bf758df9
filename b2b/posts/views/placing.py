"""Placing a post: one question a page, saved as you go, signed in only at the end."""

from collections.abc import Sequence
from typing import Any

from flask import Response, flash, g, redirect, request, url_for

from b2b.accounts.rules.pace import NotYetAllowed, TooManyPosts
from b2b.consent.rules import TermsChanged
from b2b.consent.signposts import SIGNPOSTS
from b2b.core.text import clean_line
from b2b.core.words import N_
from b2b.municipalities.queries import shut_hoods
from b2b.posts import queries, service
from b2b.posts.categories import CATEGORIES, STOPS
from b2b.posts.labels import KIND_CODES
from b2b.posts.models import Draft
from b2b.posts.panels import named_kinds, step_parts, tapped
from b2b.posts.rules import TITLE_MAX, NotOpenHere, PostKind
from b2b.posts.ticks import ticked_again
from b2b.posts.views.blueprint import browser_key, here, own_hood, posts
from b2b.posts.views.questions import first_form
from b2b.posts.views.sheets import Sheet, opened, own_draft, step_url, tiles_for
from b2b.posts.wizard import Step, following, position, reachable
from b2b.web import refusals, screening
from b2b.web.guard import SignInNeeded, public
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor, current_site

NAMED = "genoemd"
"""What the words above the tiles named so far, so that a tile that was unticked by hand stays so."""
SCREENED = ("title", "body", "where", "when")
"""What everybody reads of an answer."""


@posts.get("/plaatsen")
@public
def start() -> Any:
    """Ask what somebody comes for, or (`?soort=`) the first question at once."""
    kind = KIND_CODES.get(request.args.get("soort", ""))
    if kind is None:
        waiting = queries.drafts_of(g.work, current_actor().member_id, browser_key())
        return page("posts/start.html", drafts=[resumed(draft) for draft in waiting], shut=shut_at_home())
    form = first_form(kind)
    tapped_now = [code for code in request.args.getlist("category") if code in CATEGORIES]
    if kind is PostKind.REQUEST:
        form.category.data = next(iter(tapped_now), None)
        return _first(form, kind)
    named, before = _named(), _named_before()
    form.category.data = ticked_again(named, before, tapped_now)
    return _first(form, kind, named=[*before, *named])


@posts.post("/plaatsen")
@public
@limiter.limit("60/hour")
def begin() -> Any:
    """Make a draft of the first answer."""
    kind = KIND_CODES.get(request.args.get("soort", ""), PostKind.REQUEST)
    form = first_form(kind)
    if not form.validate():
        return _first(form, kind, 422)
    draft = _started(kind, form)
    return redirect(step_url(draft, following(Step.CATEGORY, draft.answers)), 303)


@posts.get("/plaatsen/<ref:draft>/<slug:step>")
@public
def step(draft: str, step: str) -> Any:
    """Show one question."""
    sheet = opened(draft, step)
    if isinstance(sheet, Response):
        return sheet
    if sheet.step is Step.TERMS and current_actor().member_id is None:
        raise SignInNeeded
    return sheet.show(sheet.form())


@posts.post("/plaatsen/<ref:draft>/<slug:step>")
@public
def answer(draft: str, step: str) -> Any:
    """Keep the answer and go on."""
    sheet = opened(draft, step)
    if not isinstance(sheet, Sheet):
        return sheet
    form = sheet.form()
    if "later" in request.form:
        return _later(sheet, form)
    if sheet.step is Step.TERMS:
        return _finish(sheet, form)
    if not form.validate() or not screening.passes(form, *SCREENED, place="post"):
        return sheet.show(form, 422)
    if stop := _stopped(sheet, form):
        return redirect(url_for("posts.stop", draft=draft, stop=stop), 303)
    sheet.save(form.answers())
    return sheet.onwards()


@posts.get("/plaatsen/<ref:draft>/niet-voor-buren/<slug:stop>")
@public
def stop(draft: str, stop: str) -> Any:
    """Explain what neighbours must not do for each other, and where to go instead."""
    mine = own_draft(draft)
    why = STOPS.get(stop)
    if why is None:
        return redirect(step_url(mine, Step.CATEGORY), 303)
    places = [SIGNPOSTS[code] for code in why.signposts]
    rules = step_url(mine, reachable(Step.RULES, mine.answers))
    again, parts = step_url(mine, Step.CATEGORY), step_parts(g.work, mine, stopped=True)
    return page("posts/stop.html", stop=why, places=places, parts=parts, back_url=rules, again_url=again)


@posts.post("/plaatsen/<ref:draft>/weggooien")
@public
def drop(draft: str) -> Any:
    """Throw a draft away."""
    mine = own_draft(draft)
    if mine.post_id is None:
        service.drop_draft(g.work, mine)
    flash(N_("We hebben je antwoorden weggegooid."), "ok")
    return redirect(url_for("posts.start"), 303)


def _later(sheet: Sheet, form: Any) -> Any:
    """Keep what was typed, finished or not, and say where to find it."""
    sheet.put_aside(form.answers() if sheet.step is not Step.TERMS else {})
    flash(N_("We hebben je antwoorden bewaard. Je vindt ze op deze pagina terug."), "ok")
    return redirect(url_for("posts.start"), 303)


def _finish(sheet: Sheet, form: Any) -> Any:
    """Make the draft a post, once, for who is signed in and agrees."""
    member_id = current_actor().member_id
    if member_id is None:
        return redirect(sheet.address(Step.TERMS), 303)
    if not form.validate():
        return sheet.show(form, 422)
    try:
        post = service.finish_draft(g.work, sheet.draft, member_id, seen=form.seen.data or ())
    except TermsChanged as changed:
        form.agreed.data = False
        form.agreed.errors = [changed.sentence]
        return sheet.show(form, 422)
    except (TooManyPosts, NotYetAllowed, NotOpenHere) as refusal:
        return refusals.kept(refusal, form, sheet.show)
    return redirect(url_for("posts.placed", post=post.reference), 303)


def _stopped(sheet: Sheet, form: Any) -> str:
    """Return the code of the stop that an answer leads to, or nothing."""
    return form.stop if sheet.step is Step.RULES else ""


def _started(kind: PostKind, form: Any) -> Draft:
    """Return a draft that begins with what was typed and chosen."""
    actor, town, text = current_actor(), current_site().municipality_id or 0, told()
    key = browser_key(make=actor.member_id is None)
    answers = form.answers() | _begun(text)
    tapped(g.work, town, text, answers["category"])
    return service.start_draft(g.work, town, kind, answers, member_id=actor.member_id, browser_key=key)


def shut_at_home() -> str:
    """Return the name of one's own neighbourhood when it is not open yet, else nothing."""
    hood = own_hood()
    return hood.name if hood and hood.id in shut_hoods(g.work, here().municipality_id) else ""


def told() -> str:
    """Return what somebody typed above the tiles, to find the kind of help by."""
    return clean_line(request.args.get("tekst", "")[: 2 * TITLE_MAX])[:TITLE_MAX]


def _named() -> list[str]:
    """Return the kinds of help that those words name."""
    return list(named_kinds(g.work, current_site().municipality_id or 0, told()))


def _named_before() -> list[str]:
    """Return the kinds that the words named before they changed."""
    return [code for code in request.args.get(NAMED, "").split() if code in CATEGORIES]


def _begun(text: str) -> dict[str, Any]:
    """Return that text as the beginning of the title, so that nobody types it twice."""
    return {"unfinished": {Step.WORDS.value: {"title": text}}} if text else {}


def _first(form: Any, kind: PostKind, status: int = 200, named: Sequence[str] = ()) -> Response:
    number, of = position(Step.CATEGORY, {})
    return page(
        "posts/step_category.html",
        status=status,
        errors=status == 422,
        form=form,
        step=number,
        steps=of,
        kind=kind,
        back_url=url_for("posts.start"),
        named=" ".join(dict.fromkeys(named)),
        **tiles_for(told(), form.category.data or () if kind is PostKind.OFFER else ()),
        fragment="tiles",
    )


def resumed(draft: Any) -> dict[str, Any]:
    """Return a draft for the list of what somebody began."""
    return {
        "reference": draft.reference,
        "kind": draft.kind,
        "title": draft.answers.get("title", ""),
        "category": draft.answers.get("category"),
        "saved_at": draft.updated_at,
        "url": step_url(draft, reachable(Step.CHECK, draft.answers)),
    }
