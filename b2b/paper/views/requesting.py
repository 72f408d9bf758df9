"""Write a request down together: which kind of help, and then all of it on one page. And later: still needed, or not."""

from functools import partial
from types import SimpleNamespace
from typing import Any

from flask import abort, flash, g, redirect, url_for

from b2b.accounts.queries import Member
from b2b.accounts.rules.pace import NotYetAllowed, TooManyPosts
from b2b.authz.permissions import Permission
from b2b.consent import queries as texts
from b2b.consent.rules import TermsChanged, blocks, help_subject
from b2b.core.words import N_
from b2b.paper import service
from b2b.paper.forms import RequestForm
from b2b.paper.views.blueprint import back_to, paper, post_of, served
from b2b.posts import service as posting
from b2b.posts.categories import CATEGORIES
from b2b.posts.forms import CategoryForm
from b2b.posts.queries import Draft, usual_audience
from b2b.posts.rules import Audience, PostKind
from b2b.web import refusals, screening
from b2b.web.guard import find, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter

TILES = [SimpleNamespace(value=c.code, label=c.label, icon=c.icon, help=c.example) for c in CATEGORIES.values()]


@paper.get("/balie/<ref:member>/vraag")
@requires(Permission.Paper.SERVE, on=Member)
def kind(member: Member) -> Any:
    """Ask with which kind of help this person would be helped."""
    served(member)
    return _ask_kind(member, CategoryForm())


@paper.post("/balie/<ref:member>/vraag")
@requires(Permission.Paper.SERVE, on=Member)
@limiter.limit("60/hour")
def begin(member: Member) -> Any:
    """Begin a request of this kind of help."""
    served(member)
    form, town = CategoryForm(), member.municipality_id
    if not form.validate():
        return _ask_kind(member, form, 422)
    audience = usual_audience(g.work, town)
    answers = form.answers() | {"for_neighbours": audience is not Audience.EVERYBODY}
    draft = posting.start_draft(g.work, town, PostKind.REQUEST, answers, member_id=member.id, browser_key=None)
    return redirect(url_for("paper.words", member=member.reference, draft=draft.reference), 303)


@paper.get("/balie/<ref:member>/vraag/<ref:draft>")
@requires(Permission.Paper.SERVE, on=Member)
def words(member: Member, draft: str) -> Any:
    """Ask for the words, below what is read aloud about this kind of help."""
    return _ask_words(member, _draft(member, draft), RequestForm())


@paper.post("/balie/<ref:member>/vraag/<ref:draft>")
@requires(Permission.Paper.SERVE, on=Member)
@limiter.limit("60/hour")
def place(member: Member, draft: str) -> Any:
    """Place the request, once. A moderator reads it first, as of everybody who is new."""
    mine, form = _draft(member, draft), RequestForm()
    if mine.post_id is None and not _is_complete(mine, form):
        return _ask_words(member, mine, form, 422)
    return _place(member, mine, form)


@paper.post("/balie/<ref:member>/vragen/<ref:post>/stoppen")
@requires(Permission.Paper.SERVE, on=Member)
def stop(member: Member, post: str) -> Any:
    """Take a request back: it is no longer needed."""
    service.withdraw(g.work, member, post_of(member, post))
    flash(N_("De vraag is gesloten. Wie reageerde, krijgt bericht."), "ok")
    return back_to(member)


@paper.post("/balie/<ref:member>/vragen/<ref:post>/nog-nodig")
@requires(Permission.Paper.SERVE, on=Member)
def keep(member: Member, post: str) -> Any:
    """Say that a request is still needed."""
    kept = service.keep(g.work, member, post_of(member, post))
    flash(N_("De vraag blijft staan.") if kept else N_("Deze vraag staat niet meer open."), "ok" if kept else "info")
    return back_to(member)


def _is_complete(draft: Draft, form: RequestForm) -> bool:
    form.ask(CATEGORIES[draft.answers["category"]])
    return bool(form.validate()) and screening.passes(form, "title", "body", "when", place="post")


def _place(member: Member, draft: Draft, form: RequestForm) -> Any:
    if draft.post_id is None:
        posting.save_answers(g.work, draft, form.answers(member.neighbourhood_id), member_id=member.id)
    try:
        post = service.ask(g.work, member, draft, seen=form.seen.data or "")
    except (TermsChanged, TooManyPosts, NotYetAllowed) as refusal:
        form.agreed.data = False
        return refusals.kept(refusal, form, partial(_ask_words, member, draft))
    flash(N_("De vraag is opgeschreven. Print nu de kaart en geef die mee."), "ok")
    return redirect(url_for("paper.card", member=member.reference, post=post.reference), 303)


def _draft(member: Member, reference: str) -> Draft:
    served(member)
    draft: Draft = find(Draft, reference)
    if draft.member_id != member.id or draft.kind is not PostKind.REQUEST:
        abort(404)
    return draft


def _ask_kind(member: Member, form: CategoryForm, status: int = 200) -> Any:
    form.category.label.text = N_("Waarbij zoekt deze persoon hulp?")
    return page("paper/kind.html", status=status, errors=status == 422, member=member, form=form, options=TILES)


def _ask_words(member: Member, draft: Draft, form: RequestForm, status: int = 200) -> Any:
    category = CATEGORIES.get(draft.answers.get("category", "")) or abort(404)
    form.ask(category)
    text = texts.current(g.work, member.municipality_id, help_subject(category.code))
    return page(
        "paper/words.html",
        status=status,
        errors=status == 422,
        member=member,
        category=category,
        text=text,
        blocks=blocks(text.body),
        form=form,
    )
