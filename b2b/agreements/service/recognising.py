"""How two neighbours know each other at the door: a word for both, and how each can be recognised."""

from sqlalchemy import or_, update
from sqlmodel import col

from b2b.agreements.models import Agreement
from b2b.agreements.rules import ADDRESS_GONE_AFTER, NoAddressNow, is_shareable
from b2b.core.db import Work, lock


def tell_sign(work: Work, agreement: Agreement, member_id: int, sign: str) -> None:
    """Keep how this side can be recognised; an empty text takes it back. Raises NoAddressNow when it is over."""
    lock(work, agreement)
    if not is_shareable(agreement.state, agreement.starts_at, work.now()):
        raise NoAddressNow()
    if member_id == agreement.asker_id:
        agreement.asker_sign = sign
    else:
        agreement.helper_sign = sign


def forget_signs(work: Work) -> int:
    """Erase words and signs of appointments that are a day over; return of how many."""
    said = or_(*(col(column) != "" for column in (Agreement.code_word, Agreement.asker_sign, Agreement.helper_sign)))
    over = update(Agreement).where(col(Agreement.starts_at) <= work.now() - ADDRESS_GONE_AFTER, said)
    return work.connection().execute(over.values(code_word="", asker_sign="", helper_sign="")).rowcount
