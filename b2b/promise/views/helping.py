"""A helper's own page: when not to ask me; and per offer when, how far and how often."""

from typing import Any

from flask import abort, flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.promise import queries, service
from b2b.promise.forms import RestForm, TermsForm
from b2b.promise.rules.terms import USUAL_MAX
from b2b.promise.views.blueprint import promise
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@promise.get("/mijn/helpen")
@requires(Permission.Self.SEE)
def helping() -> Any:
    """Show when I am not asked, and my offers."""
    known = queries.rests_of(g.work, [_me()]).get(_me())
    return _show(RestForm(g.work.now(), known))


@promise.post("/mijn/helpen")
@requires(Permission.Self.SEE)
def keep_rest() -> Any:
    """Keep when I am not asked."""
    form = RestForm(g.work.now())
    if not form.validate():
        return _show(form, 422)
    service.keep_rest(g.work, current_actor().municipality_id or 0, _me(), form.command())
    flash(N_("Bewaard. Wij houden ons eraan."), "ok")
    return redirect(url_for("promise.helping"), 303)


@promise.get("/berichten/<ref:post>/hoe-ik-help")
@requires(Permission.Post.MANAGE, on=Post)
def terms(post: Post) -> Any:
    """Ask when, how far and how often somebody helps with this offer."""
    _only_offers(post)
    return _show_terms(post, TermsForm(queries.terms_of(g.work, [post.id or 0]).get(post.id or 0)))


@promise.post("/berichten/<ref:post>/hoe-ik-help")
@requires(Permission.Post.MANAGE, on=Post)
def keep_terms(post: Post) -> Any:
    """Keep when, how far and how often."""
    _only_offers(post)
    form = TermsForm()
    if not form.validate():
        return _show_terms(post, form, 422)
    service.keep_terms(g.work, post, form.command())
    flash(N_("Bewaard. Wij vragen je niet vaker dan dit."), "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


def _show(form: RestForm, status: int = 200) -> Any:
    mine = [row for row in posts.mine(g.work, _me()) if row.kind is PostKind.OFFER and row.state is PostState.OPEN]
    said = queries.terms_of(g.work, [row.id for row in mine])
    offers = [(row, said[row.id].monthly_max if row.id in said else USUAL_MAX) for row in mine]
    return page("promise/helping.html", status=status, errors=status != 200, form=form, offers=offers)


def _show_terms(post: Post, form: TermsForm, status: int = 200) -> Any:
    return page("promise/terms.html", status=status, errors=status != 200, form=form, post=post)


def _only_offers(post: Post) -> None:
    if post.kind is not PostKind.OFFER:
        abort(404)


def _me() -> int:
    return current_actor().member_id or 0
