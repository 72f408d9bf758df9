"""The stem of a Dutch word: Porter's Dutch steps, with four repairs for everyday words. Pure.

Written out here, because a stemmer from elsewhere changes with its version, and a stem is stored.
The repairs: diminutives go first ("lampje" is "lamp"), an s goes only where it makes a plural
("computers", not "fiets"), every double consonant at the end becomes one
("boodschappen" is "boodschap"), and an end in v or z is written f or s ("brieven" is "brief").
"""

import re
from functools import lru_cache

from b2b.matching.rules.scripts import light_stem

_VOWELS = "aeiouy"
_EXCEPTIONS = {
    "kinderen": "kind",
    "kinders": "kind",
    "kids": "kind",
    "eieren": "ei",
    "eitje": "ei",
    "eitjes": "ei",
    "bladeren": "blad",
    "kleren": "kler",
    "koken": "kok",
    "kookt": "kok",
    "gekookt": "kok",
    "katje": "kat",
    "meisje": "meisj",
    "gaatje": "gat",
    "gaatjes": "gat",
}
_PJE = re.compile(r"([aeiou]{2}|l|r)mpje$")
_TJE = re.compile(r"([aeiou]{2}|[aeiou]|e[rln]|[aeiou]{2}[rln]|w)tje$")
_VERB_T = re.compile(r".{2}(el|er|en)t$")
_PLURAL_S = re.compile(r".{2}(el|er|en|em|om|oon|eur|aar|oor|ier)s$")
_DOUBLE = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")
_LONG_VOWEL = re.compile(r"[^aeiouyI](aa|ee|oo|uu)[^aeiouyI]$")
_REGION = re.compile(r"[aeiouy][^aeiouy]")


@lru_cache(200_000)
def stem(word: str) -> str:
    """Return the stem of a folded word: fietsen, fietsje and fiets become one. Other scripts lose their endings."""
    if word and not word.isascii() and word.isalpha():
        return light_stem(word)
    if not word.isascii() or not word.isalpha() or len(word) < 4:
        return word
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    short = _porter(_without_diminutive(word))
    return short if len(short) >= 2 else word


def _porter(word: str) -> str:
    text = _marked(word)
    r1 = max(_region(text, 0), 3)
    r2 = _region(text, _region(text, 0))
    text = _plural(text, r1)
    text, e_found = _last_e(text, r1)
    text = _heid(text, r1, r2)
    text = _derived(text, r1, r2, e_found)
    if _VERB_T.search(text):
        text = text[:-1]
    if _LONG_VOWEL.search(text):
        text = text[:-2] + text[-1]
    text = _single(text).lower()
    return text[:-1] + {"v": "f", "z": "s"}.get(text[-1], text[-1])


def _marked(word: str) -> str:
    """Write y and i between vowels as consonants (capitals), as Porter does."""
    letters = list(word)
    for place, letter in enumerate(letters):
        before = letters[place - 1] if place else ""
        after = letters[place + 1] if place + 1 < len(letters) else ""
        if letter == "y" and (not before or before in _VOWELS):
            letters[place] = "Y"
        elif letter == "i" and before and before in _VOWELS and after and after in _VOWELS:
            letters[place] = "I"
    return "".join(letters)


def _region(text: str, start: int) -> int:
    found = _REGION.search(text, start)
    return found.end() if found else len(text)


def _single(text: str) -> str:
    return text[:-1] if len(text) > 3 and _DOUBLE.search(text) else text


def _plural(text: str, r1: int) -> str:
    if text.endswith("heden"):
        return text[:-5] + "heid" if len(text) - 5 >= r1 else text
    for ending in ("ene", "en"):
        if text.endswith(ending):
            return _without_en(text, len(ending), r1)
    return text[:-1] if _PLURAL_S.search(text) else text


def _without_en(text: str, size: int, r1: int) -> str:
    base = text[:-size]
    if len(base) < r1 or base[-1] in _VOWELS or base.endswith("gem"):
        return text
    return _single(base)


def _last_e(text: str, r1: int) -> tuple[str, bool]:
    if text.endswith("e") and len(text) - 1 >= r1 and text[-2] not in _VOWELS:
        return _single(text[:-1]), True
    return text, False


def _heid(text: str, r1: int, r2: int) -> str:
    if text.endswith("heid") and len(text) - 4 >= r2 and text[-5:-4] != "c":
        text = text[:-4]
        if text.endswith("en"):
            text = _without_en(text, 2, r1)
    return text


def _derived(text: str, r1: int, r2: int, e_found: bool) -> str:
    for ending in ("end", "ing"):
        if text.endswith(ending):
            return _without_ing(text, r2)
    if text.endswith("ig"):
        return text[:-2] if len(text) - 2 >= r2 and text[-3:-2] != "e" else text
    if text.endswith("lijk"):
        return _last_e(text[:-4], r1)[0] if len(text) - 4 >= r2 else text
    if text.endswith("baar"):
        return text[:-4] if len(text) - 4 >= r2 else text
    if text.endswith("bar") and e_found:
        return text[:-3] if len(text) - 3 >= r2 else text
    return text


def _without_ing(text: str, r2: int) -> str:
    base = text[:-3]
    if len(base) < r2:
        return text
    if base.endswith("ig") and len(base) - 2 >= r2 and base[-3:-2] != "e":
        return base[:-2]
    return _single(base)


def _without_diminutive(word: str) -> str:
    base = word.removesuffix("s")
    if not base.endswith("je") or len(base) < 5:
        return word
    if base.endswith("etje") and len(base) > 6:
        return _single(base[:-4])
    if base.endswith("inkje") and len(base) > 7:
        return base[:-3] + "g"
    if (_PJE.search(base) or _TJE.search(base)) and len(base) > 5:  # "matje" is a mat
        return base[:-3]
    return base[:-2]
