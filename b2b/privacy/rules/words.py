"""The vocabulary of the data map: what is said of every table and of every column. Pure.

A table is written down as `table(name, about, *groups, …)`. The table says what most of its columns share: ground, who
sees it, how long. A group names columns that are alike (`"state kind"`: names with spaces) and what only they have.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Flag, StrEnum, auto


class Ground(StrEnum):
    """Why the law lets us (AVG, article 6, 1)."""

    CONSENT = "a"
    LAW = "c"
    VITAL = "d"
    TASK = "e"
    NONE = "-"
    """It says nothing about a person."""


class Seen(Flag):
    """Who reads it on a page; several are joined with `|`."""

    NOBODY = 0
    """Only the software."""
    SELF = auto()
    BOTH = auto()
    """The two people whom it is between."""
    MEMBERS = auto()
    EVERYONE = auto()
    MODERATORS = auto()
    DESK = auto()
    ADMINS = auto()
    POST = auto()
    """Who prints letters."""
    SYSTEMS = auto()
    """Systems of the municipality, through the API or a connection."""


class Export(StrEnum):
    """Whether somebody finds it in the download of their own data, or why not."""

    YES = "yes"
    TECHNICAL = "technical"
    """A number of a row: it means nothing outside the database."""
    SECRET = "secret"
    """It opens something, or tells how something is guarded."""
    SOMEBODY_ELSE = "somebody_else"
    """It is about, or from, somebody else."""
    PROTECTED = "protected"
    """Telling it would endanger somebody (AVG article 23, UAVG article 41)."""
    NOBODY = "nobody"
    """The table is about nobody."""


class Erase(StrEnum):
    """What happens to it when its owner's account is erased."""

    DELETE = "delete"
    """The whole row goes."""
    CLEAR = "clear"
    """The column is emptied: NULL where that is allowed, else "", 0, {} or []."""
    REPLACE = "replace"
    """The column gets `instead`."""
    KEEP = "keep"
    """It stays, and `because` says why."""
    NOBODY = "nobody"
    """The table is about nobody."""


@dataclass(frozen=True)
class Column:
    """What is said of one column. `purpose` and `because` are Dutch; they stand on a page."""

    name: str
    purpose: str
    ground: Ground | None = None
    seen: Seen | None = None
    kept: str = ""
    export: Export = Export.YES
    erase: Erase = Erase.KEEP
    instead: str = ""
    because: str = ""


@dataclass(frozen=True)
class Table:
    """What is said of one table.

    `owners` are paths to the members whom a row belongs to, each from a column of this table to a key of `members`:
    "member_id"; "handoff_id.member_id" goes by the row that `handoff_id` points to; "email_key=members.email_key"
    finds the member with the same value. No path: about nobody, or (`because`) about somebody who cannot be found.
    `erase` says what happens to the row: DELETE, CLEAR (it stays, by column), KEEP or NOBODY. `kept` names a class
    of `rules.retention`. A row in which the column `withheld` is true is in no download: telling its owner would
    endanger somebody ("!for_resident": in which it is false).
    """

    name: str
    about: str
    owners: tuple[str, ...]
    ground: Ground
    seen: Seen
    kept: str
    erase: Erase
    because: str
    withheld: str
    columns: dict[str, Column]

    def __iter__(self) -> Iterator[Column]:
        """Walk the columns."""
        return iter(self.columns.values())

    @property
    def apart(self) -> list[str]:
        """Return the classes of columns that go sooner, or later, than the row they stand in."""
        return sorted({column.kept for column in self} - {self.kept})

    @property
    def personal(self) -> bool:
        """Say whether it holds something about people."""
        return self.ground is not Ground.NONE


Group = tuple[Column, ...]

BY_ITSELF = "zegt zonder de rest niets over iemand"
EMPTY_ROW = "wijst na het wissen naar een lege regel"


def _group(names: str, purpose: str, **more: object) -> Group:
    return tuple(Column(name, purpose, **more) for name in names.split())  # type: ignore[arg-type]


def keys(names: str) -> Group:
    """Numbers of rows, and of the rows they belong to."""
    return _group(names, "welke regel bij welke hoort", export=Export.TECHNICAL, because=BY_ITSELF)


def refs(names: str = "reference") -> Group:
    """References that people read aloud."""
    return _group(names, "kenmerk: zo noem je dit aan de telefoon", because=BY_ITSELF)


def once(names: str = "once") -> Group:
    """Marks that make a double click one row."""
    return _group(names, "twee keer klikken telt één keer", export=Export.TECHNICAL, because=BY_ITSELF)


def moments(names: str, purpose: str = "wanneer dat was", **more: object) -> Group:
    """Days and moments."""
    return _group(names, purpose, **({"because": BY_ITSELF} | more))


def codes(names: str, purpose: str, **more: object) -> Group:
    """States, kinds and numbers: chosen from a list, never somebody's words."""
    return _group(names, purpose, **({"because": BY_ITSELF} | more))


def words(names: str, purpose: str, **more: object) -> Group:
    """What somebody typed, or that says who they are: gone when the account is erased."""
    return _group(names, purpose, **({"erase": Erase.CLEAR} | more))


def secrets(names: str, purpose: str, **more: object) -> Group:
    """Fingerprints, keys and codes: nobody reads them, and nobody gets them."""
    return _group(names, purpose, seen=Seen.NOBODY, export=Export.SECRET, erase=Erase.CLEAR, **more)


def others(names: str, purpose: str, **more: object) -> Group:
    """Who else had a part in it: not the owner's to take away."""
    return _group(names, purpose, **({"export": Export.SOMEBODY_ELSE, "because": EMPTY_ROW} | more))


def table(
    name: str,
    about: str,
    *groups: Group,
    owner: str = "",
    ground: Ground = Ground.TASK,
    seen: Seen = Seen.SELF,
    kept: str,
    erase: Erase = Erase.DELETE,
    because: str = "",
    withheld: str = "",
) -> Table:
    """Write one table down: `owner` are paths with spaces; columns take over what they do not say themselves."""
    whole = {Erase.DELETE: Erase.DELETE, Erase.NOBODY: Erase.NOBODY, Erase.KEEP: Erase.KEEP}.get(erase)
    columns = {}
    for column in (column for group in groups for column in group):
        columns[column.name] = replace(
            column,
            ground=column.ground or ground,
            kept=column.kept or kept,
            seen=seen if column.seen is None else column.seen,
            erase=whole or column.erase,
            because=column.because or because if (whole or column.erase) is Erase.KEEP else "",
        )
    return Table(name, about, tuple(owner.split()), ground, seen, kept, erase, because, withheld, columns)


def facts(name: str, about: str, names: str, *, kept: str, seen: Seen = Seen.EVERYONE) -> Table:
    """Write a table down that is about nobody: its columns share all there is to say."""
    group = tuple(Column(each, about, export=Export.NOBODY) for each in names.split())
    return table(name, about, group, ground=Ground.NONE, seen=seen, kept=kept, erase=Erase.NOBODY)
