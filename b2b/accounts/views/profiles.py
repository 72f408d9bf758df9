"""What neighbours see of each other, and how not to meet somebody any more."""

from flask import Response, abort, current_app, flash, g, url_for

from b2b.accounts import queries, service
from b2b.accounts.models import Member
from b2b.accounts.queries import trust
from b2b.accounts.views.blueprint import accounts, go, here
from b2b.authz.permissions import Permission
from b2b.core.words import N_
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@accounts.get("/buren/<ref:member>")
@requires(Permission.Person.READ, on=Member)
def show(member: Member) -> Response:
    """Show a neighbour: first name, neighbourhood, since when. Who blocked you is not there."""
    me = current_actor().member_id or 0
    mine = queries.has_blocked(g.work, me, member.id or 0)
    if not mine and queries.are_blocked(g.work, me, member.id or 0):
        abort(404)
    known = current_app.view_functions
    report = url_for("moderation.notice", over=member.reference) if "moderation.notice" in known else None
    return page(
        "accounts/show.html",
        member=member,
        place=here().label(member.neighbourhood_id),
        is_me=member.id == me,
        blocked=mine,
        report=report,
        words=trust.vouched_roles(g.work, member.id or 0),
    )


@accounts.post("/buren/<ref:member>/blokkeren")
@requires(Permission.Person.BLOCK, on=Member)
def block(member: Member) -> Response:
    """Meet this person no more. They are not told."""
    service.block(g.work, current_actor().member_id or 0, member)
    flash(N_("Gedaan. Jullie zien elkaar hier niet meer."), "ok")
    return go("accounts.blocked")


@accounts.post("/buren/<ref:member>/deblokkeren")
@requires(Permission.Person.BLOCK, on=Member)
def unblock(member: Member) -> Response:
    """Take the block back."""
    service.unblock(g.work, current_actor().member_id or 0, member)
    flash(N_("Gedaan. Jullie kunnen elkaar weer zien."), "ok")
    return go("accounts.blocked")


@accounts.get("/mijn/geblokkeerd")
@requires(Permission.Self.SEE)
def blocked() -> Response:
    """List whom I blocked."""
    return page("accounts/blocked.html", people=queries.blocked_by(g.work, current_actor().member_id or 0))
