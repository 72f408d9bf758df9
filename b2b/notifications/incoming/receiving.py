"""What happens with a mail that came in: into the conversation, back with a kind word, or nothing.

Whoever knows the signed address got our mail; the sender must also be the address we know. What is
refused is told to the member's own address, never to whoever wrote: so nobody can let us mail strangers.
"""

import hashlib
import logging
from enum import StrEnum
from typing import Any

from b2b.accounts import queries as people
from b2b.accounts.rules import normal_email
from b2b.accounts.service import returning
from b2b.core.db import Work
from b2b.core.errors import Refusal
from b2b.core.words import N_
from b2b.jobs.letters import mail_to
from b2b.notifications import queries
from b2b.notifications.incoming.addresses import is_answer_of, is_return_of, read_address
from b2b.notifications.incoming.answers import ANSWERS
from b2b.notifications.incoming.reading import Incoming, Kind, read
from b2b.notifications.models import Notification
from b2b.web.transactions import App

log = logging.getLogger("b2b.mail")

NOT_YOU = N_("Het antwoord kwam van een ander e-mailadres dan dat van jou. Dan weten we niet zeker dat jij het bent.")
FILES = N_("Er zat een bijlage bij. Die kunnen we niet aannemen. Stuur alleen tekst, zonder foto of handtekening.")
EMPTY = N_("We vonden geen tekst in je mail. Schrijf je antwoord helemaal bovenaan.")
NO_ANSWER = N_("Op deze mail kun je niet antwoorden.")


class Verdict(StrEnum):
    """`TAKEN`: it is done with, whatever came of it. `UNKNOWN`: no address of ours."""

    TAKEN = "taken"
    UNKNOWN = "unknown"


def is_ours(app: App, recipient: str) -> bool:
    """Say whether an address has the shape of one of ours; the signature is looked at with the mail."""
    return read_address(app.settings.mailbox, recipient) is not None


def receive(app: App, raw: bytes, envelope_from: str, recipient: str) -> Verdict:
    """Do what a mail asks. Raises what the store raises: then the mail server tries again later."""
    address = read_address(app.settings.mailbox, recipient)
    if address is None:
        return Verdict.UNKNOWN
    reference, signature = address
    incoming = read(raw, envelope_from)
    with app.writing() as work:
        if reference.startswith("B"):
            return _returned(work, reference, signature, incoming)
        message = queries.by_reference(work, reference)
        who = people.member(work, message.member_id) if message else None
        if message is None or who is None or not who.email or not is_answer_of(signature, reference, who.reference):
            return Verdict.UNKNOWN
    if incoming.kind is Kind.PERSON:
        _answered(app, message, who, incoming)
    return Verdict.TAKEN


def _returned(work: Work, member_reference: str, signature: str, incoming: Incoming) -> Verdict:
    """A mail came back. Only a report that the address is gone marks it, and only the address it went to."""
    who = people.member_by_reference(work, member_reference)
    if who is None or not who.email or not is_return_of(signature, who.reference, who.email):
        return Verdict.UNKNOWN
    if incoming.kind is Kind.RETURNED:
        returning.mark_failing(work, who.id)
    return Verdict.TAKEN


def _answered(app: App, message: Notification, who: people.Profile, incoming: Incoming) -> None:
    """Put an answer where it belongs; what cannot be is told, with what was written."""
    once = (
        "mail-"
        + hashlib.sha256(f"{message.reference} {incoming.message_id or incoming.said}".encode()).hexdigest()[:26]
    )
    why = _cannot(message, who, incoming)
    try:
        if why is None:
            with app.writing() as work:
                work.actor_id = who.id
                ANSWERS[message.event](work, message, incoming.said, once)
    except Refusal as refusal:
        why = refusal.sentence
    if why is not None:
        said = "" if why == NOT_YOU else incoming.said
        with app.writing() as work:
            _tell(work, message, who, why, said, once)


def _cannot(message: Notification, who: people.Profile, incoming: Incoming) -> str | None:
    if normal_email(incoming.sender) != normal_email(who.email or ""):
        return NOT_YOU
    if incoming.files:
        return FILES
    if message.event not in ANSWERS:
        return NO_ANSWER
    return None if incoming.said else EMPTY


def _tell(work: Work, message: Notification, who: people.Profile, why: str, said: str, once: str) -> None:
    """Say kindly why an answer is not in the conversation, with what was written."""
    # Words are worth a mail each; what has none is told once an hour, whatever comes.
    key = once if said else f"{message.reference}:{work.now():%Y%m%d%H}"
    words: dict[str, Any] = {"why": why, "said": said[:4000], "news": message.reference}
    mail_to(
        work,
        "answer-refused",
        who.email or "",
        municipality_id=who.municipality_id,
        language=who.language,
        first_name=who.first_name,
        dedupe_key=f"answer-refused:{key}",
        **words,
    )
