"""What review tells the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class ReviewAsked(Event):
    """Something waits for a moderator."""

    review_item_id: int


@dataclass(frozen=True)
class ReviewWentUp(Event):
    """Nobody decided in time, or a moderator asked for somebody else: it went to the next circle."""

    review_item_id: int


@dataclass(frozen=True)
class NoticeFiled(Event):
    """Somebody reported something."""

    notice_id: int


@dataclass(frozen=True)
class DecisionMade(Event):
    """A person decided."""

    decision_id: int


@dataclass(frozen=True)
class SanctionImposed(Event):
    """A person imposed a measure on a member."""

    sanction_id: int
    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class SanctionOver(Event):
    """The time of a measure is over."""

    sanction_id: int
    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class SanctionLifted(Event):
    """A measure was taken back: it counts no longer."""

    sanction_id: int
    member_id: int
    municipality_id: int


@dataclass(frozen=True)
class ComplaintFiled(Event):
    """Somebody objects to a decision, or nobody judged the objection in time."""

    complaint_id: int


@dataclass(frozen=True)
class ComplaintDecided(Event):
    """A second person judged an objection."""

    complaint_id: int


@dataclass(frozen=True)
class AdmissionAsked(Event):
    """Somebody whose address is on the list wants an account."""

    admission_id: int


@dataclass(frozen=True)
class AdmissionDecided(Event):
    """A person said whether they get one."""

    admission_id: int


@dataclass(frozen=True)
class HelpSuggested(Event):
    """A moderator thinks that the coordinator can help the author of an item."""

    review_item_id: int
    member_id: int
    municipality_id: int
