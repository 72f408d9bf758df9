"""What waits for a moderator, by when, and what can be decided. Pure."""

from enum import StrEnum

from b2b.core.lifecycle import Lifecycle

EXPLANATION_MAX = 2000


class TargetKind(StrEnum):
    POST = "post"
    MESSAGE = "message"
    MEMBER = "member"


class ReviewReason(StrEnum):
    NEWCOMER = "newcomer"
    NOTICED = "noticed"


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


class DecisionKind(StrEnum):
    PLACE = "place"
    ASK_CHANGE = "ask_change"
    REFUSE = "refuse"
    HIDE = "hide"
    NO_ACTION = "no_action"


class NoticeCategory(StrEnum):
    RUDE = "rude"
    FRAUD = "fraud"
    PRIVATE_DATA = "private_data"
    DISCRIMINATION = "discrimination"
    DANGER = "danger"
    NOT_NEIGHBOUR_HELP = "not_neighbour_help"
    OTHER = "other"
