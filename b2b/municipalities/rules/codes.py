"""CBS codes: GM0344, WK034403, BU03440341. Files also write them as numbers, or with a year in front."""

import re
from enum import StrEnum


class Level(StrEnum):
    """How large an area is; the value is the prefix of its code."""

    MUNICIPALITY = "GM"
    DISTRICT = "WK"
    NEIGHBOURHOOD = "BU"


DIGITS = {Level.MUNICIPALITY: 4, Level.DISTRICT: 6, Level.NEIGHBOURHOOD: 8}
_CODE = re.compile(r"(?:(?P<year>\d{4}))?(?P<level>GM|WK|BU)(?P<digits>\d{4,8})")
_NUMBER = re.compile(r"(\d{1,8})(?:\.0+)?")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)|(?<!\d)(20[0-4]\d)(?=(?:0[1-9]|1[0-2])[0-3]\d(?!\d))")


def area_code(level: Level, written: object) -> str | None:
    """Return the code of `level` that a file wrote as text or number, or None when it is none.

    3440341, "03440341", "3440341.0", "BU03440341" and "2025BU03440341" are the same neighbourhood.
    """
    text = str(written).strip().upper()
    if found := _NUMBER.fullmatch(text):
        digits = found[1].zfill(DIGITS[level])
        return f"{level}{digits}" if len(digits) == DIGITS[level] and int(digits) else None
    read = read_code(text)
    return read[1] if read and read[0] is level else None


def read_code(text: str) -> tuple[Level, str, int | None] | None:
    """Return (level, code, year in front of it or None) of a code with its letters, or None."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        return None
    level = Level(found["level"])
    if len(found["digits"]) != DIGITS[level]:
        return None
    return level, f"{level}{found['digits']}", int(found["year"]) if found["year"] else None


def municipality_of(code: str) -> str:
    """Return the code of the municipality in which a wijk or buurt lies: GM0344 of BU03440341."""
    return f"GM{code[2:6]}"


def vintage_in(file_name: str) -> int | None:
    """Return the year that a file name carries ("wijkenbuurten_2025_v1.gpkg", "pc6hnr20250801_gwb.csv")."""
    years = {int(whole or dated) for whole, dated in _YEAR.findall(file_name)}
    return years.pop() if len(years) == 1 else None
