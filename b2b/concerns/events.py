"""What happened with worries."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class WorryTold(Event):
    """Somebody told the desk that they are worried about somebody."""

    signal_id: int


@dataclass(frozen=True)
class WorryMoved(Event):
    """Somebody of the desk looks at a worry, or looked."""

    signal_id: int


@dataclass(frozen=True)
class ContactOffered(Event):
    """The desk offers its help to somebody whose request stays without an answer."""

    signal_id: int
