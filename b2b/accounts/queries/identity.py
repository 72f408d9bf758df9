"""Who is this session: one statement a request, built once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import col

from b2b.accounts.models import Member, RoleGrant, SignInSession
from b2b.accounts.rules import MemberState, second_step_stands
from b2b.authz.predicates import Actor, Grant, Role
from b2b.core.db import Work
from b2b.core.prepared import Prepared

UNREAD: list[Callable[[Any], Any]] = []
"""Gives the part of the statement that counts what is new for the member in a column; filled in reactions.py."""

_IDENTIFY = Prepared(
    lambda: (
        select(
            col(SignInSession.key),
            col(SignInSession.last_seen_at),
            col(SignInSession.idle_expires_at),
            col(SignInSession.second_factor_at),
            col(Member.id).label("member_id"),
            col(Member.municipality_id),
            col(Member.neighbourhood_id),
            col(Member.first_name),
            col(Member.language),
            col(Member.state),
            col(Member.suspended_until),
            col(Member.paused_at),
            col(Member.proven_at),
            col(Member.known_at),
            col(RoleGrant.role),
            col(RoleGrant.neighbourhood_id).label("granted_in"),
            col(Member.email_failed_at),
            *(count(col(Member.id)).label("unread") for count in UNREAD),
        )
        .join_from(SignInSession, Member, col(Member.id) == col(SignInSession.member_id))
        .join(RoleGrant, col(RoleGrant.member_id) == col(Member.id), isouter=True)
        .where(
            col(SignInSession.key) == bindparam("key"),
            col(SignInSession.revoked_at).is_(None),
            col(SignInSession.expires_at) > bindparam("now"),
            col(SignInSession.idle_expires_at) > bindparam("now"),
            col(Member.state) != MemberState.ERASED,
        )
    )
)


@dataclass(frozen=True)
class Identity:
    """The actor behind a session, and when the session was last seen."""

    actor: Actor
    last_seen_at: datetime


def identify(work: Work, key: bytes) -> Identity | None:
    """Return who holds the session with this key; None when it ended.

    Who may not take part for now is `suspended`, and has no role: on every device, from the next page on.
    """
    rows = _IDENTIFY.rows(work, {"key": key, "now": work.now()})
    if not rows:
        return None
    first = rows[0]
    suspended = MemberState(first.state) is MemberState.SUSPENDED and not _is_over(first.suspended_until, work.now())
    grants = frozenset(Grant(Role(row.role), row.granted_in) for row in rows if row.role is not None)
    actor = Actor(
        municipality_id=first.municipality_id,
        member_id=first.member_id,
        first_name=first.first_name,
        neighbourhood_id=first.neighbourhood_id,
        language=first.language,
        grants=frozenset() if suspended else grants,
        second_factor=second_step_stands(first.second_factor_at, first.last_seen_at, work.now()),
        session_key=bytes(first.key),
        proven=first.proven_at is not None and not suspended,
        known=first.proven_at is not None and first.known_at is not None and not suspended,
        suspended=suspended,
        paused=suspended and first.paused_at is not None,
        unread=getattr(first, "unread", 0),
        mail_fails=first.email_failed_at is not None,
    )
    return Identity(actor, first.last_seen_at)


def _is_over(until: datetime | None, now: datetime) -> bool:
    return until is not None and until <= now
