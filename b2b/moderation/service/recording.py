"""What the desk writes down beside a decision: the police was told, the coordinator may help, what a text said first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import HelpSuggested
from b2b.moderation.models import Decision, KeptWords, PoliceReport, ReviewItem
from b2b.moderation.queries import Target
from b2b.moderation.rules.terms import complaint_until


@dataclass(frozen=True)
class Told:
    """What the police was told, to whom and when. `once` makes a double click one record."""

    what: str
    to_whom: str
    at: datetime
    once: str


def record_police(work: Work, item: ReviewItem, told: Told) -> PoliceReport:
    """Write down that the police was told that a life or somebody's safety may be at risk (DSA article 18)."""
    before = queries.police_report_by_once(work, told.once)
    if before is not None:
        return before
    report = PoliceReport(
        reference=new_reference("Q"),
        municipality_id=item.municipality_id,
        review_item_id=item.id or 0,
        what=told.what,
        to_whom=told.to_whom,
        told_at=told.at,
        told_by_id=work.actor_id or 0,
        once=told.once,
        created_at=work.now(),
    )
    work.add(report)
    work.flush()  # the trail names its key
    audit.note(work, "police.told", item, report=report.id)
    return report


def suggest_help(work: Work, item: ReviewItem) -> None:
    """Let the author of an item hear that the coordinator can help. Nothing is passed on: they decide themselves."""
    audit.note(work, "help.suggested", item, member=item.author_id)
    work.record(HelpSuggested(item.id or 0, item.author_id, item.municipality_id))


def keep_words(work: Work, decision: Decision, about: Target) -> None:
    """Keep what a text said before its author was asked to change it, until nobody can object any more."""
    kept = KeptWords(
        municipality_id=decision.municipality_id,
        decision_id=decision.id or 0,
        words=about.words,
        kept_at=work.now(),
        keep_until=complaint_until(work.now()),
    )
    work.add(kept)


def purge_words(work: Work, limit: int = 500) -> int:
    """Delete original texts whose time is over; return how many."""
    old = select(col(KeptWords.id)).where(col(KeptWords.keep_until) < work.now()).limit(limit)
    return work.connection().execute(delete(KeptWords).where(col(KeptWords.id).in_(old))).rowcount
