"""What the classifier looks at in a text: words, pieces of words, concepts and situations. Pure.

Training and use share this file, so that both see the same.
"""

from collections.abc import Mapping

from b2b.matching.rules.analyzer import Reading

PIECES = (3, 4, 5)
_WORDS, _LETTERS, _MEANT = 1.2, 0.8, 1.0
"""How much each family of features weighs beside the others, before the text's length is divided out."""


def features(reading: Reading) -> dict[str, float]:
    """Return the features of a text, each family of length one times its share."""
    words = {f"w{word}": 1.0 for word in reading.words}
    letters: dict[str, float] = {}
    for word in reading.words:
        if word.isalpha() and len(word) > 3:
            for piece in _pieces(word):
                letters[f"c{piece}"] = 1.0
    meant = {f"k{code}": min(1.0, strength) for code, strength in reading.concepts.items()}
    meant |= {f"s{code}": min(1.0, strength) for code, strength in reading.situations.items()}
    return {**_scaled(words, _WORDS), **_scaled(letters, _LETTERS), **_scaled(meant, _MEANT)}


def _pieces(word: str) -> list[str]:
    framed = f"^{word}$"
    return [framed[at : at + size] for size in PIECES for at in range(len(framed) - size + 1)]


def _scaled(family: Mapping[str, float], share: float) -> dict[str, float]:
    length = sum(value * value for value in family.values()) ** 0.5
    return {name: share * value / length for name, value in family.items()} if length else {}
