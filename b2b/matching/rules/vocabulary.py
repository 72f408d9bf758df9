"""Words that are known to exist, so that they are neither cut nor corrected. Pure."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from b2b.matching.rules.files import lines_of, sentences
from b2b.matching.rules.lexicon import terms
from b2b.matching.rules.words import stop_words, tokens


@cache
def domain_words() -> frozenset[str]:
    """Return every word of the lexicon of four letters or more that stands alone as a term."""
    found = (term for term in terms() if len(term.words) == 1 and not term.begins)
    return frozenset(word for term in found for word in tokens(term.text.rstrip("?*")) if len(word) >= 4)


@cache
def counted_words() -> Mapping[str, int]:
    """Return how often each word stands in our own texts: lexicon and sentences."""
    count: Counter[str] = Counter()
    for term in terms():
        count.update(word for piece in term.text.split() if "*" not in piece for word in tokens(piece))
    for _, sentence in sentences():
        count.update(tokens(sentence))
    return count


@cache
def known_words() -> frozenset[str]:
    """Return every word that exists, as far as we know: our own texts, small words, and the Dutch list."""
    return frozenset(counted_words()) | stop_words() | frozenset(_dutch())


def _dutch() -> list[str]:
    return [word for line in lines_of("dutch.txt") for word in line.split()]
