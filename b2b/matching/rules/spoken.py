"""Words written as people say them: a dialect, the -n that nobody says, "bakske" for a small cup. Pure.

Only the word changes, never the sentence: the list in `data/spoken.txt` names how else a word is said, and two
endings follow a rule. A word that exists is left alone, unless the list names it.
"""

from collections.abc import Container, Mapping
from functools import cache

from b2b.matching.rules.files import lines_of
from b2b.matching.rules.words import fold

SMALL_ENDINGS = ("skes", "ekes", "ske", "eke", "kes", "ke")
"""How "-je" is said in the south and the east, the longest first."""
SMALL_FORMS = ("etje", "tje", "pje", "je")
LEAST_LEFT = 3
"""Letters that a word keeps without its ending; fewer say nothing."""


@cache
def said_otherwise() -> Mapping[str, str]:
    """Return the word of the list by how it is also said."""
    found: dict[str, str] = {}
    for line in lines_of("spoken.txt"):
        word, _, others = line.partition("|")
        for other in others.split():
            found.setdefault(fold(other).replace("'", ""), word.strip())
    return found


def without_ending(word: str, known: Container[str]) -> str:
    """Return the known word that an unknown one is said for, or the word itself.

    "wandele" is "wandelen"; "fietske" is "fietsje", or "fiets" when nobody wrote the small one.
    """
    if word.endswith("e") and f"{word}n" in known:
        return f"{word}n"
    for ending in SMALL_ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= LEAST_LEFT:
            for meant in (f"{bare}je", bare):
                if meant in known:
                    return meant
    return word


def is_small_form(word: str, known: Container[str]) -> bool:
    """Say whether an unknown word is the small one of a word that exists: "fietsje" is no slip for "fietste"."""
    bare = word.removesuffix("s")
    return any(
        bare.endswith(ending) and len(bare) - len(ending) >= LEAST_LEFT and bare.removesuffix(ending) in known
        for ending in SMALL_FORMS
    )
