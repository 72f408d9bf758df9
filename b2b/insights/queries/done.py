"""What is counted of helping: facts of one municipality in one period."""

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.agreements.models import Agreement, Outcome
from b2b.agreements.rules import AgreementState, Happened, Helped
from b2b.core.db import Work
from b2b.insights.queries.span import Span, single
from b2b.insights.rules.facts import Fact

STOOD = (AgreementState.AGREED, AgreementState.DONE, AgreementState.UNTOLD)
"""Appointments that were not called off, and of which nobody said that the other did not come."""
NEW = timedelta(days=90)
"""So long somebody is a newcomer."""
BUSY = 4
"""More appointments than this in a month are many for one neighbour."""


def _looked_back(span: Span, *more: Any) -> Select[Any]:
    return (
        select(col(Agreement.neighbourhood_id), col(Outcome.member_id), *more)
        .join(Agreement, col(Agreement.id) == col(Outcome.agreement_id))
        .where(span.here(Outcome), span.holds(Outcome.at))
    )


def outcomes(work: Work, span: Span) -> list[Fact]:
    """Return what askers said afterwards."""
    found = _looked_back(span, col(Outcome.happened), col(Outcome.helped))
    rows = work.execute(found.where(col(Outcome.member_id) == col(Agreement.asker_id)))
    return [Fact(span.hood(hood), str(person), _part(happened, helped)) for hood, person, happened, helped in rows]


def _part(happened: Happened, helped: Helped | None) -> str:
    if happened is Happened.NOBODY_CAME:
        return "no_show"
    if happened is Happened.NOT_NEEDED or helped is Helped.NO:
        return "other"
    return "partly" if helped is Helped.PARTLY else "fulfilled"


def worth(work: Work, span: Span) -> list[Fact]:
    """Return what both sides say that the help was worth."""
    found = _looked_back(span, col(Outcome.worth)).where(col(Outcome.worth).is_not(None))
    return [Fact(span.hood(hood), str(person), said.value) for hood, person, said in work.execute(found)]


def otherwise(work: Work, span: Span) -> list[Fact]:
    """Return whom askers would have turned to without a neighbour."""
    found = _looked_back(span, col(Outcome.otherwise)).where(
        col(Outcome.otherwise).is_not(None), col(Outcome.member_id) == col(Agreement.asker_id)
    )
    return [Fact(span.hood(hood), str(person), said.value) for hood, person, said in work.execute(found)]


def _stood(span: Span, person: Any) -> Select[Any]:
    """Return (person, neighbourhood) of each appointment that stood, the first one of everybody first."""
    return (
        select(person, col(Agreement.neighbourhood_id))
        .where(span.here(Agreement), span.holds(Agreement.starts_at), col(Agreement.state).in_(STOOD))
        .order_by(col(Agreement.starts_at), col(Agreement.id))
    )


def helpers(work: Work, span: Span) -> list[Fact]:
    """Return everybody who helped, once, where they helped first; busy ones apart."""
    rows = [(person, hood) for person, hood in work.execute(_stood(span, col(Agreement.helper_id)))]
    many = Counter(person for person, _ in rows)
    return [
        Fact(span.hood(hood), str(person), "busy" if many[person] > BUSY else "not_busy")
        for person, hood in _first(rows).items()
    ]


def newcomers(work: Work, span: Span) -> list[Fact]:
    """Return everybody who was helped and had joined less than NEW before, once, where it was first."""
    found = _stood(span, col(Agreement.asker_id)).add_columns(col(Agreement.starts_at), col(Member.created_at))
    rows = work.execute(found.join(Member, col(Member.id) == col(Agreement.asker_id)))
    new = [(person, hood) for person, hood, starts_at, joined_at in rows if joined_at > starts_at - NEW]
    return [Fact(span.hood(hood), str(person)) for person, hood in _first(new).items()]


def _first(rows: list[tuple[int, int]]) -> dict[int, int]:
    first: dict[int, int] = {}
    for person, hood in rows:
        first.setdefault(person, hood)
    return first


def members(work: Work, span: Span) -> list[Fact]:
    """Return everybody who takes part and joined before the end of the period, where they live now."""
    found = select(col(Member.neighbourhood_id), col(Member.id)).where(
        span.here(Member), col(Member.state) == MemberState.ACTIVE, col(Member.created_at) < span.until
    )
    return single(work, span, found)
