"""Words as people write them: folded, cut, the small ones known. Pure."""

import re
import unicodedata
from functools import cache

from b2b.matching.rules.files import lines_of

WORD_MAX = 40
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_LOOSE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "ß": "s",
        "æ": "e",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "ى": "ي",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
    }
)
_ARABIC_START = ("وال", "بال", "لل", "ال")
_HYPHEN_KEEP = 9
"""A word with a hyphen that is shorter stays one word ("e-mail"); a longer one is cut in parts."""


def fold(text: str) -> str:
    """Return `text` in lower case without accents or vowel marks: "Café" is "cafe"."""
    # In small letters twice: "𝐇" becomes a capital H only when it is taken apart.
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LOOSE)).lower()
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LOOSE)


def tokens(text: str) -> list[str]:
    """Return the folded words of `text` in their order, doubles kept, none longer than WORD_MAX."""
    found: list[str] = []
    for match in _WORD.finditer(fold(text)):
        word = match.group(0).replace("'", "")
        if "-" in word and len(word) >= _HYPHEN_KEEP:
            found.extend(part for part in word.split("-") if part)
        elif word:
            found.append(_light(word.replace("-", "")))
    return [word[:WORD_MAX] for word in found]


def _light(word: str) -> str:
    """Take the article from an Arabic word: it is written to its noun."""
    if word.isascii():
        return word
    for start in _ARABIC_START:
        if word.startswith(start) and len(word) - len(start) >= 3:
            return word[len(start) :]
    return word


@cache
def stop_words() -> frozenset[str]:
    """Return words that say nothing about what somebody needs; on this site "hulp" is one of them."""
    return frozenset(fold(word) for line in lines_of("stopwords.txt") for word in line.split())
