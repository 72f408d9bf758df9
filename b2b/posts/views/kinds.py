"""What an offer that stands is for: everything its author can tick, on one page."""

from functools import partial
from typing import Any

from flask import Response, abort, flash, g, redirect, url_for

from b2b.accounts.rules.pace import NotYetAllowed
from b2b.authz.permissions import Permission
from b2b.consent.rules import TermsChanged
from b2b.posts import service
from b2b.posts.forms import MoreKindsForm
from b2b.posts.models import Post
from b2b.posts.rules import EDITABLE, CannotEdit, PostKind
from b2b.posts.views.blueprint import posts
from b2b.posts.views.one import AFTER_EDIT
from b2b.posts.views.questions import terms_to_read
from b2b.web import refusals
from b2b.web.guard import requires
from b2b.web.pages import page


@posts.get("/berichten/<ref:post>/soorten")
@requires(Permission.Post.MANAGE, on=Post)
def kinds(post: Post) -> Any:
    """Show everything one's own offer can be for."""
    form = _form(post)
    form.fill()
    return _shown(post, form)


@posts.post("/berichten/<ref:post>/soorten")
@requires(Permission.Post.MANAGE, on=Post)
def choose_kinds(post: Post) -> Any:
    """Change what one's own offer is for."""
    form = _form(post)
    if not form.validate():
        return _shown(post, form, 422)
    try:
        service.choose_kinds(g.work, post, form.chosen, seen=form.seen.data or ())
    except TermsChanged as changed:
        form.agreed.data, form.agreed.errors = False, [changed.sentence]
        return _shown(post, form, 422)
    except NotYetAllowed as refusal:
        return refusals.kept(refusal, form, partial(_shown, post))
    flash(AFTER_EDIT[post.state], "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


def _form(post: Post) -> MoreKindsForm:
    if post.kind is not PostKind.OFFER:
        abort(404)
    if post.state not in EDITABLE:
        raise CannotEdit()
    form = MoreKindsForm()
    form.ask(post.ticks)
    return form


def _shown(post: Post, form: MoreKindsForm, status: int = 200) -> Response:
    terms = terms_to_read(post.municipality_id, form.fresh)
    return page("posts/kinds.html", status=status, errors=status != 200, form=form, post=post, **terms)
