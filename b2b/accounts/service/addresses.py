"""The e-mail address of a member: changed once the new one is proven, put back by who reads the old one."""

from hashlib import sha256

from sqlalchemy import delete, update
from sqlmodel import col, select

from b2b.accounts.models import EmailUndo, Member, SignInChallenge
from b2b.accounts.queries import by_email
from b2b.accounts.rules import UNDO_EMAIL_FOR, AddressTaken, UndoOver, hinted
from b2b.accounts.service import sessions
from b2b.accounts.service.locks import one_at_a_time
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.core.ids import new_token
from b2b.jobs.letters import mail_to


def change_email(work: Work, member: Member, challenge: SignInChallenge, here: bytes | None) -> None:
    """Give a member the address that was proven; the old one hears of it, other devices are signed out.

    The mail to the old address has a link that puts it back. Raises AddressTaken when another
    member has the new one.
    """
    _check_free(work, member, challenge.email, challenge.email_key)
    old, old_key = member.email, member.email_key
    member.email, member.email_key = challenge.email, challenge.email_key
    member.email_failed_at = None
    audit.note(work, "email.changed", member)
    sessions.end_all(work, member.id or 0, keep=here)
    if old and old_key and old != challenge.email:
        token = _remember(work, member, old, old_key)
        _tell(work, "email-changed", member, old, new_address=hinted(challenge.email), token=token)


def undo(work: Work, token: str) -> EmailUndo:
    """Return what the link with this token puts back; UndoOver when that is no longer possible."""
    found = work.exec(select(EmailUndo).where(EmailUndo.key == _key(token))).first()
    if found is None or found.used_at is not None or found.expires_at <= work.now():
        raise UndoOver()
    return found


def restore_email(work: Work, token: str) -> None:
    """Put the old address back and sign every device out: whoever changed it may be somebody else.

    Links that came after it end too, or the other one could take the account back with theirs.
    Raises UndoOver, and AddressTaken when somebody else has the address by now.
    """
    found = undo(work, token)
    lock(work, found)
    if found.used_at is not None:
        raise UndoOver()
    member = work.get_one(Member, found.member_id)
    lock(work, member)
    _check_free(work, member, found.email, found.email_key)
    left = member.email
    member.email, member.email_key = found.email, found.email_key
    member.email_failed_at = None
    later = update(EmailUndo).where(
        col(EmailUndo.member_id) == member.id, col(EmailUndo.id) >= found.id, col(EmailUndo.used_at).is_(None)
    )
    work.connection().execute(later.values(used_at=work.now()))
    audit.note(work, "email.restored", member)
    sessions.end_all(work, member.id or 0)
    if left and left != found.email:
        _tell(work, "email-restored", member, left)


def forget_undos(work: Work) -> int:
    """Forget addresses that can no longer come back; return how many."""
    over = delete(EmailUndo).where(col(EmailUndo.expires_at) < work.now())
    return work.connection().execute(over).rowcount


def _check_free(work: Work, member: Member, email: str, email_key: bytes) -> None:
    one_at_a_time(work, email_key)
    other = by_email(work, member.municipality_id, email)
    if other is not None and other.id != member.id:
        raise AddressTaken()


def _remember(work: Work, member: Member, email: str, email_key: bytes) -> str:
    token = new_token()
    work.add(
        EmailUndo(
            municipality_id=member.municipality_id,
            member_id=member.id or 0,
            key=_key(token),
            email=email,
            email_key=email_key,
            created_at=work.now(),
            expires_at=work.now() + UNDO_EMAIL_FOR,
        )
    )
    return token


def _tell(work: Work, event: str, member: Member, address: str, **words: str) -> None:
    mail_to(
        work,
        event,
        address,
        municipality_id=member.municipality_id,
        language=member.language,
        first_name=member.first_name,
        until=work.now() + UNDO_EMAIL_FOR,
        **words,
    )


def _key(token: str) -> bytes:
    return sha256(token.encode()).digest()
