"""A text made comparable once: small letters, no marks, no tricks; every place leads back to what was typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 8000
"""Longer texts do not exist here; what comes after this is not read."""

_LOOKS_LIKE = dict(
    zip(
        "авекмнорстухіјѕԁԛԝһӏαβεηικμνορτυχγωℓıɑɡøđłħŧ",
        "abekmhopctyxijsdqwhlabenikmvoptuxywliagodlht",
        strict=True,
    )
)
"""Letters of other scripts that pass for ours."""
_LOOKS_LIKE |= dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
"""Small capitals, which Unicode does not count as letters of ours."""
_LOOKS_LIKE |= {chr(first + at): chr(ord("a") + at) for first in (0x1F150, 0x1F170) for at in range(26)}
"""White letters in a black circle or square. Letters of flags stay what they are: a flag behind a name is no word."""
_PLAIN = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "’": "'",
    "‘": "'",
    "´": "'",
    "`": "'",
}
_LEET = str.maketrans("013457$@!", "oieastsai")
_WORD = re.compile(r"[$@!*']{0,2}[a-z0-9][a-z0-9$@*']*")
_SPACED = re.compile(r"(?<![a-z0-9])[a-z](?:[ .\-_*/]{1,2}[a-z]){3,15}(?![a-z0-9])")
_END = re.compile(r"[.!?;\n]+(?=\s|$)|\n")


@lru_cache(maxsize=4096)
def fold_char(char: str) -> str:
    """Return a character as small letters without marks: "É" is "e", a Cyrillic "а" is "a", a hidden one is ""."""
    kept = []
    for part in unicodedata.normalize("NFKD", char.casefold()).casefold():  # "𝐇" is "H" only after it is taken apart
        kind = unicodedata.category(part)
        if kind in ("Mn", "Me", "Cf"):
            continue
        if kind in ("Zs", "Cc") and part != "\n":
            part = " "
        elif kind in ("Nd", "No"):  # "٦" and "❻" are 6
            part = str(unicodedata.digit(part, part))
        kept.append(_LOOKS_LIKE.get(part) or _PLAIN.get(part) or part)
    return "".join(kept)


def fold(text: str) -> str:
    """Return `text` folded: for comparing, not for showing."""
    return text.lower() if text.isascii() else "".join(map(fold_char, text))


@dataclass(frozen=True)
class Token:
    """One word: as it compares, where it stands in the folded text, in which sentence."""

    word: str
    start: int
    end: int
    sentence: int
    capital: bool
    """Written with a capital though no sentence begins there: a name, mostly."""


@dataclass(frozen=True)
class Text:
    """A text as detectors read it."""

    raw: str
    folded: str
    places: range | list[int]
    """For every folded character the place of the typed one."""
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text was typed."""
        return (self.places[start], self.places[end - 1] + 1) if end > start else (0, 0)


def understand(raw: str) -> Text:
    """Read a text once, for all detectors."""
    raw = raw[:LONGEST]
    if raw.isascii():
        folded: str = raw.lower()
        places: range | list[int] = range(len(raw))
    else:
        parts, places = [], []
        for place, char in enumerate(raw):
            plain = fold_char(char)
            parts.append(plain)
            places += [place] * len(plain)
        folded = "".join(parts)
    return Text(raw, folded, places, _tokens(raw, folded, places))


def _tokens(raw: str, folded: str, places: range | list[int]) -> tuple[Token, ...]:
    ends = [found.start() for found in _END.finditer(folded)]
    spaced = {found.start(): found.end() for found in _SPACED.finditer(folded)}
    tokens: list[Token] = []
    sentence, skip_to, begins = 0, 0, True
    for found in _WORD.finditer(folded):
        start, end = found.span()
        if start < skip_to:
            continue
        while sentence < len(ends) and ends[sentence] < start:
            sentence, begins = sentence + 1, True
        word = found.group()
        if start in spaced:  # k a n k e r, k.u.t: letters apart are a word together
            end = skip_to = spaced[start]
            word = re.sub(r"[^a-z]", "", folded[start:end])
        capital = not begins and raw[places[start]].isupper() and not raw[places[end - 1]].isupper()
        tokens.append(Token(plain_word(word), start, end, sentence, capital))
        begins = False
    return tuple(tokens)


_SHORT = {
    short: word
    for word, shorts in {
        "mijn": ("mn", "mjn"),
        "zijn": ("zn",),
        "jouw": ("jow",),
        "niet": ("nie", "neit"),
        "niks": ("nix", "nks"),
        "even": ("ff", "effe", "effen"),
        "het": ("t", "ut"),
        "ik": ("k",),
        "hij": ("ie",),
        "gewoon": ("gwn",),
        "misschien": ("mss",),
        "waarom": ("wrm",),
        "morgen": ("morge",),
        "wanneer": ("wnr",),
    }.items()
    for short in shorts
}
"""How words are shortened in messages. Only what is one word for everybody who writes so."""


@lru_cache(maxsize=8192)
def plain_word(word: str) -> str:
    """Return a word without apostrophes, leetspeak and letters that go on and on: "k4nkerrrr" is "kanker"."""
    word = word.replace("'", "").strip("*!")
    if any(char.isalpha() for char in word) and not word.isalpha() and "*" not in word and not _measure(word):
        word = word.translate(_LEET)
    word = re.sub(r"([a-z])\1{2,}", r"\1\1", word)
    return _SHORT.get(word, word)


_MEASURE = re.compile(r"\d+(?:[a-z]{1,4}|e|ste|de|jarige?|x|uurs?|euro|km|kg|min)$")


def _measure(word: str) -> bool:
    """Say whether digits and letters are a number with its unit ("20km", "14a", "8e"), not a disguise."""
    return _MEASURE.match(word) is not None
