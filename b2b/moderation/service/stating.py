"""Write the statement of reasons of a restriction: complete, in the moment in which the restriction starts."""

from datetime import datetime
from typing import Any

from b2b.accounts import queries as people
from b2b.consent import queries as consent
from b2b.consent.rules import HOUSE_RULES as RULES_TEXT
from b2b.conversations.queries import Message
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.moderation.models import ReviewItem, Statement
from b2b.moderation.queries import Target
from b2b.moderation.rules import DecisionSource, ReviewReason, TargetKind, Verdict
from b2b.moderation.rules.measures import MEASURE_OF, Term, term
from b2b.moderation.rules.statements import (
    BY_HAND,
    CHANNEL,
    COURT,
    FACTS_MAX,
    FOUND_BY_COMPUTER,
    LAWS,
    OUT_OF_COURT,
    SCOPE,
    TEMPLATE_VERSION,
    Ground,
    Restriction,
    ground_of,
    source_of,
)
from b2b.moderation.rules.terms import complaint_until
from b2b.moderation.rules.words import HOUSE_RULES
from b2b.posts.queries import Post
from b2b.thanks.queries import Thanks

BY_PEOPLE = frozenset({ReviewReason.NEWCOMER, ReviewReason.NOTICED})
"""Reasons to look that came from a person or from the rule for first posts: no computer found anything."""


def state(
    work: Work, item: ReviewItem, about: Target, verdict: Verdict, restriction: Restriction, source: DecisionSource
) -> Statement:
    """Write down why; the author gets it by mail and on a page of their own."""
    now = work.now()
    lasts = _term(verdict, now)
    found = item.reason not in BY_PEOPLE
    author = people.member(work, item.author_id)
    statement = Statement(
        reference=new_reference("W"),
        municipality_id=item.municipality_id,
        recipient_id=item.author_id,
        target_kind=about.kind,
        visibility=restriction.visibility,
        account=restriction.account,
        territorial_scope=SCOPE,
        starts_at=now,
        ends_at=lasts.ends_at if lasts else None,
        lasting=lasts is None or lasts.ends_at is None,
        facts=_facts(about, verdict)[:FACTS_MAX],
        facts_at=_moment(item, about),
        source=source_of(source),
        names_notifier=False,
        automated_decision=False,
        automated_detection=found,
        automation=FOUND_BY_COMPUTER if found else BY_HAND,
        **_ground(work, item, verdict),
        complaint_path="",
        complaint_until=complaint_until(now),
        out_of_court=OUT_OF_COURT,
        court=COURT,
        sent_at=now,
        channel=CHANNEL,
        language=author.language if author else "nl",
        template_version=TEMPLATE_VERSION,
    )
    statement.complaint_path = f"/besluiten/{statement.reference}/bezwaar"
    work.add(statement)
    work.flush()  # decision and measure point at it
    audit.note(work, "statement.sent", statement, rule=verdict.rule)
    return statement


def withdraw_links(work: Work, statement: Statement) -> None:
    """Make every signed link to this statement that was sent so far worthless."""
    statement.link_number += 1
    audit.note(work, "statement.links_withdrawn", statement)


def _term(verdict: Verdict, now: datetime) -> Term | None:
    measure = MEASURE_OF.get(verdict.kind)
    return term(measure, now) if measure else None


def _facts(about: Target, verdict: Verdict) -> str:
    if verdict.facts.strip():
        return verdict.facts.strip()
    if about.kind is TargetKind.MEMBER:
        return verdict.explanation
    return "\n".join(line for line in about.words.splitlines() if line.strip())


def _moment(item: ReviewItem, about: Target) -> datetime:
    if isinstance(about.thing, Post):
        return about.thing.published_at or about.thing.created_at
    return about.thing.created_at if isinstance(about.thing, (Message, Thanks)) else item.created_at


def _ground(work: Work, item: ReviewItem, verdict: Verdict) -> dict[str, Any]:
    code = verdict.rule or ""
    ground = ground_of(code)
    if ground is Ground.LAW:
        sentence, article = LAWS[code]
        return {"ground": ground, "legal_ground": f"{sentence} ({article})", "why_illegal": verdict.explanation}
    version = consent.current(work, item.municipality_id, RULES_TEXT).version
    return {
        "ground": ground,
        "rule": HOUSE_RULES[code],
        "rules_version": version,
        "why_incompatible": verdict.explanation,
    }
