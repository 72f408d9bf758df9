"""Answer an invitation from a mail, without signing in. Looking changes nothing; the tap does."""

from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.conversations import queries as talks
from b2b.core.words import N_
from b2b.municipalities.queries import places
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.promise import queries, service
from b2b.promise.models import HelpAsk
from b2b.promise.rules import InvitationAnswer
from b2b.promise.tokens import read_invitation
from b2b.promise.views.blueprint import promise
from b2b.web.guard import public
from b2b.web.pages import page
from b2b.web.transactions import current_site


@promise.get("/helpen/<token:token>")
@public
def invited(token: str) -> Any:
    """Show what a neighbour is asked, with the two answers."""
    asked, post = _behind(token)
    talk = talks.between(g.work, post.id or 0, asked.member_id)
    return page(
        "promise/invited.html",
        post=post,
        asked=asked,
        talk=talk,
        url=url_for("promise.invited", token=token),
        asker=people.names(g.work, [post.author_id]).get(post.author_id, ""),
        place=places(g.work, post.municipality_id).label(post.neighbourhood_id),
        is_open=post.state is PostState.OPEN,
        wants_no=request.args.get("antwoord") == "nee",
    )


@promise.post("/helpen/<token:token>")
@public
def answer_invitation(token: str) -> Any:
    """Hear yes or "not now" from who holds the link."""
    asked, _ = _behind(token)
    g.work.actor_id = asked.member_id  # the link says who acts, not the browser
    said = request.form.get("antwoord")
    if said == "ja" and asked.answer is not InvitationAnswer.YES:
        service.accept(g.work, asked)
    elif said == "nee":
        service.not_now(g.work, asked)
    elif said != "ja":
        flash(N_("Kies een van de antwoorden."), "error")
    return redirect(url_for("promise.invited", token=token), 303)


def _behind(token: str) -> tuple[HelpAsk, Post]:
    """Return the invitation and the request that a link stands for, or 404: also for who may not read it any more."""
    reference = read_invitation(token, g.work.now())
    asked = queries.invitation(g.work, reference) if reference else None
    post = posts.post(g.work, asked.post_id) if asked else None
    member = people.member(g.work, asked.member_id) if asked else None
    if asked is None or post is None or member is None or not member.is_active:
        abort(404)
    is_ours = asked.municipality_id == current_site().municipality_id
    if not is_ours or not post.is_published or people.are_blocked(g.work, post.author_id, member.id):
        abort(404)
    return asked, post
