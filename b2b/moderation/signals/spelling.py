"""Words spelled otherwise: by their sound, or with one slip of the fingers."""

import re

HEARD_FROM = 6
"""Shorter words are too much alike to go by their sound."""
MISTYPED_FROM = 9
"""Shorter words are too much alike to forgive a slip."""


def sound(word: str) -> str:
    """Return how a word sounds, roughly: "zelfmoort" and "zelfmoord" are one."""
    for spelled, heard in _SOUNDS:
        word = word.replace(spelled, heard)
    word = re.sub(r"([bcdfgklmnprst])\1", r"\1", word)
    return word[:-1] + "t" if word.endswith("d") else word


_SOUNDS = (
    *(("ij", "y"), ("ei", "y"), ("ou", "au"), ("ck", "k"), ("ch", "g"), ("dt", "t"), ("ph", "f"), ("th", "t")),
    *(("z", "s"), ("v", "f"), ("c", "k")),
)


def strokes(piece: str) -> set[str]:
    """Return what was meant when one letter was typed too many, or two were swapped."""
    extra = {piece[:at] + piece[at + 1 :] for at in range(1, len(piece))}
    return extra | {piece[:at] + piece[at + 1] + piece[at] + piece[at + 2 :] for at in range(1, len(piece) - 1)}


def deletions(stems: list[str]) -> dict[str, str]:
    """Return the atoms of long stems: by the stem, and (after a hyphen) by the stem without one letter."""
    found = {stem: stem + "*" for stem in stems}
    for stem in sorted(stems):
        for at in range(1, len(stem)):
            found.setdefault("-" + stem[:at] + stem[at + 1 :], stem + "*")
    return found
