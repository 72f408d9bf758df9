"""Reacting, talking, choosing. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from b2b.core.errors import Conflict, Missing
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_
from b2b.posts.rules import PostKind

MESSAGE_MAX = 2000
PAGE_SIZE = 20
MESSAGES_SHOWN = 50
"""Messages on one page of a conversation; older ones are a link away."""
CLOSES_AFTER = timedelta(days=7)
"""A conversation closes by itself this long after the help is done."""
MAIL_AGAIN_AFTER = timedelta(hours=12)
"""Somebody who does not look gets at most one mail about one conversation in this time."""

MAILS_A_DAY = 40
"""Messages that one member sends by mail a day. Nobody writes that many; mail programs that answer each other do."""
BY_MAIL = "mail-"
"""How the token of a message begins that came by mail."""


class ResponseKind(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    KNOW_SOMEONE = "know_someone"
    QUESTION = "question"


class ConversationState(StrEnum):
    OPEN = "open"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    CLOSED = "closed"


class ConversationAction(StrEnum):
    CHOOSE = "choose"
    PASS_OVER = "pass_over"
    RELEASE = "release"
    CLOSE = "close"
    REOPEN = "reopen"


_S, _A = ConversationState, ConversationAction

CONVERSATION_LIFECYCLE = Lifecycle(
    "conversation",
    {
        (_S.OPEN, _A.CHOOSE): _S.CHOSEN,
        (_S.OPEN, _A.PASS_OVER): _S.NOT_CHOSEN,
        (_S.OPEN, _A.CLOSE): _S.CLOSED,
        (_S.CHOSEN, _A.RELEASE): _S.OPEN,
        (_S.CHOSEN, _A.CLOSE): _S.CLOSED,
        (_S.NOT_CHOSEN, _A.REOPEN): _S.OPEN,
        (_S.NOT_CHOSEN, _A.CLOSE): _S.CLOSED,
        (_S.CLOSED, _A.REOPEN): _S.OPEN,
    },
)


@dataclass(frozen=True)
class ResponseWords:
    """One of the four ways to react: on its tile, and afterwards in lists ("kan helpen")."""

    value: ResponseKind
    label: str
    icon: str
    help: str
    short: str


RESPONSES: Mapping[PostKind, tuple[ResponseWords, ...]] = {
    PostKind.REQUEST: (
        ResponseWords(
            ResponseKind.YES, N_("Ik kan helpen"), "thumb-up", N_("Zeg ook wanneer je kunt."), N_("kan helpen")
        ),
        ResponseWords(
            ResponseKind.PARTLY,
            N_("Ik kan een deel doen"),
            "hand-stop",
            N_("Bijvoorbeeld: wel de boodschappen, niet het tillen."),
            N_("kan een deel doen"),
        ),
        ResponseWords(
            ResponseKind.KNOW_SOMEONE,
            N_("Ik weet iemand"),
            "users",
            N_("Iemand anders kan dit misschien doen."),
            N_("weet iemand"),
        ),
        ResponseWords(
            ResponseKind.QUESTION,
            N_("Ik heb een vraag"),
            "help-circle",
            N_("Je wilt eerst iets weten."),
            N_("heeft een vraag"),
        ),
    ),
    PostKind.OFFER: (
        ResponseWords(
            ResponseKind.YES, N_("Ik wil deze hulp graag"), "thumb-up", N_("Zeg ook wanneer."), N_("wil deze hulp")
        ),
        ResponseWords(
            ResponseKind.PARTLY,
            N_("Een deel past bij mij"),
            "hand-stop",
            N_("Bijvoorbeeld: wel samen wandelen, niet elke week."),
            N_("wil een deel"),
        ),
        ResponseWords(
            ResponseKind.KNOW_SOMEONE,
            N_("Ik weet iemand voor wie dit is"),
            "users",
            N_("Je buurvrouw, je vader of een kennis."),
            N_("weet iemand"),
        ),
        ResponseWords(
            ResponseKind.QUESTION,
            N_("Ik heb een vraag"),
            "help-circle",
            N_("Je wilt eerst iets weten."),
            N_("heeft een vraag"),
        ),
    ),
}
"""What the four kinds of reaction are called: for a request the helper speaks, for an offer who needs help."""

STATE_WORDS: Mapping[ConversationState, tuple[str, str]] = {
    ConversationState.OPEN: (N_("Open"), "info"),
    ConversationState.CHOSEN: (N_("Gekozen"), "success"),
    ConversationState.NOT_CHOSEN: (N_("Niet gekozen"), "neutral"),
    ConversationState.CLOSED: (N_("Gesloten"), "neutral"),
}
"""What a state is called in a list, and the tone of its badge."""


class PostGone(Missing):
    """The post is not there, or one of the two blocked the other: the same answer, on purpose."""

    sentence = N_("Dit bericht is er niet meer.")


class NotOpen(Conflict):
    """The post takes no reactions now."""

    sentence = N_("Je kunt niet meer reageren op dit bericht. Er wordt al geholpen, of het is voorbij.")


class AlreadyChosen(Conflict):
    """The author already chose somebody else: perhaps in another tab, a second ago."""

    sentence = N_("Je hebt al iemand gekozen voor dit bericht. Laat die eerst los als je iemand anders wilt.")


class ConversationOver(Conflict):
    """Nobody can write here any more."""

    sentence = N_("Dit gesprek is gesloten. Je kunt het nog wel lezen.")


@dataclass(frozen=True)
class Answer:
    """What somebody says to a post. `once` makes a double click one reaction."""

    kind: ResponseKind
    body: str
    once: str


@dataclass(frozen=True)
class Words:
    """One message. `once` makes a double click one message."""

    body: str
    once: str


def is_writable(state: ConversationState, *, blocked: bool) -> bool:
    """Say whether the two can write to each other. A block looks like a closed conversation."""
    return state is not ConversationState.CLOSED and not blocked


def is_worth_a_mail(now: datetime, last_at: datetime | None, last_by_reader: bool, read_at: datetime | None) -> bool:
    """Say whether a new message is worth a mail to its reader.

    `last_at` is when the message before it came. Who was already told of something unread, and
    has not looked since, is left in peace for MAIL_AGAIN_AFTER.
    """
    if last_at is None or last_by_reader:
        return True
    has_read = read_at is not None and read_at >= last_at
    return has_read or now - last_at > MAIL_AGAIN_AFTER


def response_words(post_kind: PostKind, response: ResponseKind) -> ResponseWords:
    """Return what this reaction to this kind of post is called."""
    return next(words for words in RESPONSES[post_kind] if words.value == response)
