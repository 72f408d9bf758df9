"""An item of the queue: its life, whose turn it is, and the decisions that fit what it is about."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from b2b.core.clock import local
from b2b.core.errors import Conflict, Refusal
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

EXPLANATION_MAX = 2000
OWN_WORDS_MAX = 1200
"""What a moderator types; the ready-made reasons that are put before it fit in the rest."""
PAGE_SIZE = 20
DUE = timedelta(hours=24)
"""A circle of moderators has this long, unless the municipality says otherwise (moderation.due_hours)."""
URGENT = timedelta(hours=2)
"""What may be dangerous goes up sooner."""
TRUSTED_AFTER = 2
"""After so many placed posts nobody reads the next one first (moderation.trusted_after)."""
KEEP_NOTIFIER = timedelta(days=183)
"""The name and address of a notifier without an account stay until an objection is no longer possible."""


class TargetKind(StrEnum):
    POST = "post"
    MESSAGE = "message"
    MEMBER = "member"
    HANDOFF = "handoff"
    """A question to the coordinator: its words are not for moderators, an administrator looks."""
    THANKS = "thanks"
    """A thank-you after help."""


class ReviewReason(StrEnum):
    NEWCOMER = "newcomer"
    """A post waits to be placed."""
    NOTICED = "noticed"
    """Somebody reported what others can see already."""


class ReviewState(StrEnum):
    WAITING = "waiting"
    DECIDED = "decided"
    LAPSED = "lapsed"


class ReviewAction(StrEnum):
    DECIDE = "decide"
    LAPSE = "lapse"


REVIEW_LIFECYCLE = Lifecycle(
    "review",
    {
        (ReviewState.WAITING, ReviewAction.DECIDE): ReviewState.DECIDED,
        (ReviewState.WAITING, ReviewAction.LAPSE): ReviewState.LAPSED,
    },
)


class Circle(IntEnum):
    """Whose turn it is. An item only goes up; whoever could decide before still can."""

    HERE = 0
    """Moderators of the neighbourhood itself."""
    NEARBY = 1
    """Moderators of the neighbourhoods around it."""
    EVERYWHERE = 2
    """Moderators of the whole municipality."""
    ADMINISTRATORS = 3


class DecisionKind(StrEnum):
    PLACE = "place"
    ASK_CHANGE = "ask_change"
    REFUSE = "refuse"
    HIDE = "hide"
    WARN = "warn"
    HOLD = "hold"
    SUSPEND_7 = "suspend_7"
    SUSPEND_30 = "suspend_30"
    END = "end"
    NO_ACTION = "no_action"


class DecisionSource(StrEnum):
    """Why somebody looked: a statement of reasons says so (DSA article 17, 3b)."""

    FIRST_LOOK = "first_look"
    NOTICE = "notice"


_D = DecisionKind

REASONED = frozenset(_D) - {_D.PLACE}
"""Decisions that are not taken without words for who it concerns."""
MEASURES = (_D.WARN, _D.HOLD, _D.SUSPEND_7, _D.SUSPEND_30, _D.END)
"""Decisions about the person, lightest first. They take the words away too."""
RULED = frozenset({_D.REFUSE, _D.HIDE, *MEASURES})
"""Decisions that name the house rule or the law they rest on."""

_POST_DECISIONS: dict[str, tuple[DecisionKind, ...]] = {
    "waiting": (_D.PLACE, _D.ASK_CHANGE, _D.REFUSE, *MEASURES),
    "change_asked": (_D.REFUSE, *MEASURES, _D.NO_ACTION),
    "open": (_D.HIDE, *MEASURES, _D.NO_ACTION),
    "matched": (_D.HIDE, *MEASURES, _D.NO_ACTION),
    "fulfilled": (_D.HIDE, *MEASURES, _D.NO_ACTION),
}


_THANKS_DECISIONS: dict[str, tuple[DecisionKind, ...]] = {
    "waiting": (_D.PLACE, _D.REFUSE, *MEASURES),
    "shown": (_D.HIDE, *MEASURES, _D.NO_ACTION),
}


def decisions_for(kind: TargetKind, state: str, *, noticed: bool) -> tuple[DecisionKind, ...]:
    """Return what can be decided now. `state`: of the post or the thank-you; "hidden" or "shown" for a message.

    What is out of sight already leaves a measure about its author, or only an answer to who reported it.
    """
    if kind is TargetKind.POST:
        fitting = _POST_DECISIONS.get(state, (*MEASURES, _D.NO_ACTION))
    elif kind is TargetKind.MESSAGE:
        fitting = (_D.HIDE, *MEASURES, _D.NO_ACTION) if state == "shown" else (*MEASURES, _D.NO_ACTION)
    elif kind is TargetKind.THANKS:
        fitting = _THANKS_DECISIONS.get(state, (*MEASURES, _D.NO_ACTION))
    else:
        fitting = (*MEASURES, _D.NO_ACTION)
    return fitting if noticed else tuple(one for one in fitting if one is not _D.NO_ACTION)


class Lane(StrEnum):
    """A part of the queue; the value is its name in the address."""

    ALL = "alles"
    CRISIS = "nood"
    NEW = "nieuw"
    NOTICED = "gemeld"
    LATE = "te-laat"
    MINE = "van-mij"


@dataclass(frozen=True)
class Scope:
    """Which part of the queue is somebody's. `hoods` None: the whole municipality.

    `near` are the neighbourhoods beside them: their items appear once they went up.
    Nobody finds an item in which they are involved, and only an administrator one about a handoff.
    """

    municipality_id: int
    member_id: int
    hoods: frozenset[int] | None
    near: frozenset[int] = frozenset()
    administrator: bool = False


@dataclass(frozen=True)
class Verdict:
    """What a moderator wants. `seen` is the version of the item on the page they read.

    `facts` says what happened, where the words that are judged do not say it by themselves.
    """

    kind: DecisionKind
    seen: int
    rule: str | None = None
    explanation: str = ""
    facts: str = ""


class AlreadyDecided(Conflict):
    """Two moderators decided at once: the first one counts."""

    def __init__(self, name: str, at: datetime):
        super().__init__(
            N_("Iemand was je voor: {name} besloot om {time} uur.").format(name=name, time=f"{local(at):%-H.%M}")
        )


class NothingToDecide(Conflict):
    """The author took it back, or it went away in another way."""

    sentence = N_("Dit hoeft niet meer. De schrijver heeft het bericht weggehaald.")


class ItemChanged(Conflict):
    """The page showed other words, or fewer notices, than there are now."""

    sentence = N_("Er is intussen iets veranderd. Lees het nog een keer en kies dan opnieuw.")


class NoSuchDecision(Conflict):
    """The decision does not fit what the item is about, as it is now."""

    sentence = N_("Dit besluit kan hier niet. Kijk eerst hoe het er nu voor staat.")


class Incomplete(Refusal):
    """A decision without its reasons: the form asks for them, so this is somebody's own request."""

    sentence = N_("Schrijf op waarom je dit besluit. De ander heeft daar recht op.")
