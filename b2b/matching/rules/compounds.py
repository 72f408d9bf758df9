"""Parts of a Dutch compound: "hondenuitlaatservice" holds a dog. Pure.

Two known words with a link between them are the best reading. Where only one side is known, a word
of the lexicon at the start or the end is taken: what it is about stands there.
"""

from functools import lru_cache

from b2b.matching.rules.vocabulary import domain_words, known_words

LINKS = ("", "s", "e", "en", "n", "er")
SHORTEST = 7
"""Shorter words are not cut."""
SHORT_PARTS = frozenset(
    [
        "kat",
        "hond",
        "huis",
        "tuin",
        "bed",
        "bad",
        "boom",
        "heg",
        "tas",
        "was",
        "oma",
        "opa",
        "bus",
        "fiets",
        "pan",
        "raam",
        "deur",
        "kast",
        "lamp",
        "bank",
        "post",
        "auto",
        "reis",
        "werk",
        "taal",
        "kook",
        "klus",
        "hulp",
        "maat",
        "zorg",
        "wijk",
        "buurt",
        "eet",
        "wc",
        "tv",
        "pc",
        "wifi",
        "les",
        "pas",
        "bril",
        "gras",
        "stof",
        "boot",
        "trap",
    ]
)
_ONE_SIDE = 5


@lru_cache(100_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a folded word that is in no list, () when it is no compound that we know."""
    if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or word in domain_words():
        return ()
    return _whole(word) or _half(word)


@lru_cache(100_000)
def is_whole(word: str) -> bool:
    """Say whether every letter of the word belongs to known parts."""
    return len(word) >= SHORTEST and bool(_whole(word))


def _whole(word: str, deep: bool = True) -> tuple[str, ...]:
    best: tuple[tuple[int, ...], tuple[str, ...]] | None = None
    for cut in range(len(word) - 3, 2, -1):
        tail = word[cut:]
        if not _part(tail):
            continue
        for link in LINKS:
            head = word[: cut - len(link)]
            if len(head) < 3 or not word[:cut].endswith(link):
                continue
            front = (head,) if _part(head) else (_whole(head, deep=False) if deep else ())
            if front:
                found = (*front, tail)
                known = sum(len(part) for part in found if part in domain_words())
                rank = (len(found), -known, len(link))
                if best is None or rank < best[0]:
                    best = (rank, found)
    return best[1] if best else ()


def _half(word: str) -> tuple[str, ...]:
    for size in range(len(word) - 3, _ONE_SIDE - 1, -1):
        if word[:size] in domain_words():
            return (word[:size],)
        if word[-size:] in domain_words():
            return (word[-size:],)
    return ()


def _part(word: str) -> bool:
    return word in SHORT_PARTS or (len(word) >= 4 and word in known_words())
