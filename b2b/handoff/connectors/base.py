"""What every connector looks like, and what it gets to know: a reference, never a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from b2b.core.words import N_
from b2b.jobs.rules import GiveUp, RetryLater


@dataclass(frozen=True)
class Way:
    """How one municipality, or one wijk of it, is reached: as its administrator wrote it down.

    `address` is a mail address or the root of an API; `local`: this machine itself may be called, without https.
    """

    address: str
    secret: str = field(default="", repr=False)
    options: Mapping[str, str] = field(default_factory=dict)
    local: bool = False


@dataclass(frozen=True)
class Parcel:
    """What leaves the house. `key`, `number` and `object_id` are the same at each try; `at` is when this one began.

    `message` is the text that the resident saw, byte for byte; `steps` is what earlier tries already did there.
    """

    key: str
    reference: str
    municipality_id: int
    municipality: str
    neighbourhood: str
    way: Way
    at: datetime
    handoff_id: int = 0
    number: str = ""
    object_id: str = ""
    message: str = field(default="", repr=False)
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """What came back. `task` is by which the other side tells us about it later, when it does."""

    external_reference: str | None = None
    task: str | None = None


class Standing(StrEnum):
    """How a parcel stands on the other side."""

    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"
    GONE = "gone"


@dataclass(frozen=True)
class Seen:
    """What the other side says of a parcel. `holders`: the keys of who has it; somebody else's keys mean: sent on."""

    standing: Standing
    holders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One line of a test of a connection: what was tried, whether it went well, what to do when it did not."""

    what: str
    well: bool
    advice: str = ""


class Logbook(Protocol):
    """Where a delivery writes down each thing it made there, at once, before it goes on."""

    def note(self, step: str, value: str) -> None:
        """Keep `value`; raises Stopped when nothing more may be sent."""


class Stopped(Exception):
    """The handoff was taken back while it was being delivered."""


class NumberTaken(RetryLater):
    """Somebody else's contact has our number: another one must be drawn."""

    def __init__(self) -> None:
        super().__init__(N_("Het nummer was al gebruikt. Wij nemen een ander nummer."))


class NoAnswer(RetryLater):
    """The other side did not answer in time, or says that it cannot now. Counts for the circuit breaker."""


class Refused(GiveUp):
    """The other side says no to what we sent. `codes`: field -> code, without any value."""

    def __init__(self, why: str, status: int, codes: Mapping[str, str] | None = None):
        super().__init__(why)
        self.status, self.codes = status, dict(codes or {})


class Connector(Protocol):
    """One way to reach the municipality."""

    name: str
    writes_message: bool
    """Whether it sends the resident's message, which is then shown beforehand and kept until delivered."""

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Hand the parcel over; a second call with the same `key` must change nothing there.

        Raises jobs.rules.RetryLater when trying again may help, GiveUp when it cannot.
        """

    def look(self, parcel: Parcel) -> Seen | None:
        """Return how it stands there, or None when the other side does not tell."""

    def take_back(self, parcel: Parcel) -> bool:
        """Remove what was delivered, the contact address first; False when somebody there already works on it."""

    def finish(self, parcel: Parcel) -> bool:
        """Say there that our desk finished it; that somebody there did already is fine. False: not ours to say."""

    def pass_on(self, parcel: Parcel) -> str | None:
        """Give it there to the desk of `parcel.way`; return the key of who has it now, None when that is not ours to say."""

    def link_case(self, parcel: Parcel, case: str, *, stands: bool) -> None:
        """Say there which case of the case system this is (its key), or that this case no longer `stands`."""

    def test(self, way: Way) -> list[Finding]:
        """Say whether this way would work, without leaving anything there."""
