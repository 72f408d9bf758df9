"""What goes on paper: the card of one person (A5), and the sheet of a neighbourhood for a wall (A4)."""

from datetime import timedelta
from typing import Any

from flask import abort, flash, g, redirect, request, url_for

from b2b.accounts import queries as people
from b2b.accounts.queries import Member
from b2b.accounts.rules.letters import in_halves
from b2b.authz.permissions import Permission
from b2b.core.clock import local
from b2b.core.qr import qr_of
from b2b.core.words import N_
from b2b.municipalities.queries import places
from b2b.paper import queries, service
from b2b.paper.rules import SHEET_MAX, in_pages
from b2b.paper.views.blueprint import paper, post_of, served
from b2b.posts import queries as posts
from b2b.posts.rules import PUBLISHED
from b2b.web.guard import public, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_site


@paper.get("/balie/<ref:member>/vragen/<ref:post>/kaart")
@requires(Permission.Paper.SERVE, on=Member)
def card(member: Member, post: str) -> Any:
    """Show the card of a request, to print: the reference, the code for a telephone, and how it goes on."""
    found, code = post_of(member, post), people.standing_code(g.work, member.id or 0)
    response = page(
        "paper/card.html",
        member=member,
        post=found,
        placed=found.state in PUBLISHED,
        request_qr=qr_of(url_for("posts.show", post=found.reference, _external=True)),
        code=in_halves(code.code) if code and code.code else "",
        until=code.expires_at if code else None,
        sign_in_qr=qr_of(url_for("accounts.paper_sign_in", kaart=member.reference, _external=True)) if code else None,
        home=_home(),
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@paper.post("/balie/<ref:member>/vragen/<ref:post>/kaart")
@requires(Permission.Paper.SERVE, on=Member)
@limiter.limit("20/hour")
def make_code(member: Member, post: str) -> Any:
    """Put a code on the back of the card with which this person can sign in, once."""
    found = post_of(member, post)
    service.make_code(g.work, member)
    flash(N_("De code staat op de achterkant van de kaart. Een oudere kaart werkt niet meer."), "ok")
    return redirect(url_for("paper.card", member=member.reference, post=found.reference), 303)


@paper.get("/balie/<ref:member>/antwoorden")
@requires(Permission.Paper.READ, on=Member)
def answers(member: Member) -> Any:
    """Show what neighbours answered, to print and to give to this person."""
    served(member)
    rows = queries.requests_of(g.work, member.id or 0)
    told = [(row, queries.talks_about(g.work, member.id or 0, row)) for row in rows if row.state in PUBLISHED]
    response = page("paper/answers.html", member=member, requests=[one for one in told if one[1]])
    response.headers["Cache-Control"] = "no-store"
    return response


@paper.get("/buurten/<slug:neighbourhood>/prikbord")
@public
def sheet(neighbourhood: str) -> Any:
    """Show this week's requests of a neighbourhood on A4, with strips to tear off. No names; only what anybody may read."""
    town = current_site().municipality_id or 0
    hood = places(g.work, town).by_slug.get(neighbourhood) or abort(404)
    today = local(g.work.now()).date()
    monday = today - timedelta(days=today.weekday())
    return page(
        "paper/sheet.html",
        hood=hood,
        monday=monday,
        sunday=monday + timedelta(days=6),
        sheets=in_pages(posts.for_the_wall(g.work, hood.id, SHEET_MAX)),
        qr=qr_of(url_for("posts.neighbourhood_feed", neighbourhood=hood.slug, _external=True)),
        home=_home(),
    )


def _home() -> str:
    """Return the address of this site as somebody types it over from paper."""
    return request.host_url.rstrip("/").removeprefix("https://").removeprefix("http://")
