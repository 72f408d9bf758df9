"""What a signpost says, and how a file of them is read. Pure."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from b2b.core.errors import Refusal
from b2b.core.text import clean, clean_line
from b2b.core.words import N_
from b2b.posts.categories import CATEGORIES

NAME_MAX, WHAT_MAX, FOR_MAX, PHONE_MAX, WEB_MAX, HOURS_MAX, SOURCE_MAX = 80, 300, 160, 20, 200, 120, 120
SHOWN = 3
"""So many are shown beside something else: a hint, not a list."""
FILE_MAX = 1000
"""Lines of one file."""
EVERYTHING = ""
"""The category of a signpost that fits every kind of help."""
DANGER = "gevaar"
"""The category of a number for emergencies: shown on the page "Hulp bij gevaar" only."""

COLUMNS = (
    "naam", "wat", "voor_wie", "soort", "telefoon", "website", "openingstijden", "bron", "gecontroleerd_op",
)  # fmt: skip
"""The first line of a file, in this order or another."""

_PHONE = re.compile(r"[0-9][0-9 ()/-]{1,18}[0-9]|[0-9]{3}")
_WEB = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s<>\"']*)?", re.IGNORECASE)


class BrokenFile(Refusal):
    """A line of a file cannot be a signpost: nothing of the file is taken."""

    def __init__(self, line: int, why: str):
        super().__init__(N_("Regel {line}: {why} Er is niets veranderd.").format(line=line, why=why))


@dataclass(frozen=True)
class SignpostWords:
    """What a signpost says. `category` is a kind of help, EVERYTHING or DANGER; `checked_on` is when `source` was read."""

    name: str
    what: str
    for_whom: str = ""
    category: str = EVERYTHING
    phone: str = ""
    web: str = ""
    hours: str = ""
    source: str = ""
    checked_on: date | None = None


def is_phone(text: str) -> bool:
    """Say whether this can be a number to call; empty is none."""
    return not text or bool(_PHONE.fullmatch(text))


def is_web(text: str) -> bool:
    """Say whether this is an address of the web that starts with https://; empty is none."""
    return not text or bool(_WEB.fullmatch(text))


def is_category(code: str) -> bool:
    """Say whether a signpost can be about this."""
    return code in CATEGORIES or code in (EVERYTHING, DANGER)


def read_file(text: str) -> list[SignpostWords]:
    """Return the signposts of a CSV file (comma or semicolon, first line COLUMNS), or raise BrokenFile.

    A file is taken as a whole or not at all, so that nobody has to find out where it stopped.
    """
    first = text.lstrip("\ufeff").splitlines()[:1]
    comma = ";" if first and first[0].count(";") > first[0].count(",") else ","
    rows = csv.DictReader(StringIO(text.lstrip("\ufeff")), delimiter=comma, strict=True)
    try:
        missing = sorted({"naam", "wat"} - set(rows.fieldnames or ()))
        if missing:
            raise BrokenFile(1, f"de kolom {missing[0]} ontbreekt.")
        found = [_words(row, number) for number, row in enumerate(rows, start=2)]
    except csv.Error as broken:
        raise BrokenFile(rows.reader.line_num, "dit is geen geldig CSV-bestand.") from broken
    if len(found) > FILE_MAX:
        raise BrokenFile(FILE_MAX + 2, f"er mogen {FILE_MAX} regels in een bestand.")
    if len({(words.category, words.name) for words in found}) < len(found):
        raise BrokenFile(1, "een naam staat er twee keer in bij dezelfde soort hulp.")
    return found


def _words(row: Mapping[str | None, str | None], line: int) -> SignpostWords:
    said = {name: clean_line(row.get(name) or "") for name in COLUMNS}
    said["wat"] = clean(row.get("wat") or "")
    checked = said["gecontroleerd_op"]
    for wrong, why in (
        (None in row, "er staan te veel kolommen."),
        (not said["naam"], "vul een naam in."),
        (not said["wat"], "vul in wat deze plek doet."),
        (not is_category(said["soort"]), f"de soort hulp {said['soort']} kennen we niet."),
        (not is_phone(said["telefoon"]), "het telefoonnummer klopt niet."),
        (not is_web(said["website"]), "de website moet met https:// beginnen."),
        (any(len(said[name]) > most for name, most in _MOST.items()), "een tekst is te lang."),
        (bool(checked) and _day(checked) is None, "schrijf de datum als 2026-11-22."),
    ):
        if wrong:
            raise BrokenFile(line, why)
    return SignpostWords(
        said["naam"],
        said["wat"],
        said["voor_wie"],
        said["soort"],
        said["telefoon"],
        said["website"],
        said["openingstijden"],
        said["bron"],
        _day(checked),
    )


_MOST = {
    "naam": NAME_MAX,
    "wat": WHAT_MAX,
    "voor_wie": FOR_MAX,
    "telefoon": PHONE_MAX,
    "website": WEB_MAX,
    "openingstijden": HOURS_MAX,
    "bron": SOURCE_MAX,
}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
