"""What a series, a turn and a place in the team can be, and what each is called."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_

TIMES_MIN, TIMES_MAX = 2, 26
"""How many turns a series has."""
TEAM_MAX = 6
"""So many helpers share a series at most: with more, nobody knows whose turn it is."""
ADDRESS_AHEAD = timedelta(days=7)
"""So long before their turn a helper can see the address."""
REMIND_BEFORE = timedelta(hours=24)
LET_REST_AFTER = timedelta(days=7)
"""A turn of which nobody said anything closes by itself."""
RECOVER = timedelta(hours=24)
"""So long after a turn to which nobody came another of the team can still come."""
SHARING = "recurring.share"
"""What a signature under the link of a shared turn is for."""
KEEP = timedelta(days=365)
"""How long a series is kept after its end."""


class SeriesState(StrEnum):
    PROPOSED = "proposed"
    RUNNING = "running"
    DECLINED = "declined"
    ENDED = "ended"
    """Somebody stopped, or what it was for is over."""
    FINISHED = "finished"


class SeriesAction(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    END = "end"
    FINISH = "finish"


class TurnState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    """Handed on: nobody of the team has taken it over yet."""
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    """The series stopped before it."""
    DONE = "done"
    MISSED = "missed"
    UNTOLD = "untold"


class TurnAction(StrEnum):
    SKIP = "skip"
    HAND_ON = "hand_on"
    TAKE = "take"
    CANCEL = "cancel"
    COMPLETE = "complete"
    MISS = "miss"
    LET_REST = "let_rest"


class PlaceState(StrEnum):
    ASKED = "asked"
    ACTIVE = "active"
    DECLINED = "declined"
    LEFT = "left"


class PlaceAction(StrEnum):
    JOIN = "join"
    DECLINE = "decline"
    LEAVE = "leave"
    ASK_AGAIN = "ask_again"


_S, _SA = SeriesState, SeriesAction
SERIES_LIFECYCLE = Lifecycle(
    "series",
    {
        (_S.PROPOSED, _SA.ACCEPT): _S.RUNNING,
        (_S.PROPOSED, _SA.DECLINE): _S.DECLINED,
        (_S.PROPOSED, _SA.WITHDRAW): _S.ENDED,
        (_S.PROPOSED, _SA.END): _S.ENDED,
        (_S.RUNNING, _SA.END): _S.ENDED,
        (_S.RUNNING, _SA.FINISH): _S.FINISHED,
    },
)
_T, _TA = TurnState, TurnAction
TURN_LIFECYCLE = Lifecycle(
    "turn",
    {
        (_T.PLANNED, _TA.SKIP): _T.SKIPPED,
        (_T.OPEN, _TA.SKIP): _T.SKIPPED,
        (_T.PLANNED, _TA.HAND_ON): _T.OPEN,
        (_T.OPEN, _TA.TAKE): _T.PLANNED,
        (_T.PLANNED, _TA.CANCEL): _T.CANCELLED,
        (_T.OPEN, _TA.CANCEL): _T.CANCELLED,
        (_T.PLANNED, _TA.COMPLETE): _T.DONE,
        (_T.PLANNED, _TA.MISS): _T.MISSED,
        (_T.PLANNED, _TA.LET_REST): _T.UNTOLD,
        # Nobody took it over in time.
        (_T.OPEN, _TA.MISS): _T.MISSED,
        # Nobody came, and another of the team comes after all.
        (_T.MISSED, _TA.TAKE): _T.PLANNED,
        # Better late than never, and what somebody said can be corrected.
        (_T.UNTOLD, _TA.COMPLETE): _T.DONE,
        (_T.UNTOLD, _TA.MISS): _T.MISSED,
        (_T.DONE, _TA.MISS): _T.MISSED,
        (_T.MISSED, _TA.COMPLETE): _T.DONE,
    },
)
_P, _PA = PlaceState, PlaceAction
PLACE_LIFECYCLE = Lifecycle(
    "place",
    {
        (_P.ASKED, _PA.JOIN): _P.ACTIVE,
        (_P.ASKED, _PA.DECLINE): _P.DECLINED,
        (_P.ACTIVE, _PA.LEAVE): _P.LEFT,
        (_P.LEFT, _PA.ASK_AGAIN): _P.ASKED,
    },
)

STANDING = frozenset({SeriesState.PROPOSED, SeriesState.RUNNING})
AHEAD = frozenset({TurnState.PLANNED, TurnState.OPEN})
"""States of a turn that can still come."""
IN_TEAM = frozenset({PlaceState.ASKED, PlaceState.ACTIVE})

SERIES_WORDS: Mapping[SeriesState, tuple[str, str]] = {
    SeriesState.PROPOSED: (N_("Voorstel"), "warning"),
    SeriesState.RUNNING: (N_("Afgesproken"), "success"),
    SeriesState.DECLINED: (N_("Afgewezen"), "neutral"),
    SeriesState.ENDED: (N_("Gestopt"), "neutral"),
    SeriesState.FINISHED: (N_("Voorbij"), "neutral"),
}
TURN_WORDS: Mapping[TurnState, tuple[str, str]] = {
    TurnState.PLANNED: (N_("Gaat door"), "success"),
    TurnState.OPEN: (N_("Nog niemand"), "warning"),
    TurnState.SKIPPED: (N_("Overgeslagen"), "neutral"),
    TurnState.CANCELLED: (N_("Gaat niet door"), "neutral"),
    TurnState.DONE: (N_("Gelukt"), "success"),
    TurnState.MISSED: (N_("Niet doorgegaan"), "danger"),
    TurnState.UNTOLD: (N_("Geen terugblik"), "neutral"),
}
"""What a state is called, and the tone of its badge."""

RHYTHMS: Mapping[int, str] = {1: N_("Elke week"), 2: N_("Om de week")}
"""Weeks between two turns."""
RHYTHM_WORDS: Mapping[tuple[int, int], str] = {
    (1, 0): N_("Elke maandag"),
    (1, 1): N_("Elke dinsdag"),
    (1, 2): N_("Elke woensdag"),
    (1, 3): N_("Elke donderdag"),
    (1, 4): N_("Elke vrijdag"),
    (1, 5): N_("Elke zaterdag"),
    (1, 6): N_("Elke zondag"),
    (2, 0): N_("Om de week op maandag"),
    (2, 1): N_("Om de week op dinsdag"),
    (2, 2): N_("Om de week op woensdag"),
    (2, 3): N_("Om de week op donderdag"),
    (2, 4): N_("Om de week op vrijdag"),
    (2, 5): N_("Om de week op zaterdag"),
    (2, 6): N_("Om de week op zondag"),
}
"""Weeks between two turns, and the day of the week (Monday is 0)."""
