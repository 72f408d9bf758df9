"""One post: as everybody sees it, and what its author can do with it."""

from datetime import datetime
from functools import partial
from typing import Any

from flask import Response, abort, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import NotYetAllowed
from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.core.words import N_
from b2b.posts import queries, service
from b2b.posts.categories import CATEGORIES
from b2b.posts.forms import FULFILLED, CloseForm, EditForm
from b2b.posts.labels import KIND_LABELS, QUIET_SENTENCES, STATE_LABELS, STATE_SENTENCES, STATE_TONES
from b2b.posts.models import Post
from b2b.posts.panels import panels
from b2b.posts.rules import EDITABLE, POST_LIFECYCLE, PostAction, PostKind, PostState
from b2b.posts.ticks import lines
from b2b.posts.tokens import read_still_needed
from b2b.posts.views.blueprint import browser_key, here, posts
from b2b.posts.views.cards import ago, card
from b2b.posts.views.placing import resumed
from b2b.posts.wizard import BEHALF_SHOWN
from b2b.web import refusals
from b2b.web.guard import ask, find, public, requires
from b2b.web.pages import page
from b2b.web.screening import alarm, passes
from b2b.web.transactions import current_actor


@posts.get("/berichten/<ref:post>")
@requires(Permission.Post.READ, on=Post)
def show(post: Post) -> Any:
    """Show a post: its first words to visitors, all of it to members, the controls to its author."""
    actor = current_actor()
    judges = allows(actor, Permission.Post.MODERATE, post)
    if actor.member_id and not judges and post.author_id in people.blocked_ids(g.work, actor.member_id):
        abort(404)
    template, shown = "posts/show.html" if actor.member_id else "posts/show_visitor.html", _view(post)
    if not judges and shown["author"] and shown["author"].is_out(g.work.now()):
        abort(404)
    return _hidden_from_search(page(template, **shown, panels=panels(g.work, actor, post)))


@posts.get("/berichten/<ref:post>/geplaatst")
@requires(Permission.Post.MANAGE, on=Post)
def placed(post: Post) -> Any:
    """Say what happens next with a post that was just sent in."""
    return page("posts/placed.html", alarm=alarm(post.title, post.body), **_view(post))


@posts.get("/berichten/<ref:post>/afdrukken")
@requires(Permission.Post.READ, on=Post)
def on_paper(post: Post) -> Any:
    """Show what anybody may read of a post large, to print and hang up; others have no such page."""
    if not post.is_shareable:
        abort(404)
    return _hidden_from_search(page("posts/on_paper.html", **_view(post)))


@posts.get("/mijn/berichten")
@requires(Permission.Self.SEE)
def mine() -> Any:
    """List one's own posts in every state, and what was begun."""
    member_id = current_actor().member_id or 0
    known = here()
    cards = [card(row, known, named=False, status=True) for row in queries.mine(g.work, member_id)]
    drafts = [resumed(draft) for draft in queries.drafts_of(g.work, member_id, browser_key())]
    return page("posts/mine.html", cards=cards, drafts=drafts)


@posts.get("/berichten/<ref:post>/wijzigen")
@requires(Permission.Post.MANAGE, on=Post)
def edit(post: Post) -> Any:
    """Show the words of one's own post, to change them."""
    return _show_edit(post, _edit_form(post, EditForm(obj=post)))


@posts.post("/berichten/<ref:post>/wijzigen")
@requires(Permission.Post.MANAGE, on=Post)
def save(post: Post) -> Any:
    """Change one's own post."""
    form = _edit_form(post, EditForm())
    if not form.validate() or not passes(form, "title", "body", "when_words", "where_words", place="post"):
        return _show_edit(post, form, 422)
    try:
        service.edit(g.work, post, form.command(post))
    except NotYetAllowed as refusal:
        return refusals.kept(refusal, form, partial(_show_edit, post))
    flash(AFTER_EDIT[post.state], "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


def _edit_form(post: Post, form: EditForm) -> EditForm:
    form.ask(queries.usual_audience(g.work, post.municipality_id), post)
    return form


def _show_edit(post: Post, form: Any, status: int = 200) -> Response:
    return page("posts/edit.html", status=status, errors=status != 200, form=form, **_view(post))


AFTER_EDIT = {
    PostState.OPEN: N_("Je bericht is veranderd."),
    PostState.WAITING: N_("Je bericht is veranderd. Een buurtmoderator leest het eerst. Je krijgt een mail."),
}


@posts.get("/berichten/<ref:post>/sluiten")
@requires(Permission.Post.MANAGE, on=Post)
def closing(post: Post) -> Any:
    """Ask why somebody closes their post, and say what happens then."""
    return page("posts/close.html", form=CloseForm(), **_view(post))


@posts.post("/berichten/<ref:post>/sluiten")
@requires(Permission.Post.MANAGE, on=Post)
def close(post: Post) -> Any:
    """Close one's own post. A second time finds it closed and is content."""
    form = CloseForm()
    if not form.validate():
        return page("posts/close.html", status=422, errors=True, form=form, **_view(post))
    if post.closed_at is None:
        _end(post, form.why.data)
        flash(N_("Je bericht is gesloten."), "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


@posts.post("/berichten/<ref:post>/heropenen")
@requires(Permission.Post.MANAGE, on=Post)
def reopen(post: Post) -> Any:
    """Bring one's own closed post back."""
    if post.closed_at is not None:
        service.reopen(g.work, post)
        flash(_AFTER_REOPEN[post.state], "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


_AFTER_REOPEN = {
    PostState.OPEN: N_("Je bericht staat weer open."),
    PostState.WAITING: N_("Een buurtmoderator leest je bericht eerst. Je krijgt een mail."),
}


@posts.get("/berichten/<ref:post>/nog-nodig")
@posts.get("/berichten/<ref:post>/nog-nodig/<token:token>")
@public
def still_needed(post: str, token: str = "") -> Any:
    """Ask whether a post is still needed; from the mail nobody has to sign in for this."""
    asked, tapped = _asked_about(post, token), request.args.get("antwoord", "ja")
    is_expired = asked.state is PostState.EXPIRED
    return _hidden_from_search(page("posts/still_needed.html", tapped=tapped, is_expired=is_expired, **_view(asked)))


@posts.post("/berichten/<ref:post>/nog-nodig")
@posts.post("/berichten/<ref:post>/nog-nodig/<token:token>")
@public
def answer_still_needed(post: str, token: str = "") -> Any:
    """Keep the post, or close it; what closed by itself opens again."""
    asked, said = _asked_about(post, token), request.form.get("antwoord", "")
    if asked.state is PostState.OPEN:
        if said == "ja":
            service.keep(g.work, asked)
            flash(N_("Dankjewel. Je bericht blijft staan."), "ok")
        elif said in ("gelukt", "nee"):
            _end(asked, FULFILLED if said == "gelukt" else "")
            flash(N_("Dankjewel. Je bericht is gesloten."), "ok")
    elif asked.state is PostState.EXPIRED and said == "ja":
        service.reopen(g.work, asked)
        flash(N_("Dankjewel. Je bericht staat weer open."), "ok")
    return redirect(request.path, 303)


def _asked_about(reference: str, token: str) -> Post:
    """Return the post for its author: signed in, or with the signed link from the mail."""
    post: Post = find(Post, reference)
    if read_still_needed(token, g.work.now()) != post.reference:
        ask(Permission.Post.MANAGE, post)
    return post


def _end(post: Post, why: str) -> None:
    if why == FULFILLED and POST_LIFECYCLE.allows(post.state, PostAction.FULFIL):
        service.fulfil(g.work, post)
    else:
        service.withdraw(g.work, post)


def _view(post: Post) -> dict[str, Any]:
    """Return what pages about one post show; names come from the database, labels from tables."""
    known, actor, now = here(), current_actor(), g.work.now()
    author = people.member(g.work, post.author_id)
    moment: datetime = post.published_at or post.created_at
    category = CATEGORIES.get(post.category) or CATEGORIES["anders"]
    return {
        "post": post,
        "author": author,
        "is_author": actor.member_id == post.author_id,
        "behalf": BEHALF_SHOWN[post.behalf] if post.behalf else "",
        "is_request": post.kind is PostKind.REQUEST,
        "kind_label": KIND_LABELS[post.kind],
        "category": category,
        "task": category.task(post.task),
        "ticked": lines(post.ticks),
        "place": known.label(post.neighbourhood_id),
        "hood": known.hoods.get(post.neighbourhood_id),
        "when": ago(moment, now, actor.language),
        "state_label": STATE_LABELS[post.state],
        "state_tone": STATE_TONES[post.state],
        "state_sentence": (QUIET_SENTENCES if post.quiet else STATE_SENTENCES)[post.state],
        "can_edit": post.state in EDITABLE,
        "can_close": POST_LIFECYCLE.allows(post.state, PostAction.WITHDRAW),
        "can_reopen": POST_LIFECYCLE.allows(post.state, PostAction.REOPEN),
        "is_open": post.state is PostState.OPEN,
        "address": url_for("posts.show", post=post.reference, _external=True),
    }


def _hidden_from_search(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex"
    return response
