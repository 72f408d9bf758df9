"""What a detector is and what it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from b2b.moderation.signals.seeing import Seen

Spans = list[tuple[int, int]]
"""Places in the text as it was typed: from, up to."""


class Group(StrEnum):
    """What a finding is about; the report counts by these."""

    PERSONAL_DATA = "personal_data"
    THIRD_PARTY = "third_party"
    CHILD = "child"
    SCAM = "scam"
    ABUSE = "abuse"
    PROFILING = "profiling"
    GROOMING = "grooming"
    EXPLOITATION = "exploitation"
    CRISIS = "crisis"
    PACE = "pace"
    NAMES = "names"


class Severity(IntEnum):
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    ACUTE = 4


class Action(StrEnum):
    """The most that follows by itself. None of these is a sanction: that is for people."""

    NONE = "none"
    HINT = "hint"
    """The writer is asked first; may go on."""
    REFUSE = "refuse"
    """The writer has to take it out: a BSN, a name that passes for the municipality."""
    WARN = "warn"
    """The receiver reads a warning beside the message."""
    HOLD = "hold"
    """A moderator looks first."""
    CRISIS = "crisis"
    """The help card at once, and a person who looks soon. Never held, never hidden."""


@dataclass(frozen=True)
class Detector:
    """One thing to see. `find` returns where; `why` explains it to a moderator, `advice` to the writer or receiver.

    `in_post` and `in_message` say what follows where everybody reads it, and between two people.
    A change of `ways` or `find` is a new `version`: stored signals name the one that spoke.
    """

    code: str
    group: Group
    severity: Severity
    in_post: Action
    in_message: Action
    why: str
    advice: str
    find: "Callable[[Seen], Spans]"
    version: int = 1
    removable: bool = False


@dataclass(frozen=True)
class Finding:
    """What one detector saw, and where in the typed text."""

    detector: Detector
    spans: tuple[tuple[int, int], ...]

    @property
    def code(self) -> str:
        """Return the code of the detector."""
        return self.detector.code

    @property
    def group(self) -> Group:
        """Return what it is about."""
        return self.detector.group
