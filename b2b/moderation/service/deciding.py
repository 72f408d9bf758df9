"""A person decides: one winner, with reasons, carried out at once and told to whom it concerns."""

from b2b.accounts import service as people
from b2b.consent import queries as consent
from b2b.consent.rules import HOUSE_RULES as RULES_TEXT
from b2b.conversations import service as conversations
from b2b.conversations.queries import Message
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.errors import Forbidden
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade
from b2b.moderation.models import Decision, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules import (
    REASONED,
    REVIEW_LIFECYCLE,
    RULED,
    TRUSTED_AFTER,
    AlreadyDecided,
    DecisionKind,
    DecisionSource,
    Incomplete,
    ItemChanged,
    NoSuchDecision,
    NothingToDecide,
    ReviewAction,
    ReviewState,
    TargetKind,
    Verdict,
    decisions_for,
)
from b2b.moderation.rules.measures import MEASURE_OF
from b2b.moderation.rules.statements import LAWS, RESTRICTIONS, Restriction, Visibility, restriction
from b2b.moderation.rules.words import HOUSE_RULES
from b2b.moderation.service import measuring, recording, stating
from b2b.moderation.service.claiming import check_interest, respect_claim
from b2b.municipalities import queries as areas
from b2b.posts import service as posts
from b2b.posts.queries import Post
from b2b.thanks import service as thanking
from b2b.thanks.queries import Thanks


def decide(work: Work, item: ReviewItem, verdict: Verdict) -> None:
    """Take the decision and carry it out.

    Of two moderators at once the first wins; the second gets AlreadyDecided. ItemChanged: the
    page showed other words or fewer notices. The second click of a double click changes nothing.
    """
    about = _locked(work, item)
    if _is_done(work, item, verdict):
        return
    _check(work, item, about, verdict)
    source = DecisionSource.NOTICE if item.notices else DecisionSource.FIRST_LOOK
    # What was put aside until somebody looked is taken away by this decision.
    aside = item.precaution_at is not None and about.kind is TargetKind.MESSAGE
    taken = restriction(verdict.kind, about.kind, "shown" if aside else about.state)
    restricts = verdict.kind in RESTRICTIONS
    statement = stating.state(work, item, about, verdict, taken, source) if restricts else None
    decision = Decision(
        reference=new_reference("D"),
        municipality_id=item.municipality_id,
        review_item_id=item.id or 0,
        statement_id=statement.id if statement else None,
        kind=verdict.kind,
        source=source,
        rule=verdict.rule if verdict.kind in RULED else None,
        rules_version=_rules_version(work, item) if verdict.kind in RULED else None,
        explanation=verdict.explanation if verdict.kind in REASONED else "",
        seen_hash=about.hash,
        decided_by_id=work.actor_id or 0,
        at=work.now(),
    )
    work.add(decision)
    move(work, item, REVIEW_LIFECYCLE, ReviewAction.DECIDE)
    item.version += 1
    item.decided_at = work.now()
    work.flush()  # events carry the key of the decision
    if verdict.kind is DecisionKind.ASK_CHANGE:
        recording.keep_words(work, decision, about)
    _carry_out(work, item, about, verdict.kind, taken)
    if statement is not None and verdict.kind in MEASURE_OF:
        measuring.impose(work, item, MEASURE_OF[verdict.kind], statement)
    audit.note(
        work,
        f"review.{verdict.kind}",
        item,
        decision=decision.id,
        reason=decision.rule,
        before=about.state,
        after=_state_now(work, item, about),
    )
    work.record(DecisionMade(decision.id or 0))


def _state_now(work: Work, item: ReviewItem, about: Target) -> str:
    now = queries.target(work, item)
    return now.state if now else about.state


def _locked(work: Work, item: ReviewItem) -> Target:
    """Return what it is about, with the item kept from others until the commit.

    The post first: its author's verbs take the same two in the same order, so nobody waits in a ring.
    """
    about = queries.target(work, item)
    if about is not None and isinstance(about.thing, (Post, Message, Thanks)):
        lock(work, about.thing)
        about = queries.target(work, item)
    lock(work, item)
    if about is None:
        raise NothingToDecide()
    return about


def _is_done(work: Work, item: ReviewItem, verdict: Verdict) -> bool:
    """Say whether this very decision stands already; raise when it is another one."""
    if item.state is ReviewState.WAITING:
        return False
    past = queries.decision_of(work, item.id or 0)
    if past is None:
        raise NothingToDecide()
    if past.by_id == work.actor_id and past.kind is verdict.kind:
        return True
    raise AlreadyDecided(past.by, past.at)


def _check(work: Work, item: ReviewItem, about: Target, verdict: Verdict) -> None:
    if work.actor_id is None or work.actor_id in item.involved:
        raise Forbidden()
    check_interest(work, item)
    respect_claim(work, item)
    if verdict.seen != item.version:
        raise ItemChanged()
    if verdict.kind not in decisions_for(about.kind, about.state, noticed=item.is_pointed_out):
        raise NoSuchDecision()
    if verdict.kind in REASONED and not verdict.explanation.strip():
        raise Incomplete()
    if verdict.kind in RULED and verdict.rule not in HOUSE_RULES and verdict.rule not in LAWS:
        raise Incomplete()


def _carry_out(work: Work, item: ReviewItem, about: Target, kind: DecisionKind, taken: Restriction) -> None:
    if isinstance(about.thing, Post):
        if kind is DecisionKind.PLACE:
            posts.place(work, about.thing)
            _trust(work, item)
        elif kind is DecisionKind.ASK_CHANGE:
            posts.ask_change(work, about.thing)
        elif taken.visibility is Visibility.NOT_PLACED:
            posts.refuse(work, about.thing)
        elif taken.visibility is Visibility.REMOVED:
            posts.hide(work, about.thing)
    elif isinstance(about.thing, Message) and taken.visibility is Visibility.REMOVED:
        conversations.hide_message(work, about.thing)
    elif isinstance(about.thing, Thanks):
        _carry_out_thanks(work, about.thing, kind, taken)


def _carry_out_thanks(work: Work, thanks: Thanks, kind: DecisionKind, taken: Restriction) -> None:
    if kind is DecisionKind.PLACE:
        thanking.place(work, thanks)
    elif taken.visibility is Visibility.NOT_PLACED:
        thanking.refuse(work, thanks)
    elif taken.visibility is Visibility.REMOVED:
        thanking.hide(work, thanks)


def _trust(work: Work, item: ReviewItem) -> None:
    """Let who has had enough good posts place the next one without a moderator."""
    enough = areas.setting(work, item.municipality_id, "moderation.trusted_after", TRUSTED_AFTER)
    if queries.placed_posts(work, item.author_id) >= int(enough):
        people.place_at_once(work, item.author_id)


def _rules_version(work: Work, item: ReviewItem) -> int:
    return consent.current(work, item.municipality_id, RULES_TEXT).version
