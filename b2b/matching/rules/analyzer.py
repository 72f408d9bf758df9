"""One reading of a text, for posts and for what people type: words, concepts, situations, types. Pure.

Text is folded, cut in words, corrected, its compounds opened, and stemmed. Terms of the lexicon that
stand in it give concepts and situations; a classifier that learnt from our own sentences adds what
the words only suggest. Everything that is stored depends on `version()`.
"""

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from b2b.matching.rules.compounds import parts
from b2b.matching.rules.files import DATA
from b2b.matching.rules.lexicon import Phrase, concepts, index, is_begun, situations, small_stems
from b2b.matching.rules.spelling import corrected
from b2b.matching.rules.stems import stem
from b2b.matching.rules.words import stop_words, tokens

EDITION = 6
"""Raise this when the code of the analyzer changes what it finds."""
REACH = 5
"""Words of a term stand within this many words more than the term has."""
STRIDE = 3
"""Where order counts, the next word of a term stands at most this many places on."""
WORDS_READ = 400
"""Of a very long text only the beginning is read."""
IN_TITLE = 1.5
IN_PHRASE = 0.5
"""What is left of what a word leads to alone, when it stands in a term of several words."""
_GAP = 20
"""Positions between title and text, so that no term spans both."""


@dataclass(frozen=True)
class Word:
    """A word of a text: as corrected, its stem, the stems of its parts; the concept when it is a municipality's own."""

    text: str
    stem: str
    parts: tuple[str, ...]
    at: int
    fixed_from: str = ""
    own: str = ""

    @property
    def stems(self) -> tuple[str, ...]:
        return (self.stem, *self.parts)


@dataclass(frozen=True)
class Reading:
    """What a text says. `words` are stems with how often they occur; strengths are about 0 to 1.5."""

    words: Mapping[str, float]
    concepts: Mapping[str, float]
    situations: Mapping[str, float]
    fixed: tuple[tuple[str, str], ...]
    length: int
    unknown: tuple[str, ...]


@cache
def version() -> str:
    """Return what stored terms depend on: this code's edition and every data file."""
    digest = hashlib.sha256(str(EDITION).encode())
    for path in sorted(DATA.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@lru_cache(50_000)
def _opened(token: str) -> tuple[str, str, tuple[str, ...]]:
    fixed = corrected(token)
    return fixed, stem(fixed), tuple(stem(part) for part in parts(fixed))


class Own(Protocol):
    """Words that a municipality added: see rules/own.py."""

    def concept(self, token: str) -> str | None:
        """Return the concept of a folded word, "" when it says nothing, None when it is not ours."""


def words_of(text: str, start: int = 0, own: Own | None = None) -> list[Word]:
    """Return the words of `text`, corrected and opened, at their places from `start` on. Own words stay as they are."""
    found = []
    for at, token in enumerate(tokens(text)[:WORDS_READ], start):
        meant = own.concept(token) if own else None
        if meant is not None:
            if meant:
                found.append(Word(token, stem(token), (), at, own=meant))
            continue
        fixed, stemmed, inside = _opened(token)
        found.append(Word(fixed, stemmed, inside, at, token if token != fixed else ""))
    return found


def read(title: str, body: str = "", *, title_factor: float = IN_TITLE, own: Own | None = None) -> Reading:
    """Return the reading of a text; what the title says counts `title_factor` times."""
    head = words_of(title, own=own)
    tail = words_of(body, len(head) + _GAP, own)
    counts: dict[str, float] = {}
    for factor, said in ((2.0, head), (1.0, tail)):
        for word in said:
            for each in word.stems if word.text not in stop_words() else word.parts:
                if each not in small_stems():
                    counts[each] = counts.get(each, 0.0) + factor
    meant = leads(tail)
    for code, strength in leads(head).items():
        meant[code] = max(meant.get(code, 0.0), strength * title_factor)
    everything = [*head, *tail]
    return Reading(
        words=counts,
        concepts={code: strength for code, strength in meant.items() if code in concepts()},
        situations={code: strength for code, strength in meant.items() if code in situations()},
        fixed=tuple(
            (word.fixed_from, word.text) for word in everything if word.fixed_from and word.text not in stop_words()
        ),
        length=sum(1 for word in everything if word.text not in stop_words()),
        unknown=tuple(dict.fromkeys(word.text for word in everything if _is_unknown(word))),
    )


def leads(said: Iterable[Word]) -> dict[str, float]:
    """Return where the words lead: concepts and situations with their strength.

    A word that stands in a term of several words says less about anything else: in "muren komen op me af"
    there is nothing to paint.
    """
    filed = index()
    places: dict[str, list[int]] = {}
    singles: dict[str, dict[str, float]] = {}
    found: dict[str, float] = {}
    for word in said:
        for each in word.stems:
            places.setdefault(each, []).append(word.at)
        if word.own in concepts():
            found[word.own] = 1.0
        for each in word.stems if word.text not in stop_words() else word.parts:
            alone = singles.setdefault(each, {})
            for code, strength in filed.of_word(word.text if each == word.stem else each, each):
                alone[code] = max(alone.get(code, 0.0), strength)
    taken: dict[str, set[str]] = {}
    for anchor in places:
        for phrase in filed.with_word(anchor):
            if _stands(phrase, anchor, places):
                found[phrase.leads_to] = max(found.get(phrase.leads_to, 0.0), phrase.strength)
                for each in phrase.words if phrase.strength == 1.0 else ():
                    taken.setdefault(each, set()).add(phrase.leads_to)
    for each, alone in singles.items():
        for code, strength in alone.items():
            share = IN_PHRASE if each in taken and code not in taken[each] else 1.0
            found[code] = max(found.get(code, 0.0), strength * share)
    return found


def _stands(phrase: Phrase, anchor: str, places: Mapping[str, list[int]]) -> bool:
    if any(word not in places for word in phrase.words if not word.endswith("*")):
        return False
    begun = {word: _begun(word, places) for word in phrase.words if word.endswith("*")}
    if not all(begun.values()):
        return False
    places = {**places, **begun} if begun else places
    if phrase.in_order:
        return any(_follows(phrase.words[1:], at, places) for at in places[phrase.words[0]])
    reach = len(phrase.words) + REACH
    return any(
        all(any(abs(place - here) <= reach for place in places[word]) for word in phrase.words)
        for here in places[anchor]
    )


def _begun(word: str, places: Mapping[str, list[int]]) -> list[int]:
    """Return where words stand that begin as this one, which ends in a star."""
    return [at for stemmed, found in places.items() if stemmed.startswith(word[:-1]) for at in found]


def _follows(rest: tuple[str, ...], at: int, places: Mapping[str, list[int]]) -> bool:
    if not rest:
        return True
    return any(_follows(rest[1:], place, places) for place in places[rest[0]] if at <= place <= at + STRIDE)


def _is_unknown(word: Word) -> bool:
    return (
        len(word.text) >= 4
        and not word.own
        and word.text not in stop_words()
        and word.text not in index().exact
        and not any(each in index().single or any(index().with_word(each)) for each in word.stems)
        and not is_begun(word.text)
    )


def term_weight(count: float, length: int, *, usual: int = 14, k1: float = 1.2, b: float = 0.6) -> float:
    """Return BM25's part for how often a word stands in a text of `length` words, with a fixed usual length."""
    return count * (k1 + 1) / (count + k1 * (1 - b + b * length / usual))


def rarity(share: float) -> float:
    """Return how much a word says that stands in this share of texts, 0 to about 7."""
    return max(0.0, math.log((1 - share + 1e-9) / (share + 1e-3)))
