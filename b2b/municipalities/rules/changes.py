"""What a new map of a municipality changes: which neighbourhood goes on, under which code, and which ends.

CBS codes are not stable, so areas are compared by ground first and by code second. A neighbourhood
that goes on keeps its row and therefore everything that hangs on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

SAME_AREA = 0.9
"""Areas that share more than this of their union (IoU) are the same area."""

PIECE = 0.1
MOSTLY_INSIDE = 0.5


class ChangeKind(StrEnum):
    ADDED = "added"
    RENAMED = "renamed"
    RECODED = "recoded"
    RESHAPED = "reshaped"
    SPLIT = "split"
    MERGED = "merged"
    GONE = "gone"


class WrongMap(ValueError):
    """A `--map old=new` that names a code which is not on the old or the new map."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Overlap:
    """How much an old and a new area share: of their union, of the old one, of the new one (0 to 1)."""

    old: str
    new: str
    iou: float
    of_old: float
    of_new: float


@dataclass(frozen=True)
class Change:
    """One line of the report, in codes."""

    kind: ChangeKind
    old: str | None
    new: tuple[str, ...]


@dataclass
class Changes:
    """`goes_on`: new code -> old code of the same neighbourhood. `ended`: old code -> what came in its place."""

    goes_on: dict[str, str] = field(default_factory=dict)
    ended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    lines: list[Change] = field(default_factory=list)

    def of(self, kind: ChangeKind) -> list[Change]:
        """Return the lines of one kind."""
        return [line for line in self.lines if line.kind is kind]


def compare(
    old: Mapping[str, str],
    new: Mapping[str, str],
    overlaps: Sequence[Overlap] | None = None,
    mapped: Mapping[str, str] | None = None,
) -> Changes:
    """Compare code -> name of the old and the new map. Without `overlaps` only codes and names are compared.

    `mapped` (old -> new) is what a person knows better; it wins. Raises WrongMap for an unknown code.
    """
    mapped = mapped or {}
    for one, other in mapped.items():
        if one not in old or other not in new:
            raise WrongMap(one if one not in old else other)
    changes = Changes()
    changes.goes_on = _match(old, new, overlaps, mapped)
    stays = {before: after for after, before in changes.goes_on.items()}
    pieces = _pieces(overlaps or (), old, stays)
    for code in sorted(old.keys() - stays.keys()):
        heirs = (mapped[code],) if code in mapped else tuple(pieces.get(code, ()))
        changes.ended[code] = heirs
        kind = {0: ChangeKind.GONE, 1: ChangeKind.MERGED}.get(len(heirs), ChangeKind.SPLIT)
        changes.lines.append(Change(kind, code, heirs))
    for code in sorted(stays):
        changes.lines += _lines_of_one(code, stays[code], old, new, overlaps, pieces)
    changes.added = sorted(new.keys() - changes.goes_on.keys())
    told = {piece for line in changes.of(ChangeKind.SPLIT) for piece in line.new}
    changes.lines += [Change(ChangeKind.ADDED, None, (code,)) for code in changes.added if code not in told]
    return changes


def _match(
    old: Mapping[str, str],
    new: Mapping[str, str],
    overlaps: Sequence[Overlap] | None,
    mapped: Mapping[str, str],
) -> dict[str, str]:
    """Return new code -> old code of each neighbourhood that goes on."""
    found: dict[str, str] = {}
    free = set(old)

    def join(before: str, after: str) -> None:
        if before in free and after not in found:
            found[after] = before
            free.discard(before)

    targets = list(mapped.values())
    for before, after in mapped.items():
        if targets.count(after) == 1 and after not in old:
            join(before, after)
    free -= mapped.keys()
    if overlaps is None:
        for code in sorted(free & new.keys()):
            join(code, code)
        for before, after in _same_names({code: old[code] for code in free}, new, found):
            join(before, after)
        return found
    seen = {(overlap.old, overlap.new): overlap for overlap in overlaps}
    for overlap in sorted(overlaps, key=lambda o: (-round(o.iou, 3), o.old != o.new, o.old, o.new)):
        if overlap.iou > SAME_AREA:
            join(overlap.old, overlap.new)
    for code in sorted(free & new.keys()):
        shared = seen.get((code, code))
        if shared and max(shared.of_old, shared.of_new) > MOSTLY_INSIDE:
            join(code, code)
    return found


def _same_names(
    old: Mapping[str, str], new: Mapping[str, str], found: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    """Yield old and new codes that alone bear the same name: all there is to go by without outlines."""
    left = {code: name for code, name in new.items() if code not in found}
    for code, name in old.items():
        same = [other for other, called in left.items() if called == name]
        if len(same) == 1 and list(old.values()).count(name) == 1:
            yield code, same[0]


def _pieces(overlaps: Sequence[Overlap], old: Mapping[str, str], stays: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each old area the new areas made from it, the largest first."""
    pieces: dict[str, list[Overlap]] = {}
    for overlap in overlaps:
        made_of = overlap.of_new > MOSTLY_INSIDE and overlap.of_old > PIECE
        taken_up = overlap.of_old > MOSTLY_INSIDE and overlap.old not in stays
        if overlap.old in old and (made_of or taken_up):
            pieces.setdefault(overlap.old, []).append(overlap)
    return {
        code: [o.new for o in sorted(parts, key=lambda o: (-round(o.of_old, 3), o.new))]
        for code, parts in pieces.items()
    }


def _lines_of_one(
    before: str,
    after: str,
    old: Mapping[str, str],
    new: Mapping[str, str],
    overlaps: Sequence[Overlap] | None,
    pieces: Mapping[str, list[str]],
) -> list[Change]:
    """Return what is said about a neighbourhood that goes on: nothing, when nothing changed."""
    lines = []
    if before != after:
        lines.append(Change(ChangeKind.RECODED, before, (after,)))
    if old[before] != new[after]:
        lines.append(Change(ChangeKind.RENAMED, before, (after,)))
    made = [code for code in pieces.get(before, ()) if code not in old]
    shared = next((o for o in overlaps or () if (o.old, o.new) == (before, after)), None)
    if shared and shared.iou <= SAME_AREA:
        parts = tuple(dict.fromkeys([after, *made]))
        lines.append(Change(ChangeKind.SPLIT if len(parts) > 1 else ChangeKind.RESHAPED, before, parts))
    return lines
