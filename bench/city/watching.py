"""Look from outside, by plain SQL that shares nothing with the ladder: who waits without a word, and how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, text
from sqlmodel import SQLModel

from b2b.core.db import Work

WORD = (
    "EXISTS (SELECT 1 FROM conversations c WHERE c.post_id = p.id AND c.response IN ('yes', 'partly') "
    "AND c.created_at >= r.begun_at) "
    "OR EXISTS (SELECT 1 FROM promise_steps s WHERE s.promise_id = r.id AND s.round = r.round AND s.rung = 'handoff')"
)
"""A neighbour can help, or the last rung was taken."""
SILENT = (
    "SELECT p.id FROM posts p LEFT JOIN promises r ON r.post_id = p.id "
    "WHERE p.kind = 'request' AND p.state = 'open' AND p.published_at >= :since "
    f"AND (r.id IS NULL OR r.due_at < :moment) AND NOT ({WORD}) ORDER BY p.id"
)
OFFERED = (
    "EXISTS (SELECT 1 FROM promise_steps s JOIN promises r ON r.id = s.promise_id "
    "WHERE r.post_id = p.id AND s.rung = 'handoff')"
)
ANSWERED = "EXISTS (SELECT 1 FROM conversations c WHERE c.post_id = p.id AND c.response IN ('yes', 'partly'))"
END = (
    "SELECT CASE WHEN p.state IN ('matched', 'fulfilled') THEN 'chosen' "
    "WHEN p.state = 'withdrawn' THEN 'withdrawn' "
    f"WHEN {OFFERED} THEN 'offered' "
    f"WHEN p.state = 'expired' AND {ANSWERED} THEN 'expired' "
    "ELSE 'waiting' END AS ending, count(*) FROM posts p "
    "WHERE p.kind = 'request' AND p.created_at >= :since GROUP BY 1"
)
LATE = (
    "SELECT s.at, r.due_at FROM promise_steps s JOIN promises r ON r.id = s.promise_id AND r.round = s.round "
    "JOIN posts p ON p.id = r.post_id WHERE s.rung = 'handoff' AND p.created_at >= :since"
)


@dataclass(frozen=True)
class Ends:
    """How the requests of a play ended. `latest`: how long after the promised moment the last rung came, at most."""

    asked: int
    chosen: int
    withdrawn: int
    offered: int
    expired: int
    waiting: int
    silent: int
    latest: timedelta


def silent(work: Work, patience: timedelta, since: datetime | None = None) -> set[int]:
    """Return the open requests whose promised moment passed longer ago than `patience`, and whose asker heard nothing."""
    begun = since or work.now() - timedelta(days=400)
    return set(work.scalars(_asked(SILENT, since=begun, moment=work.now() - patience)))


def ends(work: Work, since: datetime, unheard: set[int]) -> Ends:
    """Return how everything ended that was asked since then; `unheard` were once found silent."""
    found = dict(work.execute(_asked(END, since=since)).all())
    moments = (SQLModel.metadata.tables["promise_steps"].c.at, SQLModel.metadata.tables["promises"].c.due_at)
    late = [at - due for at, due in work.execute(_asked(LATE, since=since).columns(*moments))]
    kinds = ("chosen", "withdrawn", "offered", "expired", "waiting")
    return Ends(
        asked=sum(found.values()),
        **{kind: found.get(kind, 0) for kind in kinds},
        silent=len(unheard),
        latest=max(late, default=timedelta()),
    )


def _asked(sql: str, **moments: datetime) -> Any:
    kind = SQLModel.metadata.tables["promises"].c.due_at.type
    return text(sql).bindparams(*(bindparam(name, moment, type_=kind) for name, moment in moments.items()))
