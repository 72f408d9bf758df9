"""A quiet request: a neighbour says "not now", its author or a moderator asks a few more."""

from typing import Any

from flask import flash, g, redirect, url_for

from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.matching import inviting
from b2b.matching.views.searching import matching
from b2b.posts import service as posting
from b2b.posts.queries import Post
from b2b.web.guard import requires
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@matching.post("/berichten/<ref:post>/nu-even-niet")
@requires(Permission.Post.DECLINE, on=Post)
def decline(post: Post) -> Any:
    """It does not suit this neighbour now; somebody else is asked."""
    posting.decline(g.work, post, current_actor().member_id or 0)
    flash(N_("Dankjewel voor je antwoord. We vragen een andere buur. Je hoeft niets meer te doen."), "ok")
    return redirect(url_for("posts.feed"), 303)


@matching.post("/berichten/<ref:post>/meer-buren-vragen")
@requires(Permission.Post.INVITE, on=Post)
@limiter.limit("20/hour")
def ask_more(post: Post) -> Any:
    """Ask the next few neighbours who fit."""
    if inviting.ask_more(g.work, post):
        flash(N_("We hebben meer buren gevraagd."), "ok")
    else:
        flash(N_("We vinden nu geen andere buur die past. Elk uur kijken we opnieuw."), "info")
    return redirect(url_for("posts.show", post=post.reference), 303)
