"""A question that goes to the coordinator: states, limits, and the literal text that is sent. Pure."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_
from b2b.handoff.rules.shared_desk import also_read_by

QUESTION_MAX = 2000
PHONE_MAX = 20
NOTE_MAX = 1000
KEEP_CLOSED = timedelta(days=30)
"""So long after the end the question and the contact are erased; reference and dates stay."""
PAGE_SIZE = 30


class HandoffState(StrEnum):
    NEW = "new"
    CLAIMED = "claimed"
    IN_CONTACT = "in_contact"
    WAITING = "waiting"
    """The resident has to answer something first."""
    DONE = "done"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class HandoffAction(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    PASS_ON = "pass_on"
    """To a colleague, by name."""
    MOVE_ON = "move_on"
    """To the desk of another neighbourhood."""
    TAKE_OVER = "take_over"
    """From a colleague who is away, or who let the time pass."""
    CONTACT = "contact"
    ASK = "ask"
    ANSWER = "answer"
    LAPSE = "lapse"
    """The resident did not answer in time: the desk goes on without."""
    FINISH = "finish"
    RETURN = "return"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    CAME_BACK = "came_back"
    """The desk is no longer shared with the municipality whose worker had it."""
    TAKEN_THERE = "taken_there"
    """In the municipality's own system somebody took it on."""
    SENT_ON_THERE = "sent_on_there"
    DONE_THERE = "done_there"
    OPENED_THERE = "opened_there"


_S, _A = HandoffState, HandoffAction

HANDOFF_LIFECYCLE = Lifecycle(
    "handoff",
    {
        (_S.NEW, _A.CLAIM): _S.CLAIMED,
        (_S.NEW, _A.PASS_ON): _S.CLAIMED,
        (_S.NEW, _A.MOVE_ON): _S.NEW,
        (_S.NEW, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.CLAIMED, _A.RELEASE): _S.NEW,
        (_S.CLAIMED, _A.PASS_ON): _S.CLAIMED,
        (_S.CLAIMED, _A.MOVE_ON): _S.NEW,
        (_S.CLAIMED, _A.TAKE_OVER): _S.CLAIMED,
        (_S.CLAIMED, _A.CONTACT): _S.IN_CONTACT,
        (_S.CLAIMED, _A.ASK): _S.WAITING,
        (_S.CLAIMED, _A.FINISH): _S.DONE,
        (_S.CLAIMED, _A.RETURN): _S.RETURNED,
        (_S.CLAIMED, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.IN_CONTACT, _A.PASS_ON): _S.IN_CONTACT,
        (_S.IN_CONTACT, _A.MOVE_ON): _S.NEW,
        (_S.IN_CONTACT, _A.TAKE_OVER): _S.IN_CONTACT,
        (_S.IN_CONTACT, _A.ASK): _S.WAITING,
        (_S.IN_CONTACT, _A.FINISH): _S.DONE,
        (_S.IN_CONTACT, _A.RETURN): _S.RETURNED,
        (_S.IN_CONTACT, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.WAITING, _A.PASS_ON): _S.WAITING,
        (_S.WAITING, _A.TAKE_OVER): _S.WAITING,
        (_S.WAITING, _A.ANSWER): _S.IN_CONTACT,
        (_S.WAITING, _A.LAPSE): _S.IN_CONTACT,
        (_S.WAITING, _A.FINISH): _S.DONE,
        (_S.WAITING, _A.RETURN): _S.RETURNED,
        (_S.WAITING, _A.WITHDRAW): _S.WITHDRAWN,
        (_S.CLAIMED, _A.CAME_BACK): _S.NEW,
        (_S.IN_CONTACT, _A.CAME_BACK): _S.NEW,
        (_S.WAITING, _A.CAME_BACK): _S.NEW,
        (_S.DONE, _A.REOPEN): _S.NEW,
        (_S.RETURNED, _A.REOPEN): _S.NEW,
        (_S.NEW, _A.TAKEN_THERE): _S.CLAIMED,
        (_S.NEW, _A.SENT_ON_THERE): _S.NEW,
        (_S.NEW, _A.DONE_THERE): _S.DONE,
        (_S.CLAIMED, _A.SENT_ON_THERE): _S.CLAIMED,
        (_S.CLAIMED, _A.DONE_THERE): _S.DONE,
        (_S.IN_CONTACT, _A.SENT_ON_THERE): _S.IN_CONTACT,
        (_S.IN_CONTACT, _A.DONE_THERE): _S.DONE,
        (_S.WAITING, _A.SENT_ON_THERE): _S.WAITING,
        (_S.WAITING, _A.DONE_THERE): _S.DONE,
        (_S.DONE, _A.OPENED_THERE): _S.NEW,
    },
)

OPEN_STATES = (_S.NEW, _S.CLAIMED, _S.IN_CONTACT, _S.WAITING)
ENDED = (_S.DONE, _S.RETURNED, _S.WITHDRAWN)

STATE_WORDS = {
    _S.NEW: N_("Verstuurd"),
    _S.CLAIMED: N_("Opgepakt"),
    _S.IN_CONTACT: N_("In gesprek"),
    _S.WAITING: N_("Wacht op antwoord"),
    _S.DONE: N_("Klaar"),
    _S.RETURNED: N_("Terug naar de buurt"),
    _S.WITHDRAWN: N_("Ingetrokken"),
}

MOVE_WORDS = {
    _A.CLAIM: N_("Iemand van de gemeente heeft je vraag opgepakt"),
    _A.RELEASE: N_("Een collega neemt je vraag over"),
    _A.PASS_ON: N_("Een collega neemt je vraag over"),
    _A.MOVE_ON: N_("Je vraag ging naar een andere buurt van de gemeente"),
    _A.TAKE_OVER: N_("Een collega neemt je vraag over"),
    _A.ASK: N_("De gemeente vroeg jou iets"),
    _A.ANSWER: N_("Je hebt geantwoord"),
    _A.LAPSE: N_("De gemeente kreeg geen antwoord en gaat verder"),
    _A.REOPEN: N_("Je hebt gevraagd om er nog eens naar te kijken"),
    _A.CAME_BACK: N_("Je eigen gemeente pakt je vraag weer op"),
    _A.CONTACT: N_("De gemeente heeft contact met je"),
    _A.FINISH: N_("Klaar"),
    _A.RETURN: N_("De gemeente kan dit niet doen. Je vraag gaat terug naar de buurt"),
    _A.WITHDRAW: N_("Je hebt je vraag ingetrokken"),
    _A.TAKEN_THERE: N_("Iemand van de gemeente heeft je vraag opgepakt"),
    _A.SENT_ON_THERE: N_("Je vraag ging naar een ander team van de gemeente"),
    _A.DONE_THERE: N_("De gemeente heeft je vraag afgerond"),
    _A.OPENED_THERE: N_("De gemeente kijkt nog een keer naar je vraag"),
}

DESK_WORDS = {
    _A.CLAIM: N_("Opgepakt"),
    _A.RELEASE: N_("Teruggegeven aan collega’s"),
    _A.PASS_ON: N_("Doorgegeven aan een collega"),
    _A.MOVE_ON: N_("Doorgegeven aan een andere buurt"),
    _A.TAKE_OVER: N_("Overgenomen van een collega"),
    _A.ASK: N_("Iets gevraagd aan de bewoner"),
    _A.ANSWER: N_("De bewoner heeft geantwoord"),
    _A.LAPSE: N_("Geen antwoord op tijd"),
    _A.REOPEN: N_("De bewoner vraagt om er nog eens naar te kijken"),
    _A.CAME_BACK: N_("Terug in de eigen lijst: het loket wordt niet meer gedeeld"),
    _A.CONTACT: N_("De bewoner is gesproken"),
    _A.FINISH: N_("Klaar"),
    _A.RETURN: N_("Terug naar de buurt"),
    _A.WITHDRAW: N_("De bewoner heeft de vraag ingetrokken"),
    _A.TAKEN_THERE: N_("Opgepakt in het systeem van de gemeente"),
    _A.SENT_ON_THERE: N_("Doorgestuurd in het systeem van de gemeente"),
    _A.DONE_THERE: N_("Afgerond in het systeem van de gemeente"),
    _A.OPENED_THERE: N_("Heropend in het systeem van de gemeente"),
}
"""The same steps, as the desk reads them."""


class ContactWay(StrEnum):
    EMAIL = "email"
    PHONE = "phone"


class AttemptState(StrEnum):
    PLANNED = "planned"
    DELIVERED = "delivered"
    FAILED = "failed"
    TAKEN_BACK = "taken_back"
    KEPT_THERE = "kept_there"
    """The resident took it back, and somebody at the municipality was already at work on it."""


class AlreadyClaimed(Conflict):
    """Two coordinators wanted the same question; the first has it."""

    sentence = "Een collega was je voor en pakt deze vraag al op."


class ConsentChanged(Conflict):
    """What would be sent is not what the resident saw."""

    sentence = "De tekst is intussen veranderd. Lees hem nog een keer en verstuur hem dan."


@dataclass(frozen=True)
class Question:
    """What a resident wants to send. `contact` is an e-mail address or a phone number."""

    first_name: str
    neighbourhood: str
    question: str
    contact_way: ContactWay
    contact: str
    post_title: str | None = None
    messages: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What other systems get: (connector, the literal text)."""
    number: str = ""
    object_id: str = ""
    """What the question is called there, drawn before anybody sees it."""
    also_read_by: tuple[str, ...] = ()
    """Municipalities that share the desk, by name."""


def payload(question: Question) -> list[tuple[str, str]]:
    """Return the lines that are sent, word for word: (heading, text)."""
    way = N_("E-mail") if question.contact_way is ContactWay.EMAIL else N_("Telefoon")
    lines = [
        (N_("Voornaam"), question.first_name),
        (N_("Buurt"), question.neighbourhood),
        (N_("Vraag"), question.question),
        (way, question.contact),
    ]
    if question.post_title:
        lines.insert(3, (N_("Bericht in de buurt"), question.post_title))
    if question.also_read_by:
        lines.append((N_("Wie dit ook leest"), also_read_by(question.also_read_by)))
    return lines


def consent_hash(question: Question) -> str:
    """Return the SHA-256 of the literal text that somebody said yes to."""
    lines = [*payload(question), *question.messages]
    text = "\n".join(f"{heading}: {words}" for heading, words in lines)
    return sha256(text.encode()).hexdigest()
