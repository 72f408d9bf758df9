"""Read what people write, once, in the transaction that keeps it. It warns or holds; a person decides.

Nothing here takes a measure about a person: this file does not know `deciding` or `measuring`.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.events import MemberAddedAtDesk, MemberJoined, MemberRenamed
from b2b.conversations import queries as conversations
from b2b.conversations import service as talking
from b2b.conversations.events import MessageSent, ResponseGiven
from b2b.conversations.queries import Message
from b2b.conversations.rules import ConversationState
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.jobs.letters import mail_to
from b2b.moderation import queries
from b2b.moderation.events import DecisionMade, ReviewAsked
from b2b.moderation.models import ReviewItem, Signal
from b2b.moderation.queries import Target
from b2b.moderation.queries import signals as seen
from b2b.moderation.rules import DecisionKind, ReviewReason, ReviewState, TargetKind
from b2b.moderation.rules.signals import CRISIS_DUE, KEEP, Outcome, Place, outcome, read_addresses
from b2b.moderation.service.asking import lapse, open_item
from b2b.moderation.service.weighing import weigh
from b2b.moderation.signals import Action, Finding, read
from b2b.moderation.signals.mailboxes import read_mailbox
from b2b.moderation.signals.names import read_name
from b2b.moderation.signals.pace import Known, is_long_enough, returned, sameness
from b2b.municipalities import queries as areas
from b2b.notifications.service import notify
from b2b.posts.queries import Post
from b2b.thanks.queries import Thanks

DAY = timedelta(days=1)
THROWAWAY = "moderation.throwaway"
"""The setting of a municipality: whether a mailbox that is made to be thrown away is a reason to look."""
BLOCKED_MAX = 20
"""Of whom somebody blocked, so many are compared with who writes."""


def read_post(work: Work, post: Post) -> bool:
    """Read a new or a changed post; say whether a moderator should look before others do."""
    about = queries.target_by_reference(work, post.reference, post.municipality_id)
    if about is None:
        return False
    found = outcome((*read(about.words), *_mailbox(work, post.author_id)), Place.POST)
    _keep(work, about, found)
    if found.crisis:
        _call(work, about)
    return found.hold


def read_thanks(work: Work, thanks: Thanks) -> bool:
    """Read a thank-you as closely as a post, whoever it is for; say whether a moderator should look first."""
    about = queries.target_by_reference(work, thanks.reference, thanks.municipality_id)
    if about is None:
        return False
    found = outcome(read(about.words), Place.POST)
    _keep(work, about, found)
    if found.crisis:
        _call(work, about)
    return found.hold


def read_newcomer(work: Work, event: MemberJoined | MemberRenamed | MemberAddedAtDesk) -> None:
    """Read a new first name, and whether the mailbox is made to be thrown away: a moderator looks. Nobody is kept out by it."""
    who = people.member(work, event.member_id)
    about = queries.target_by_reference(work, who.reference, who.municipality_id) if who else None
    if who is None or about is None:
        return
    beside = people.names_beside(work, who.municipality_id, who.neighbourhood_id, but=who.id)
    seen_here = (*read_name(who.first_name, beside), *_mailbox(work, event.member_id))
    kept = tuple((one, Action.WARN) for one in seen_here)
    _keep(work, about, Outcome(hold=False, crisis=False, kept=kept))
    if not kept:
        waiting = queries.open_item(work, about.kind, about.id)
        if waiting is not None:
            lapse(work, waiting)
        return
    opened = open_item(work, about, ReviewReason.NOTICED)
    weigh(work, opened.item)
    work.flush()  # who tells reads it
    if opened.is_new:
        work.record(ReviewAsked(opened.item.id or 0))


def read_answer(work: Work, event: ResponseGiven) -> None:
    """Read the first message of a conversation, and whether the same text goes from neighbour to neighbour."""
    talk = conversations.conversation(work, event.conversation_id)
    said = conversations.first_message(work, event.conversation_id) if talk else None
    if talk is None or said is None:
        return
    more = (*_sameness(work, said), *_came_back(work, talk.responder_id, talk.author_id))
    _read_message(work, said, Place.MESSAGE, more)


def read_message(work: Work, event: MessageSent) -> None:
    """Read one message."""
    said = conversations.message(work, event.message_id)
    talk = conversations.conversation(work, said.conversation_id) if said else None
    if said is not None and talk is not None:
        place = Place.APPOINTED if talk.state is ConversationState.CHOSEN else Place.MESSAGE
        came_by_themselves = said.author_id == talk.responder_id and is_long_enough(said.body)
        _read_message(work, said, place, _sameness(work, said) if came_by_themselves else ())


def tell_released(work: Work, event: DecisionMade) -> None:
    """Mail the reader of a held message once a moderator let it through."""
    decision = queries.decision(work, event.decision_id)
    item = queries.item(work, decision.review_item_id) if decision else None
    if decision is None or item is None or decision.kind is not DecisionKind.NO_ACTION:
        return
    if item.target_kind is TargetKind.MESSAGE and _was_held(work, item):
        talking.tell_reader(work, MessageSent(item.target_id))


def purge_signals(work: Work, limit: int = 1000) -> int:
    """Forget up to `limit` signals whose time is over; return how many went."""
    old = select(col(Signal.id)).where(col(Signal.expires_at) < work.now()).limit(limit)
    return work.connection().execute(delete(Signal).where(col(Signal.id).in_(old))).rowcount


def _mailbox(work: Work, member_id: int) -> tuple[Finding, ...]:
    """Return a finding about the mailbox of somebody who is not trusted yet, where the municipality wants to know."""
    who = people.member(work, member_id)
    if who is None or who.trusted_at is not None or not areas.setting(work, who.municipality_id, THROWAWAY, True):
        return ()
    return read_mailbox(who.email)


def _sameness(work: Work, said: Message) -> tuple[Finding, ...]:
    """Return a finding when nearly these words go from neighbour to neighbour today."""
    return sameness(said.body, conversations.words_to_neighbours_since(work, said.author_id, work.now() - DAY))


def _came_back(work: Work, newcomer_id: int, reader_id: int) -> tuple[Finding, ...]:
    """Return a finding when who writes looks like somebody whom the reader blocked before."""
    blocked = people.blocked_by(work, reader_id)[:BLOCKED_MAX]
    who = people.member(work, newcomer_id) if blocked else None
    if who is None:
        return ()
    gone = [(one, people.member_by_reference(work, one.reference)) for one in blocked]
    shut_out = [Known(one.first_name, at.neighbourhood_id, one.since) for one, at in gone if at is not None]
    return returned(Known(who.first_name, who.neighbourhood_id, who.created_at), shut_out)


def _read_message(work: Work, said: Message, place: Place, more: tuple[Any, ...] = ()) -> None:
    about = queries.target_by_reference(work, said.reference, said.municipality_id)
    if about is None or seen.about(work, TargetKind.MESSAGE, about.id):
        return  # read before: a moderator let it through
    found = outcome((*read(said.body), *more), place)
    _keep(work, about, found)
    if found.kept:
        talking.mark_message(work, said)
    if found.crisis:
        _call(work, about)
    elif found.hold:
        _hold(work, about, said)


def _keep(work: Work, about: Target, found: Outcome) -> None:
    """Write down which detectors spoke; what they said about earlier words is overtaken."""
    gone = delete(Signal).where(col(Signal.target_kind) == about.kind, col(Signal.target_id) == about.id)
    if about.kind is not TargetKind.MESSAGE:
        work.connection().execute(gone)
    rows = [
        {
            "municipality_id": about.municipality_id,
            "target_kind": about.kind,
            "target_id": about.id,
            "author_id": about.author_id,
            "code": one.code,
            "version": one.detector.version,
            "action": action,
            "created_at": work.now(),
            "expires_at": work.now() + KEEP[action],
        }
        for one, action in found.kept
    ]
    if rows:
        insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
        once = insert(Signal).values(rows).on_conflict_do_nothing()
        work.connection().execute(once)


def _hold(work: Work, about: Target, said: Message) -> None:
    """Keep a message from its reader until a moderator has looked; tell its writer so."""
    opened = open_item(work, about, ReviewReason.NOTICED)
    item = opened.item
    lock(work, said)
    talking.hide_message(work, said)
    item.precaution_at = work.now()
    item.urgent = True
    weigh(work, item)
    work.flush()  # who tells reads it
    audit.note(work, "review.held_by_signal", item)
    notify(work, about.author_id, "message-held", municipality_id=about.municipality_id, review_item_id=item.id)
    if opened.is_new:
        work.record(ReviewAsked(item.id or 0))


def _call(work: Work, about: Target) -> None:
    """Bring a cry for help to a person now. What was written stays where it is."""
    opened = open_item(work, about, ReviewReason.NOTICED)
    item, town = opened.item, about.municipality_id
    if item.crisis:
        return
    minutes = areas.setting(work, town, "moderation.crisis_minutes", CRISIS_DUE / timedelta(minutes=1))
    item.crisis = item.urgent = True
    item.due_at = min(item.due_at, work.now() + timedelta(minutes=max(5, float(minutes))))
    weigh(work, item)
    work.flush()  # who tells reads it
    audit.note(work, "review.crisis_seen", item)
    work.record(ReviewAsked(item.id or 0))
    if not areas.working_week(work, town).is_open(work.now()):
        _page(work, item)


def _page(work: Work, item: ReviewItem) -> None:
    """Mail who is on call: that something waits and where, no word of what was written. Once an hour a person."""
    hour = work.now().strftime("%Y%m%d%H")
    for address in read_addresses(areas.setting(work, item.municipality_id, "moderation.on_call", "")):
        mail_to(
            work,
            "crisis-page",
            address,
            municipality_id=item.municipality_id,
            dedupe_key=f"crisis:{item.author_id}:{hour}:{address}",
            reference=item.reference,
        )


def _was_held(work: Work, item: ReviewItem) -> bool:
    held = seen.about(work, item.target_kind, item.target_id)
    return item.state is not ReviewState.WAITING and any(one.action is Action.HOLD for one in held)
