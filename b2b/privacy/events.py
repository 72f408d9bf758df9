"""What happened to the data of a resident."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class CopyReady(Event):
    """A copy of somebody's data can be fetched."""

    member_id: int
    municipality_id: int
    copy_id: int


@dataclass(frozen=True)
class ErasureAsked(Event):
    """Somebody wants their account deleted."""

    member_id: int
    municipality_id: int
    erasure_id: int


@dataclass(frozen=True)
class DataRequested(Event):
    """Somebody asks something about their data."""

    municipality_id: int
    data_request_id: int


@dataclass(frozen=True)
class DataRequestAnswered(Event):
    """An administrator answered."""

    member_id: int
    municipality_id: int
    data_request_id: int
