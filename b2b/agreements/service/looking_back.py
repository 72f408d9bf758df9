"""Afterwards: ask both how it went, hear each once, correctable, and do what follows from it, or from silence."""

from datetime import timedelta
from typing import Any

from b2b.agreements import queries
from b2b.agreements.events import LookBackAsked, NobodyCame, OutcomeGiven
from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.more import lasts
from b2b.agreements.rules import (
    AGREEMENT_LIFECYCLE,
    LET_REST_DAYS,
    AgreementAction,
    AgreementState,
    Happened,
    Helped,
    Otherwise,
    TooEarlyToTell,
    TooLateToTell,
    Worth,
    can_tell,
    consequence,
)
from b2b.agreements.service.addresses import forget_address
from b2b.agreements.service.meeting import hold
from b2b.conversations import service as talking
from b2b.conversations.queries import Conversation
from b2b.core.db import Work
from b2b.core.history import move
from b2b.jobs.worker import Desk, Ticket
from b2b.municipalities import queries as areas

BATCH = 200


def check_can_tell(work: Work, agreement: Agreement) -> None:
    """Raise the reason why nobody can say now how this went."""
    if work.now() < agreement.starts_at:
        raise TooEarlyToTell()
    if not can_tell(agreement.state, agreement.starts_at, work.now()):
        raise TooLateToTell()


def tell(work: Work, agreement: Agreement, member_id: int, happened: Happened) -> None:
    """Hear from one side whether it happened; a later answer replaces an earlier one."""
    conversation = hold(work, agreement)
    check_can_tell(work, agreement)
    outcome = queries.outcome(work, agreement.id or 0, member_id)
    if outcome is not None and outcome.happened is happened:
        return
    if outcome is None:
        outcome = Outcome(
            municipality_id=agreement.municipality_id,
            agreement_id=agreement.id or 0,
            member_id=member_id,
            happened=happened,
            at=work.now(),
        )
        work.add(outcome)
    outcome.happened, outcome.helped, outcome.at = happened, None, work.now()
    outcome.worth = outcome.otherwise = None
    work.flush()  # the event names its key
    work.record(OutcomeGiven(outcome.id or 0))
    _follow(work, agreement, conversation, member_id, happened)


def tell_helped(work: Work, agreement: Agreement, member_id: int, helped: Helped) -> None:
    """Hear whether it helped, from somebody who said that it happened."""
    hold(work, agreement)
    check_can_tell(work, agreement)
    outcome = queries.outcome(work, agreement.id or 0, member_id)
    if outcome is not None and outcome.happened is Happened.YES:
        outcome.helped, outcome.at = helped, work.now()


def tell_worth(
    work: Work, agreement: Agreement, member_id: int, worth: Worth | None, otherwise: Otherwise | None
) -> None:
    """Hear what the help was worth, or whom the asker would have turned to; None leaves what was said before.

    Only from somebody who said that it happened. Whom else is asked of the asker alone.
    """
    hold(work, agreement)
    check_can_tell(work, agreement)
    outcome = queries.outcome(work, agreement.id or 0, member_id)
    if outcome is None or outcome.happened is not Happened.YES:
        return
    outcome.worth = worth or outcome.worth
    if member_id == agreement.asker_id:
        outcome.otherwise = otherwise or outcome.otherwise


def _follow(work: Work, agreement: Agreement, conversation: Conversation, member_id: int, happened: Happened) -> None:
    by_asker = member_id == agreement.asker_id
    action = consequence(agreement.state, happened, by_asker=by_asker)
    if action is not None:
        move(work, agreement, AGREEMENT_LIFECYCLE, action)
    if action is AgreementAction.COMPLETE and not lasts(work, conversation.id):
        talking.fulfil(work, conversation)
    if not by_asker or happened is Happened.YES:
        return
    forget_address(work, agreement)
    if happened is Happened.NOBODY_CAME:
        work.record(NobodyCame(agreement.id or 0))
        talking.look_again(work, conversation, member_id)
    else:
        talking.call_off(work, conversation, member_id)


def ask_due(work: Work, limit: int = BATCH) -> int:
    """Ask both sides of up to `limit` appointments how it went; return how many."""
    due = queries.due_to_look_back(work, limit)
    for agreement in due:
        agreement.asked_back_at = work.now()
        work.record(LookBackAsked(agreement.id or 0))
    return len(due)


def asking_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Ask everybody who is due, in batches that each commit."""
    while True:
        with desk.writing() as work:
            if ask_due(work) < BATCH:
                return


def rest_due(work: Work, limit: int = BATCH) -> int:
    """Close up to `limit` appointments of which nobody said how they went; return how many.

    After the term that the municipality chose. The post is over too; its author can open it again.
    """
    rested = 0
    for town_id in queries.towns_looking_back(work):
        days = areas.setting(work, town_id, "agreements.untold_days", LET_REST_DAYS)
        before = work.now() - timedelta(days=days)
        for agreement in queries.due_to_rest(work, town_id, before, limit - rested):
            _let_rest(work, agreement)
            rested += 1
    return rested


def resting_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Close everything that nobody looked back on, in batches that each commit."""
    while True:
        with desk.writing() as work:
            if rest_due(work) < BATCH:
                return


def _let_rest(work: Work, agreement: Agreement) -> None:
    conversation = hold(work, agreement)
    if agreement.state is AgreementState.AGREED:  # not when somebody spoke a moment ago
        move(work, agreement, AGREEMENT_LIFECYCLE, AgreementAction.LET_REST)
        forget_address(work, agreement)
        if not lasts(work, conversation.id):
            talking.let_rest(work, conversation)
