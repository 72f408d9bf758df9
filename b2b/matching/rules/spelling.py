"""What a mistyped word was meant to be: only for words that nobody knows. Pure.

The same first letter, one change (two in words of eight letters or more); a change is a letter more,
less, other, or two that changed places. Ties go to the word that our own texts use most. Before that, a word
that is written as it is said ("effe", "wandele") is read as the word it is.
"""

from functools import cache, lru_cache

from b2b.matching.rules.compounds import is_whole
from b2b.matching.rules.lexicon import is_begun
from b2b.matching.rules.spoken import is_small_form, said_otherwise, without_ending
from b2b.matching.rules.vocabulary import counted_words, domain_words, known_words

SHORTEST = 4
SHORT = 5
"""A shorter word is only corrected to a word of the lexicon: four letters are one slip away from too much else."""
TWO_FROM = 8
"""From this length on two changes are forgiven."""


@lru_cache(50_000)
def corrected(word: str) -> str:
    """Return the known word that `word` was meant to be, or `word` itself."""
    word = said_otherwise().get(word, word)
    if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or word in known_words() or is_begun(word):
        return word
    if is_small_form(word, known_words()):
        return word
    said = without_ending(word, known_words())
    if said != word:
        return said
    if is_whole(word):  # two words that exist: corrected only when one letter makes it a word of the lexicon
        meant = nearest(word, 1) if len(word) > TWO_FROM else None
        return meant if meant in domain_words() else word
    meant = nearest(word)
    return meant if meant and (len(word) >= SHORT or meant in domain_words()) else word


def nearest(word: str, most: int = 0) -> str | None:
    """Return the word of our own texts that is nearest to `word`, within `most` changes or the rule, or None."""
    most = most or (2 if len(word) >= TWO_FROM else 1)
    mask = _mask(word)
    best: tuple[int, int, str] | None = None
    for size in range(len(word) - most, len(word) + most + 1):
        for known, known_mask, count in _shelf().get((word[0], size), ()):
            if (mask ^ known_mask).bit_count() > 2 * most:
                continue
            away = distance(word, known, most)
            if away <= most and (best is None or (away, -count, known) < best):
                best = (away, -count, known)
    return best[2] if best else None


def distance(one: str, other: str, most: int) -> int:
    """Return the changes between two words (optimal string alignment), or most + 1 when there are more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _mask(word: str) -> int:
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) - 97 if letter.isalpha() else 26)
    return mask


@cache
def _shelf() -> dict[tuple[str, int], list[tuple[str, int, int]]]:
    shelf: dict[tuple[str, int], list[tuple[str, int, int]]] = {}
    for word, count in sorted(counted_words().items()):
        if len(word) >= SHORTEST and word.isascii() and word.isalpha():
            shelf.setdefault((word[0], len(word)), []).append((word, _mask(word), count))
    return shelf
