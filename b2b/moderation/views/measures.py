"""What pages of the desk say about measures: the advice about this person, what each decision does, the ladder."""

from typing import Any

from flask import g

from b2b.moderation import queries
from b2b.moderation.models import ReviewItem
from b2b.moderation.rules.measures import SANCTION_WORDS, STATE_WORDS, STEP_WORDS
from b2b.moderation.rules.words import CHOICES


def advised(item: ReviewItem) -> dict[str, Any]:
    """Return which step the ladder advises for the author of an item, and which measures there were."""
    advice = queries.advice_about(g.work, item.author_id)
    return {
        "step": STEP_WORDS[advice.step],
        "strikes": advice.strikes,
        "warned": advice.warned,
        "measures": [
            (SANCTION_WORDS[one.kind], STATE_WORDS[one.state], one.starts_at)
            for one in queries.sanctions_of(g.work, item.author_id)
        ],
        "police": len(queries.police_reports_of(g.work, item.id or 0)),
    }


def explained() -> dict[str, Any]:
    """Return what each decision does, in one line each, and the steps of the ladder, lightest first."""
    known: dict[str, Any] = {}
    for choices in CHOICES.values():
        for kind, words in choices.items():
            known.setdefault(kind, words)
    return {"decisions": list(known.values()), "steps": list(STEP_WORDS.values())}
