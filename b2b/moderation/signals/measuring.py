"""How well the detectors do on texts with labels: recall, precision, and what was held without need."""

import csv
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from b2b.moderation.signals.registry import read
from b2b.moderation.signals.shapes import Action, Finding, Group

FOLDER = Path(__file__).parent / "texts"
SETS = (
    FOLDER / "dev.tsv",
    FOLDER / "held_out.tsv",
    FOLDER / "fresh.tsv",
    FOLDER / "later.tsv",
    FOLDER / "street.tsv",
    FOLDER / "told.tsv",
    FOLDER / "stories.tsv",
)
"""Our own texts: those the words were made with, and those that were written after them."""
HARMLESS = "-"
_HOLDING = frozenset({Action.HOLD, Action.REFUSE})
_ALSO = {"harmless": HARMLESS, "none": HARMLESS, "": HARMLESS}


class Unreadable(ValueError):
    """A file of texts that is not one."""


@dataclass(frozen=True)
class Labelled:
    """A text with the groups that are in it; none for an ordinary text."""

    groups: frozenset[Group]
    text: str


@dataclass(frozen=True)
class Line:
    """The figures of one group. `false_holds`: ordinary texts that it would keep from people."""

    group: Group
    found: int
    missed: int
    extra: int
    false_holds: int

    @property
    def recall(self) -> float:
        """Return which part of what was there was seen."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def precision(self) -> float:
        """Return which part of what was seen was there."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0


@dataclass(frozen=True)
class Measured:
    """The figures of a set of texts. `wrong` are the texts that went wrong, as lines."""

    lines: Sequence[Line]
    harmless: int
    held: int
    touched: int
    milliseconds: float
    wrong: Sequence[str]


def read_texts(file: Path) -> list[Labelled]:
    """Read labelled texts, or raise Unreadable with the number of the line."""
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".jsonl":
        pairs = [
            (row.get("labels", row.get("label", "")), row["text"]) for row in map(json.loads, filter(None, lines))
        ]
    elif file.suffix == ".csv":
        pairs = [(row.get("labels") or row.get("label") or "", row["text"]) for row in csv.DictReader(lines)]
    else:
        pairs = [_pair(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    return [Labelled(_groups(labels), text) for labels, text in pairs]


def _pair(number: int, line: str) -> tuple[str, str]:
    labels, tab, text = line.partition("\t")
    if not tab:
        raise Unreadable(f"regel {number} heeft geen tab tussen groep en tekst")
    return labels, text


def _groups(labels: str | Sequence[str]) -> frozenset[Group]:
    names = labels.split(",") if isinstance(labels, str) else labels
    known = {group.value for group in Group}
    found = {_ALSO.get(name.strip(), name.strip()) for name in names} - {HARMLESS}
    if unknown := found - known:
        raise Unreadable(f"onbekende groep {min(unknown)!r}; bekend zijn: {', '.join(sorted(known))}")
    return frozenset(Group(name) for name in found)


def measure(texts: Sequence[Labelled]) -> Measured:
    """Read every text and count."""
    found, missed, extra, holds = Counter[Group](), Counter[Group](), Counter[Group](), Counter[Group]()
    wrong, held, touched = [], 0, 0
    read("warm")
    began = time.process_time()
    answers = [read(one.text) for one in texts]
    spent = time.process_time() - began
    for one, seen in zip(texts, answers, strict=True):
        groups = {finding.group for finding in seen}
        found.update(groups & one.groups)
        missed.update(one.groups - groups)
        extra.update(groups - one.groups)
        if groups != one.groups:
            wrong.append(_told(one, groups, seen))
        if not one.groups:
            touched += bool(groups)
            stopped = {finding.group for finding in seen if finding.detector.in_post in _HOLDING}
            holds.update(stopped)
            held += bool(stopped)
    used = [group for group in Group if found[group] + missed[group] + extra[group]]
    lines = [Line(group, found[group], missed[group], extra[group], holds[group]) for group in used]
    harmless = sum(not one.groups for one in texts)
    return Measured(lines, harmless, held, touched, 1000 * spent / max(1, len(texts)), wrong)


def _told(one: Labelled, groups: set[Group], seen: Sequence[Finding]) -> str:
    kind = "gemist" if one.groups - groups else "onterecht"
    names = ",".join(sorted(one.groups)) or HARMLESS
    return f"{kind}\t{names}\t{','.join(finding.code for finding in seen)}\t{one.text}"
