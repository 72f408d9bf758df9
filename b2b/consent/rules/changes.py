"""What changed between two versions, from when a version holds, and who is asked again. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from b2b.core.errors import Conflict
from b2b.core.words import N_

NOTICE = timedelta(days=14)
"""How long before it holds people hear of a significant change."""


class TooSoon(Conflict):
    """A significant change would hold before people had time to read it."""

    sentence = N_("Kies een latere dag. Bij een belangrijke verandering krijgen mensen 14 dagen om te lezen.")


class NothingChanged(Conflict):
    """The new version has exactly the words that hold already."""

    sentence = N_("Deze tekst is precies gelijk aan de tekst die er al is.")


class Change(StrEnum):
    """What happened to one part of a text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Part:
    """One line of a comparison."""

    change: Change
    words: str


def lines(title: str, body: str) -> list[str]:
    """Return a text as the lines that are compared: the title, and each line that says something."""
    said = (line.strip().removeprefix("- ") for line in body.splitlines())
    return [title, *(line for line in said if line)]


def compare(old: Sequence[str], new: Sequence[str]) -> list[Part]:
    """Return the new text line by line, with what went just before what came in its place."""
    parts: list[Part] = []
    for how, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            parts += [Part(Change.SAME, line) for line in new[k:m]]
            continue
        parts += [Part(Change.REMOVED, line) for line in old[i:j]]
        parts += [Part(Change.ADDED, line) for line in new[k:m]]
    return parts


def changed_only(parts: Iterable[Part]) -> list[Part]:
    """Return what was added or removed."""
    return [part for part in parts if part.change is not Change.SAME]


def holds(versions: Iterable[Any], now: datetime) -> Any | None:
    """Return the version that holds at `now`: the newest whose day has come, or None.

    A newer version with an earlier day overtakes an older one that still waits.
    """
    due = [version for version in versions if version.effective_from <= now]
    return max(due, key=lambda version: version.version, default=None)


def upcoming(versions: Iterable[Any], now: datetime) -> Any | None:
    """Return the version that will hold next, or None."""
    every = list(versions)
    current = holds(every, now)
    later = [v for v in every if v.effective_from > now and (current is None or v.version > current.version)]
    return min(later, key=lambda version: (version.effective_from, -version.version), default=None)


def check_moment(effective_from: datetime, now: datetime, *, significant: bool, is_open: bool) -> None:
    """Raise TooSoon for a significant change that people of an open municipality cannot read in time."""
    if significant and is_open and effective_from < now + NOTICE:
        raise TooSoon()


@dataclass(frozen=True)
class Asked:
    """A version that people who were here before must accept from `since` on."""

    subject: str
    version: int
    hash: str
    since: datetime

    def as_json(self) -> list[Any]:
        """Return what a setting can hold."""
        return [self.subject, self.version, self.hash, self.since.isoformat()]

    @classmethod
    def of(cls, kept: Sequence[Any]) -> "Asked":
        """Read what as_json() wrote."""
        subject, version, digest, since = kept
        return cls(subject, version, digest, datetime.fromisoformat(since))


def needed(asked: Iterable[Asked], now: datetime) -> dict[str, str]:
    """Return subject -> hash of what everybody must have accepted by now."""
    due = sorted((one for one in asked if one.since <= now), key=lambda one: one.version)
    return {one.subject: one.hash for one in due}
