"""The two jobs that send: to a member, about a notification; and to an address, from a sealed letter."""

from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from b2b.accounts import queries as people
from b2b.accounts.service import returning
from b2b.core.crypto import WrongKey
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.jobs import letters
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.jobs.worker import Desk, Handler, Ticket
from b2b.notifications import queries, service
from b2b.notifications.channels.base import NoSuchAddress
from b2b.notifications.incoming.addresses import answer_address, return_address
from b2b.notifications.incoming.answers import ANSWERS
from b2b.notifications.links import Leaving, unsubscribe_link
from b2b.notifications.mails import Addressee, Envelope, Mails, Sender
from b2b.notifications.models import Notification
from b2b.notifications.reaching import may_hear
from b2b.notifications.rules.news import Importance, news_of
from b2b.notifications.words import Words


def to_member(contexts: Mapping[str, Words]) -> Handler:
    """Return the handler of "mail:send", which finds the words of each event in `contexts`."""

    def send(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
        key = int(payload["notification_id"])
        message = _about(desk, contexts, key)
        if message is None:
            return
        try:
            desk.services["mail"].send(message)
        except (GiveUp, RetryLater) as refusal:
            if ticket.last or isinstance(refusal, GiveUp):
                with desk.writing() as work:
                    service.mark_failed(work, key)
                    if isinstance(refusal, NoSuchAddress):
                        returning.mark_failing(work, queries.reader_of(work, key))
            raise
        with desk.writing() as work:
            service.mark_mailed(work, key)

    return send


def to_address(desk: Desk, ticket: Ticket, payload: dict[str, Any]) -> None:
    """Send a sealed letter, unless it came too late."""
    try:
        letter = letters.opened(payload)
    except WrongKey:
        raise GiveUp(N_("De sleutel van deze brief is weg.")) from None
    if letter["until"] and desk.clock() > datetime.fromisoformat(letter["until"]):
        return
    mails: Mails = desk.services["mails"]
    with desk.reading() as work:
        sender = mails.sender(work, letter["municipality_id"])
    message = mails.write(
        letter["event"],
        Addressee(letter["to"], letter["first_name"], letter["language"]),
        sender,
        letter["words"],
        key=f"job:{ticket.id}",
        at=desk.clock(),
    )
    desk.services["mail"].send(message)


def _about(desk: Desk, contexts: Mapping[str, Words], key: int) -> EmailMessage | None:
    """Write the mail of a notification; None when it was sent before, or need not be sent."""
    with desk.reading() as work:
        notification = queries.notification(work, key)
        if notification is None or notification.mailed_at is not None:
            return None
        words_of = contexts.get(notification.event)
        if words_of is None:
            raise GiveUp(N_("Niemand schrijft deze mail: ") + notification.event)
        # The state is read now, not when the job was made: who was sent away hears nothing more.
        who = people.member(work, notification.member_id)
        if who is None or not who.email or not may_hear(who, notification, work.now()):
            return None
        if _is_paused(work, notification):
            return None
        words = words_of(work, notification)
        if words is None:
            return None
        mails: Mails = desk.services["mails"]
        sender = mails.sender(work, notification.municipality_id)
        return mails.write(
            notification.event,
            Addressee(who.email, who.first_name, who.language),
            sender,
            words,
            key=f"notification:{key}",
            at=desk.clock(),
            envelope=_envelope(mails, sender, who, notification),
        )


def _envelope(mails: Mails, sender: Sender, who: people.Profile, notification: Notification) -> Envelope:
    """Return how this mail travels: how it can be turned off, where an answer goes, where it comes back."""
    can_be_off = news_of(notification.event).importance is not Importance.ALWAYS
    box, address = mails.mailbox, who.email or ""
    can_be_answered = box and notification.event in ANSWERS
    return Envelope(
        unsubscribe=unsubscribe_link(mails, sender, who.reference, Leaving.ALL) if can_be_off else "",
        answer_to=answer_address(box, notification.reference, who.reference) if can_be_answered else "",
        return_to=return_address(box, who.reference, address) if box else "",
    )


def _is_paused(work: Work, notification: Notification) -> bool:
    """Say whether somebody stopped our mail between the news and its mail."""
    if news_of(notification.event).importance is Importance.ALWAYS:
        return False
    return queries.wishes(work, notification.member_id).is_paused(work.now())
