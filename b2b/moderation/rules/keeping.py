"""How long a case is kept: what was reported, decided, told, objected and measured. Pure.

Twelve months after nobody can object any more; while a measure runs, counts or is listed the case stays.
"""

from datetime import datetime, timedelta

from b2b.moderation.rules.terms import KEEP_AFTER_TERM_MONTHS, complaint_until, months_later

SHORTEST = timedelta(days=540)
"""No case is over sooner after its decision: the database looks no further."""
KEEP_READINGS = timedelta(days=550)
"""So long it can be asked who read in a private conversation, also when its case is kept longer."""


def case_over(decided_at: datetime, objected_at: datetime | None = None) -> datetime:
    """Return from when a case can be forgotten. `objected_at` is when the last objection in it was decided."""
    after_decision = months_later(complaint_until(decided_at), KEEP_AFTER_TERM_MONTHS)
    if objected_at is None:
        return after_decision
    return max(after_decision, months_later(objected_at, KEEP_AFTER_TERM_MONTHS))
