"""Numbers as people write them: with spaces and dots, in words, with the letter O for a nought."""

import re
from typing import NamedTuple

_ONES = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

WORDS: dict[str, str] = {word: str(number) for number, word in enumerate(_ONES)}
WORDS |= {word: str(10 + number) for number, word in enumerate(_TEENS)}
WORDS |= {word: f"{20 + 10 * number}" for number, word in enumerate(_TENS)}
WORDS |= {
    one + "en" + ten: f"{2 + tens}{ones}" for tens, ten in enumerate(_TENS) for ones, one in enumerate(_ONES) if ones
}
WORDS |= {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
WORDS |= {"seven": "7", "eight": "8", "nine": "9", "nulzes": "06", "plus": "+"}

_ALTERNATIVES = "|".join(sorted(WORDS, key=len, reverse=True))
_PIECE = re.compile(
    rf"\d+|\+|(?<![a-z])(?:{_ALTERNATIVES})(?![a-z])|(?<![a-z])o(?![a-z])|(?<=\d)[oli]+(?=\d|\b)|[oli](?=\d)"
)
_BETWEEN = re.compile(r"(?:[\s.\-/()_,*|~]|streepje|dan|en dan|spatie){0,8}\Z")
_DATE = re.compile(
    r"(?<!\d)(?<!\d\.)(?:(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\d-]|\.\d)"
)
_SOME = re.compile(r"\d|nul|zes")
_GAP = 12


class Run(NamedTuple):
    """Digits that belong together, and where they stand in the folded text. `words`: some were spelled out."""

    digits: str
    start: int
    end: int
    words: bool


def runs(folded: str) -> list[Run]:
    """Return every run of digits, dates left out."""
    if not _SOME.search(folded):
        return []
    text = _DATE.sub(lambda found: ":" * len(found.group()), folded)
    found: list[Run] = []
    digits, start, end, words = "", 0, 0, False
    for piece in _PIECE.finditer(text):
        raw = piece.group()
        value = WORDS.get(raw) or raw.replace("o", "0").replace("l", "1").replace("i", "1")
        gap = text[end : piece.start()] if digits else ""
        if digits and len(gap) <= _GAP and _BETWEEN.match(gap) and raw not in ("+", "plus"):
            digits += value
        else:
            if digits:
                found.append(Run(digits, start, end, words))
            digits, start, words = value, piece.start(), False
        words = words or raw in WORDS
        end = piece.end()
    if digits:
        found.append(Run(digits, start, end, words))
    return found


_COUNTRIES = frozenset(
    (
        *("nl", "be", "de", "fr", "lu", "gb", "es", "pt", "it", "at", "ch", "ie", "pl", "ro", "bg", "hu", "cz", "sk"),
        *("lv", "ee", "fi", "se", "no", "dk", "gr", "hr", "si", "mt", "cy", "tr", "ma", "ua", "is", "li", "lt"),
    )
)
_DIGITS = 12
"""Every account number has at least so many."""


def is_bsn(digits: str) -> bool:
    """Say whether 8 or 9 digits pass the elfproef; so does one random number in eleven."""
    if len(digits) not in (8, 9) or not digits.isdigit():
        return False
    digits = digits.zfill(9)
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and int(digits) > 9999999


def is_iban(text: str) -> bool:
    """Say whether letters and digits without spaces are an account number (ISO 13616, checksum 97)."""
    if not re.fullmatch(r"[a-z]{2}\d{2}[a-z0-9]{11,30}", text) or text[:2] not in _COUNTRIES:
        return False
    if sum(char.isdigit() for char in text) < _DIGITS:
        return False  # words after a number pass the checksum once in a hundred times
    turned = text[4:] + text[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def is_card(digits: str) -> bool:
    """Say whether 16 digits can be those of a payment card (Luhn)."""
    if len(digits) != 16 or not digits.isdigit() or digits[0] not in "3456":
        return False
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0
