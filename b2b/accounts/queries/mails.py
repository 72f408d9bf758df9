"""What mails to members say, looked up when they are sent."""

from typing import Any, Protocol

from sqlmodel import col, select

from b2b.accounts.models import Member, SignInSession
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


def joined(work: Work, news: News) -> dict[str, Any] | None:
    """Return where the new member lives; None when the account is gone."""
    member = work.get(Member, news.member_id)
    if member is None:
        return None
    return {"place": places(work, member.municipality_id).label(member.neighbourhood_id)}
