"""What mails to members say, looked up when they are sent."""

from typing import Any, Protocol

from sqlmodel import col, select

from b2b.accounts.models import Letter, Member, SignInSession
from b2b.accounts.queries.trust import strikes
from b2b.accounts.rules.letters import LetterState
from b2b.core.db import Work
from b2b.municipalities.queries import places


class News(Protocol):
    """What is known of a message to a member: the row of `notifications`, a floor higher."""

    member_id: Any
    subject: Any


def new_device(work: Work, news: News) -> dict[str, Any] | None:
    """Return which device it was, and when; None when it was signed out again or forgotten."""
    found = select(SignInSession).where(
        SignInSession.reference == news.subject["session"], col(SignInSession.revoked_at).is_(None)
    )
    session = work.exec(found).first()
    return None if session is None else {"device": session.label, "at": session.created_at}


def letter_sent(work: Work, news: News) -> dict[str, Any] | None:
    """Return until when the code in the letter works; None when it is used or over by now."""
    found = select(Letter).where(Letter.reference == news.subject["letter"], Letter.state == LetterState.SENT)
    letter = work.exec(found).first()
    return None if letter is None else {"until": letter.expires_at}


def member_proven(work: Work, news: News) -> dict[str, Any] | None:
    """Return nothing more; None when the proof was taken away meanwhile."""
    member = work.get(Member, news.member_id)
    return {} if member is not None and member.proven_at is not None else None


def voucher_struck(work: Work, news: News) -> dict[str, Any] | None:
    """Return nothing more: who it was about stays between that member and the moderator. None when it was cleared."""
    return {} if strikes(work, news.member_id) else None


def passkeys_changed(work: Work, news: News) -> dict[str, Any]:
    """Return whether a passkey came or went."""
    return {"added": news.subject["added"]}


def joined(work: Work, news: News) -> dict[str, Any] | None:
    """Return where the new member lives; None when the account is gone."""
    member = work.get(Member, news.member_id)
    if member is None:
        return None
    return {"place": places(work, member.municipality_id).label(member.neighbourhood_id)}
