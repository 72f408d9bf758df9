"""All detectors together: one reading of a text, one list of what was seen."""

from functools import cache, lru_cache
from pathlib import Path

from b2b.moderation.signals import abuse, alike, crisis, exploiting, mailboxes, names, pace, personal, scam, third
from b2b.moderation.signals.lexicon import Lexicon
from b2b.moderation.signals.shapes import Detector, Finding
from b2b.moderation.signals.text import understand

VERSION = 2
"""Of the set as a whole: goes up with every change of a word list."""

WORDS = Path(__file__).parent / "words"
_MODULES = (personal, third, scam, abuse, exploiting, crisis, alike)
DETECTORS: dict[str, Detector] = {
    one.code: one for module in (*_MODULES, pace, names, mailboxes) for one in module.DETECTORS
}


def concepts() -> dict[str, str]:
    """Return all concepts with their phrases, from the files of words."""
    found: dict[str, str] = {}
    for file in sorted(WORDS.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n\n")[1:]:
            name, _, phrases = block.partition("\n")
            found[name] = phrases
    return found


@cache
def lexicon() -> Lexicon:
    """Return all words of all detectors, compiled once: a command that reads no text pays nothing."""
    return Lexicon(concepts())


@lru_cache(maxsize=64)
def read(text: str) -> tuple[Finding, ...]:
    """Return what the detectors see in a text, the gravest first. The same words are read once.

    Where a detector names what it saw, that the text is also like others of its group says nothing more.
    """
    seen = lexicon().see(understand(text))
    found = []
    for detector in DETECTORS.values():
        spans = detector.find(seen)
        if spans:
            found.append(Finding(detector, tuple(sorted(set(spans)))))
    named = {one.group for one in found if one.detector not in alike.DETECTORS}
    found = [one for one in found if one.group not in named or one.detector not in alike.DETECTORS]
    return tuple(sorted(found, key=lambda one: -one.detector.severity))


def explain(code: str) -> Detector | None:
    """Return the detector with this code, to explain a stored signal."""
    return DETECTORS.get(code)
