"""Words that a municipality added to ours, and words that we do not know. Pure.

An own word is one word: dialect, the name of a market, what a square is called here. It leads to one
concept, or says nothing and is passed over. It is found in its inflections too.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from b2b.matching.rules.analyzer import read
from b2b.matching.rules.analyzer import version as common_version
from b2b.matching.rules.compounds import parts
from b2b.matching.rules.stems import stem
from b2b.matching.rules.vocabulary import known_words
from b2b.matching.rules.words import WORD_MAX, fold, stop_words, tokens

AUTHORS_LEAST = 5
"""A word that we do not know is shown from this many different authors on; below that it is written nowhere."""
SHORTEST = 4
NOTHING = ""
"""The concept of a word that says nothing here."""
_SENTENCE_END = re.compile(r"[.!?:\n]")
_PLACE = ("straat", "laan", "weg", "plein", "kade", "gracht", "dreef", "singel", "dijk", "steeg", "pad", "hof")


@dataclass(frozen=True)
class OwnWords:
    """The words of one municipality, each with its concept."""

    concepts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.concepts)

    @cached_property
    def _by_stem(self) -> dict[str, str]:
        return {stem(word): concept for word, concept in self.concepts.items()}

    @property
    def version(self) -> str:
        """What stored terms depend on: our own analyzer, and these words."""
        if not self.concepts:
            return common_version()
        digest = hashlib.sha256(common_version().encode())
        for word, concept in sorted(self.concepts.items()):
            digest.update(f"{word}={concept};".encode())
        return digest.hexdigest()[:16]

    def concept(self, token: str) -> str | None:
        """Return the concept of a folded word or one of its forms, NOTHING, or None when it is not ours."""
        return self.concepts.get(token, self._by_stem.get(stem(token))) if self.concepts else None


def read_word(typed: str) -> str:
    """Return a word as it is kept, or "" when it is no single word of a fit length that says something."""
    found = tokens(typed)
    if len(found) != 1 or not SHORTEST <= len(found[0]) <= WORD_MAX:
        return ""
    return "" if found[0] in stop_words() or not found[0].isalpha() else found[0]


def unknown_in(title: str, body: str, own: OwnWords) -> frozenset[str]:
    """Return words of a post that nobody knows: in no list, in no lexicon, no compound, and no name as far as we see.

    A word with a capital within a sentence, with a digit, or of a street is taken for a name.
    """
    names = _names(title) | _names(body)
    return frozenset(
        word
        for word in read(title, body).unknown
        if SHORTEST <= len(word) <= WORD_MAX
        and word.isalpha()
        and word not in known_words()
        and word not in names
        and own.concept(word) is None
        and not word.endswith(_PLACE)
        and not parts(word)
    )


def _names(text: str) -> set[str]:
    found: set[str] = set()
    for sentence in _SENTENCE_END.split(text):
        for at, word in enumerate(sentence.split()):
            if at and word[:1].isupper():
                found.update(tokens(word))
    return found | {fold(word) for word in re.findall(r"\S*[\d@]\S*", text)}
