"""The authenticator app of staff: set up, asked for, replaced by an administrator."""

from datetime import datetime
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.rules.totp import TOTP_PAUSE, TOTP_TRIES, matching_step
from b2b.accounts.service import passkeys, sessions
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.errors import Conflict, Forbidden, TooFast
from b2b.core.words import N_


class TooManyTries(TooFast):
    """Five wrong codes: a pause, because six digits can be guessed."""

    sentence = N_("Je hebt te vaak een verkeerde code ingevuld. Wacht 15 minuten.")


class AlreadySetUp(Conflict):
    """There is an app already; only an administrator can make room for another."""

    sentence = N_("Je hebt al een app gekoppeld. Nieuwe telefoon? Vraag het aan de beheerder.")


class ThroughTheProvider(Forbidden):
    """A colleague with a work account shows it first: the mailbox alone must not lead to a role."""

    sentence = N_("Log eerst in als medewerker, met je werkaccount. Daarna kun je een app koppelen.")


def set_up(work: Work, member: Member, secret: str, code: str, key: bytes) -> str | None:
    """Keep `secret` when `code` proves that the app has it; return the token of a session that did both steps.

    None means that the code was not right.
    """
    if passkeys.has_any_factor(work, member):
        raise AlreadySetUp()
    if not passkeys.came_the_right_way(work, member, key):
        raise ThroughTheProvider()
    _count_try(work, member)
    step = matching_step(secret, code, work.now(), None)
    if step is None:
        return None
    if not _keep(
        work, member, col(Member.totp_confirmed_at).is_(None), step, totp_secret=secret, totp_confirmed_at=work.now()
    ):
        raise AlreadySetUp()
    audit.note(work, "second-step.set-up", member)
    return sessions.step_up(work, key)


def confirm(work: Work, member: Member, code: str, key: bytes) -> str | None:
    """Do the second step; return the token of the session that replaces this one, None for a wrong code.

    A code works once: the step it belongs to is remembered, also when two try it at the same moment.
    """
    _count_try(work, member)
    step = matching_step(member.totp_secret or "", code, work.now(), member.totp_last_step)
    if step is None:
        return None
    fresh = or_(col(Member.totp_last_step).is_(None), col(Member.totp_last_step) < step)
    if not _keep(work, member, fresh, step):
        return None
    return sessions.step_up(work, key)


def reset(work: Work, member: Member) -> None:
    """Forget the app and the passkeys of a member who lost the phone, and sign out where they were used."""
    _change(
        work,
        member,
        totp_secret=None,
        totp_confirmed_at=None,
        totp_last_step=None,
        totp_tries=0,
        totp_tries_since=None,
    )
    passkeys.remove_all(work, member)
    audit.note(work, "second-step.reset", member)
    sessions.end_second_steps(work, member.id or 0)


def pause_left(member: Member, now: datetime) -> int:
    """Return for how many seconds this member must wait before trying again."""
    if member.totp_tries < TOTP_TRIES or member.totp_tries_since is None:
        return 0
    return max(0, int((member.totp_tries_since + TOTP_PAUSE - now).total_seconds()))


def _count_try(work: Work, member: Member) -> None:
    """Count in the row before looking at the code, so that tries beside each other all count."""
    over = or_(col(Member.totp_tries_since).is_(None), col(Member.totp_tries_since) <= work.now() - TOTP_PAUSE)
    _change(work, member, over, totp_tries=0, totp_tries_since=work.now())
    left = col(Member.totp_tries) < TOTP_TRIES
    if not _change(work, member, left, totp_tries=col(Member.totp_tries) + 1):
        raise TooManyTries(retry_after=max(1, pause_left(member, work.now())))


def _keep(work: Work, member: Member, condition: Any, step: int, **values: Any) -> bool:
    return _change(work, member, condition, totp_last_step=step, totp_tries=0, **values)


def _change(work: Work, member: Member, *conditions: Any, **values: Any) -> bool:
    changed = update(Member).where(col(Member.id) == member.id, *conditions).values(**values)
    done = work.connection().execute(changed).rowcount == 1
    work.refresh(member)
    return done
