"""Which words of a post made it fit, so that a reader sees at a glance why it is in the list. Pure."""

import re
from functools import lru_cache

from b2b.matching.rules.analyzer import leads, words_of
from b2b.matching.rules.terms import Question

START, END = "\U000f0100", "\U000f0101"
"""Around a word that fits: characters of a private plane, that pass through escaping and become <mark>."""
CLEAR = 3.0
"""A word that leads to a concept is marked when that concept is asked at least this strongly."""
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def marked(text: str, question: Question) -> str:
    """Return the text with START and END around the words that the question asks for, in any form."""
    plain = text.replace(START, "").replace(END, "")
    asked = frozenset(term[2:] for term in question.terms if term.startswith("w:"))
    meant = frozenset(code for code, weight in question.concepts.items() if weight >= CLEAR)
    return _WORD.sub(lambda found: f"{START}{found[0]}{END}" if _fits(found[0], asked, meant) else found[0], plain)


@lru_cache(20_000)
def _fits(word: str, asked: frozenset[str], meant: frozenset[str]) -> bool:
    read = words_of(word)
    return any(stem in asked for each in read for stem in each.stems) or bool(meant & leads(read).keys())
