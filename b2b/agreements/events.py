"""What appointments tell the rest of the system."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class AgreementProposed(Event):
    """One side proposed a moment."""

    agreement_id: int


@dataclass(frozen=True)
class AgreementAccepted(Event):
    """The other side accepted it."""

    agreement_id: int


@dataclass(frozen=True)
class AgreementDeclined(Event):
    """The other side declined it."""

    agreement_id: int


@dataclass(frozen=True)
class AgreementCancelled(Event):
    """It does not go on: one side cancelled it (`by_id`), or what it was about is over (None)."""

    agreement_id: int
    by_id: int | None = None


@dataclass(frozen=True)
class AddressShared(Event):
    """The asker gave the address of the appointment to the helper."""

    agreement_id: int


@dataclass(frozen=True)
class LookBackAsked(Event):
    """Both sides are asked how it went."""

    agreement_id: int


@dataclass(frozen=True)
class OutcomeGiven(Event):
    """One side said how it went."""

    outcome_id: int


@dataclass(frozen=True)
class NobodyCame(Event):
    """The asker said that nobody came."""

    agreement_id: int
