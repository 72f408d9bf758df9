"""What the desk sees of one question, and what it may do now."""

from typing import Any

from flask import current_app, g

from b2b.accounts import queries as people
from b2b.accounts.queries import Colleague
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import ForwardForm, NoteForm, OutcomeForm, ProposalForm, QuestionForm, WriteForm
from b2b.handoff.models import Handoff
from b2b.handoff.rules import (
    DESK_WORDS,
    HANDOFF_LIFECYCLE,
    LATENESS_WORDS,
    OPEN_STATES,
    ContactWay,
    HandoffAction,
    Lateness,
    lateness,
    may_take_over,
)
from b2b.handoff.views import shown, visiting
from b2b.handoff.views.copies import deliveries
from b2b.municipalities import queries as areas
from b2b.web.pages import page
from b2b.web.transactions import current_actor

CLOCK_TONES = {Lateness.LATE: "danger", Lateness.TODAY: "warning", Lateness.FINE: "neutral"}


def desk_page(handoff: Handoff, status: int = 200, **forms: Any) -> Any:
    """Return the page of one question for the desk; `forms` are those that came back with something wrong."""
    wrong = next(iter(forms.values()), None)
    return page(
        "handoff/desk.html",
        status=status,
        errors=status != 200,
        wrong=wrong,
        **_seen(handoff),
        **_forms(handoff, forms),
    )


def forward_form(handoff: Handoff | None = None, team: list[Colleague] | None = None) -> ForwardForm:
    """Return the form that passes a question on, or (None) several: to who looks after its place."""
    actor = current_actor()
    places = areas.places(g.work, actor.municipality_id or 0)
    team = people.colleagues(g.work, Role.COORDINATOR, places.municipality_id) if team is None else team
    here = handoff.neighbourhood_id if handoff else None
    colleagues = [
        (one.reference, one.first_name)
        for one in team
        if one.id not in (actor.member_id, handoff.member_id if handoff else None)
        and (here is None or one.looks_after(here))
    ]
    hoods = [(hood.slug, hood.name) for hood in places.hoods.values() if hood.id != here]
    return ForwardForm(colleagues, hoods).fresh()


def note_seen(handoff: Handoff) -> None:
    """Note who opened the words of a resident: in a transaction of its own, because this page only reads."""
    actor = current_actor()
    with current_app.writing() as work:  # type: ignore[attr-defined]
        work.actor_id = actor.member_id
        visiting.come_in(work)
        service.note_seen(work, handoff)


def _forms(handoff: Handoff, given: dict[str, Any]) -> dict[str, Any]:
    """Return the forms of the page, each with field names of its own kind; those that came back stay as typed."""
    if handoff.state not in OPEN_STATES:
        return {}
    return {
        "end_form": NoteForm(formdata=None),
        "write_form": WriteForm(formdata=None).fresh(),
        "outcome_form": OutcomeForm(formdata=None).fresh(),
        "question_form": QuestionForm(formdata=None).fresh(),
        "proposal_form": ProposalForm(formdata=None).fresh(),
        "forward_form": forward_form(handoff),
        **given,
    }


def _seen(handoff: Handoff) -> dict[str, Any]:
    me = current_actor()
    ids = [handoff.member_id, *([handoff.claimed_by_id] if handoff.claimed_by_id else [])]
    names = people.names_at(g.work, handoff.municipality_id, ids) | {me.member_id or 0: me.first_name}
    clock = lateness(handoff.due_at, g.work.now())
    return {
        **shown.journey(handoff, N_("Vraag verstuurd"), DESK_WORDS),
        "notes": queries.notes(g.work, handoff),
        "who": names.get(handoff.member_id, N_("Onbekend")),
        "place": areas.places(g.work, handoff.municipality_id).label(handoff.neighbourhood_id),
        "claimed_by": names.get(handoff.claimed_by_id or 0, ""),
        "clock_words": LATENESS_WORDS[clock],
        "clock_tone": CLOCK_TONES[clock],
        "parties": queries.involved(g.work, handoff.municipality_id, handoff.member_id, for_resident=False),
        "exceptions": queries.exceptions(g.work, handoff),
        "attempts": deliveries(handoff),
        "by_phone": handoff.contact_way is ContactWay.PHONE,
        **_may(handoff),
    }


def _may(handoff: Handoff) -> dict[str, Any]:
    me, holder = current_actor().member_id, handoff.claimed_by_id
    free = {HandoffAction.CLAIM, HandoffAction.PASS_ON, HandoffAction.MOVE_ON} if holder is None else set()
    actions = HANDOFF_LIFECYCLE.actions(handoff.state)
    may = {str(action) for action in actions if holder == me or action in free} - {str(HandoffAction.TAKE_OVER)}
    away_now = holder not in (None, me) and queries.is_away(g.work, handoff)
    takes = holder not in (None, me) and HandoffAction.TAKE_OVER in actions
    return {
        "mine": holder == me,
        "may": may,
        "is_away": away_now,
        "may_take_over": takes and may_take_over(handoff.due_at, g.work.now(), away=away_now),
    }
