"""Questions about one-time sign-ins: what the administrators' page and the mails tell."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import BreakGlass, Member
from b2b.accounts.queries.mails import News
from b2b.accounts.rules.break_glass import SHOWN_FOR
from b2b.core.db import Work

SHOWN_MAX = 20


@dataclass(frozen=True)
class Emergency:
    """One one-time sign-in: for whom, why, and what came of it."""

    first_name: str
    reason: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    device: str


def emergencies(work: Work, municipality_id: int) -> list[Emergency]:
    """Return the one-time sign-ins of the past year, newest first."""
    rows = work.execute(
        select(
            col(Member.first_name),
            col(BreakGlass.reason),
            col(BreakGlass.made_at),
            col(BreakGlass.expires_at),
            col(BreakGlass.used_at),
            col(BreakGlass.device),
        )
        .join_from(BreakGlass, Member, col(Member.id) == col(BreakGlass.member_id))
        .where(col(BreakGlass.municipality_id) == municipality_id, col(BreakGlass.made_at) > work.now() - SHOWN_FOR)
        .order_by(col(BreakGlass.made_at).desc(), col(BreakGlass.id).desc())
        .limit(SHOWN_MAX)
    )
    return [Emergency(*row) for row in rows]


def emergency_mail(work: Work, news: News) -> dict[str, Any] | None:
    """Return who, why and when, for the mail to the administrators; None when it is forgotten."""
    row = work.get(BreakGlass, news.subject["break_glass"])
    if row is None:
        return None
    who = work.get_one(Member, row.member_id).first_name
    used = news.subject["used"]
    return {"who": who, "reason": row.reason, "used": used, "at": row.used_at if used else row.made_at}
