"""All detectors together: one reading of a text, one list of what was seen."""

from functools import lru_cache

from b2b.moderation.signals import abuse, common, crisis, exploiting, personal, scam, third
from b2b.moderation.signals.lexicon import Lexicon
from b2b.moderation.signals.shapes import Detector, Finding
from b2b.moderation.signals.text import understand

VERSION = 1
"""Of the set as a whole: goes up with every change of a word list."""

_MODULES = (personal, third, scam, abuse, exploiting, crisis)
DETECTORS: dict[str, Detector] = {one.code: one for module in _MODULES for one in module.DETECTORS}
_LEXICON = Lexicon(
    {name: words for module in (common, *_MODULES) for name, words in module.CONCEPTS.items()}
)


@lru_cache(maxsize=64)
def read(text: str) -> tuple[Finding, ...]:
    """Return what the detectors see in a text, the gravest first. The same words are read once."""
    seen = _LEXICON.see(understand(text))
    found = []
    for detector in DETECTORS.values():
        spans = detector.find(seen)
        if spans:
            found.append(Finding(detector, tuple(sorted(set(spans)))))
    return tuple(sorted(found, key=lambda one: -one.detector.severity))


def explain(code: str) -> Detector | None:
    """Return the detector with this code, to explain a stored signal."""
    return DETECTORS.get(code)
