"""The sentence about insurance: the municipality's own, else an honest one of ours. Pure.

Helpers who find each other on a site often fall outside the insurance for volunteers. So nothing
here may promise that somebody is insured: the municipality asks its insurer, and writes what is so.
"""

import re

from b2b.core.errors import Conflict
from b2b.core.words import N_

SETTING = "insurance.sentence"
SENTENCE_MAX = 300
HONEST = "Wij regelen geen verzekering. Gaat er iets stuk? Praat er samen over."
"""Shown until the municipality has written its own."""

_PROMISE = re.compile(
    r"\b(?:je|jij|u|jullie|iedereen|alles|elke buur|alle buren) (?:bent|zijn|is|ben) (?:altijd |volledig |goed |ook )?"
    r"verzekerd\b"
    r"|\b(?:altijd|volledig|automatisch|gegarandeerd) (?:mee)?verzekerd\b"
    r"|\b(?:wij|we|de gemeente) (?:vergoedt|vergoeden|betaalt|betalen|dekt|dekken) (?:alle|elke|altijd|de) ?schade"
    r"|\b(?:garandeert|garanderen|gegarandeerd)\b",
    re.IGNORECASE,
)


class PromisesCover(Conflict):
    """The sentence says that people are insured, and nobody can promise that."""

    sentence = N_(
        "Deze zin belooft te veel. Schrijf niet dat iedereen verzekerd is of dat alle schade wordt betaald."
    )


def check_sentence(sentence: str) -> None:
    """Raise PromisesCover for a sentence that promises cover."""
    if _PROMISE.search(sentence):
        raise PromisesCover()
