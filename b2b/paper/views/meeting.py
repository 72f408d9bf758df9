"""Agree on a moment on somebody's behalf, give the address, call it off, and look back by telephone."""

from typing import Any

from flask import flash, g

from b2b.accounts.queries import Member
from b2b.agreements import queries as meetings
from b2b.agreements import service as meeting
from b2b.agreements.forms import AddressForm, ProposeForm, wall_clock
from b2b.authz.permissions import Permission
from b2b.consent.match import Match
from b2b.conversations.queries import Conversation
from b2b.core.words import N_
from b2b.paper import queries, service
from b2b.paper.forms import LookBackForm
from b2b.paper.views.blueprint import back_to_talk, meeting_of, paper, talk_of
from b2b.paper.views.helping import match_of
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter


@paper.get("/balie/<ref:member>/gesprekken/<ref:conversation>/afspraak")
@requires(Permission.Paper.SERVE, on=Member)
def propose(member: Member, conversation: str) -> Any:
    """Ask for a day, a time and a place that suit this person."""
    found = talk_of(member, conversation)
    meeting.check_can_propose(g.work, found)
    old = meetings.standing(g.work, found.id or 0)
    form = ProposeForm(g.work.now(), data={**wall_clock(old.starts_at), "place": old.place} if old else {})
    return _ask(member, found, form, match_of(member, found))


@paper.post("/balie/<ref:member>/gesprekken/<ref:conversation>/afspraak")
@requires(Permission.Paper.SERVE, on=Member)
@limiter.limit("60/hour")
def do_propose(member: Member, conversation: str) -> Any:
    """Propose the moment to the helper."""
    found = talk_of(member, conversation)
    form, match = ProposeForm(g.work.now()), match_of(member, found)
    if not (form.validate() & match.agreed(g.work)):  # both, so that everything that is wrong is told at once
        return _ask(member, found, form, match, 422)
    service.propose(g.work, member, found, form.command())
    flash(N_("Het voorstel is verstuurd. Het antwoord komt hier op de lijst."), "ok")
    return back_to_talk(member, found.reference)


@paper.post("/balie/<ref:member>/afspraken/<ref:agreement>/akkoord")
@requires(Permission.Paper.SERVE, on=Member)
def accept(member: Member, agreement: str) -> Any:
    """Say yes to the moment that the helper proposed."""
    found, talk = meeting_of(member, agreement)
    service.accept(g.work, member, found)
    flash(N_("De afspraak staat vast."), "ok")
    return back_to_talk(member, talk)


@paper.post("/balie/<ref:member>/afspraken/<ref:agreement>/afwijzen")
@requires(Permission.Paper.SERVE, on=Member)
def decline(member: Member, agreement: str) -> Any:
    """Say no to the moment that the helper proposed."""
    found, talk = meeting_of(member, agreement)
    service.decline(g.work, member, found)
    flash(N_("Dat is doorgegeven. Stel gerust een ander moment voor."), "ok")
    return back_to_talk(member, talk)


@paper.post("/balie/<ref:member>/afspraken/<ref:agreement>/afzeggen")
@requires(Permission.Paper.SERVE, on=Member)
def cancel(member: Member, agreement: str) -> Any:
    """Call the appointment off, or take the proposal back."""
    found, talk = meeting_of(member, agreement)
    service.cancel(g.work, member, found)
    flash(N_("De afspraak gaat niet door. De helper krijgt een mail."), "ok")
    return back_to_talk(member, talk)


@paper.get("/balie/<ref:member>/afspraken/<ref:agreement>/adres")
@requires(Permission.Paper.SERVE, on=Member)
def address(member: Member, agreement: str) -> Any:
    """Ask for the address, and say who will see it and for how long."""
    found, talk = meeting_of(member, agreement)
    meeting.check_shareable(g.work, found)
    return page("paper/address.html", member=member, agreement=found, talk=talk, form=AddressForm())


@paper.post("/balie/<ref:member>/afspraken/<ref:agreement>/adres")
@requires(Permission.Paper.SERVE, on=Member)
def give_address(member: Member, agreement: str) -> Any:
    """Give the address to the one helper of this appointment."""
    (found, talk), form = meeting_of(member, agreement), AddressForm()
    if not form.validate():
        return page(
            "paper/address.html", status=422, errors=True, member=member, agreement=found, talk=talk, form=form
        )
    service.give_address(g.work, member, found, form.address.data)
    flash(N_("Het adres is gegeven."), "ok")
    return back_to_talk(member, talk)


@paper.get("/balie/<ref:member>/afspraken/<ref:agreement>/terugblik")
@requires(Permission.Paper.SERVE, on=Member)
def look_back(member: Member, agreement: str) -> Any:
    """Ask how it went, as this person tells it."""
    found, talk = meeting_of(member, agreement)
    meeting.check_can_tell(g.work, found)
    return page("paper/look_back.html", member=member, agreement=found, talk=talk, form=LookBackForm())


@paper.post("/balie/<ref:member>/afspraken/<ref:agreement>/terugblik")
@requires(Permission.Paper.SERVE, on=Member)
def tell(member: Member, agreement: str) -> Any:
    """Write down how it went."""
    (found, talk), form = meeting_of(member, agreement), LookBackForm()
    if not form.validate():
        return page(
            "paper/look_back.html", status=422, errors=True, member=member, agreement=found, talk=talk, form=form
        )
    service.look_back(g.work, member, found, *form.command())
    flash(N_("Opgeschreven. Dankjewel voor het bellen."), "ok")
    return back_to_talk(member, talk)


def _ask(member: Member, conversation: Conversation, form: ProposeForm, match: Match, status: int = 200) -> Any:
    shown = queries.talk_of(g.work, member.id or 0, conversation)
    return page(
        "paper/propose.html", status=status, errors=status == 422, member=member, talk=shown, form=form, match=match
    )
