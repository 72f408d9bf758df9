"""Go on searching as the asker; look for somebody as a moderator."""

from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.municipalities.queries import places
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind
from b2b.promise import queries, service
from b2b.promise.rules import InvitationAnswer
from b2b.promise.rules.waves import BY_HAND, WHY_WORDS, Helper, Need, why_not
from b2b.promise.views.blueprint import promise
from b2b.promise.views.panels import rungs
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

ANSWER_WORDS = {
    InvitationAnswer.ASKED: (N_("Nog geen antwoord"), "info"),
    InvitationAnswer.YES: (N_("Kan helpen"), "success"),
    InvitationAnswer.NOT_NOW: (N_("Nu even niet"), "neutral"),
}


@promise.post("/berichten/<ref:post>/zoek-verder")
@requires(Permission.Post.MANAGE, on=Post)
@limiter.limit("20/day")
def go_on(post: Post) -> Any:
    """Look for somebody else, or go on waiting: the clock begins again."""
    service.go_on(g.work, post)
    flash(N_("Wij zoeken verder. Wie al gevraagd is, krijgt niet nog een mail."), "ok")
    return redirect(url_for("posts.show", post=post.reference), 303)


@promise.get("/controleren/zoek-iemand")
@requires(Permission.Moderation.QUEUE)
def wanted() -> Any:
    """List the requests that nobody answered, for who can look for somebody."""
    actor = current_actor()
    hoods = None if actor.has(Role.ADMINISTRATOR) else actor.neighbourhoods(Role.MODERATOR)
    town = actor.municipality_id or 0
    known, found = places(g.work, town), queries.wanted(g.work, town, hoods)
    rows = [(one, post, known.label(post.neighbourhood_id)) for one, post in found]
    return page("promise/wanted.html", rows=rows)


@promise.get("/controleren/zoek-iemand/<ref:post>")
@requires(Permission.Post.MODERATE, on=Post)
def find_somebody(post: Post) -> Any:
    """Show a moderator who fits a request, who was asked, and who cannot be asked and why."""
    if post.kind is not PostKind.REQUEST:
        abort(404)
    found, need = queries.promise_of(g.work, post.id or 0), queries.need_of(g.work, post)
    return page(
        "promise/find.html",
        post=post,
        place=places(g.work, post.municipality_id).label(post.neighbourhood_id),
        rungs=rungs(g.work, found) if found else [],
        people=_people(post, need),
        asked=_asked(post),
    )


@promise.post("/controleren/zoek-iemand/<ref:post>")
@requires(Permission.Post.MODERATE, on=Post)
@limiter.limit("60/hour")
def ask_somebody(post: Post) -> Any:
    """Ask the neighbour whom a moderator chose."""
    member = people.member_by_reference(g.work, request.form.get("buur", "")[:11])
    if member is None or member.municipality_id != post.municipality_id:
        abort(404)
    service.ask_by_hand(g.work, post, member.id)
    flash(N_("Gevraagd. Deze buur krijgt een mail."), "ok")
    return redirect(url_for("promise.find_somebody", post=post.reference), 303)


def _people(post: Post, need: Need) -> list[dict[str, Any]]:
    """Return who fits and was not asked yet, with the reason when that cannot be now."""
    known, found = places(g.work, post.municipality_id), queries.helpers_for(g.work, post)
    known_people = people.members(g.work, [one.member_id for one in found])
    rows = [(one, known_people.get(one.member_id)) for one in found if not one.asked_before]
    return [
        {
            "name": who.first_name,
            "reference": who.reference,
            "place": known.label(one.neighbourhood_id),
            **_reason(one, need),
        }
        for one, who in rows
        if who is not None
    ]


def _reason(one: Helper, need: Need) -> dict[str, Any]:
    why = why_not(one, need, g.work.now())
    return {"why": WHY_WORDS[why] if why else "", "can": why is None or why in BY_HAND}


def _asked(post: Post) -> list[dict[str, Any]]:
    asked = queries.invited_to(g.work, post.id or 0)
    names = people.names(g.work, [one.member_id for one in asked])
    return [
        {"name": names.get(one.member_id, ""), "at": one.created_at, "answer": ANSWER_WORDS[one.answer]}
        for one in asked
    ]
