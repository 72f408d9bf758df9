"""Do the keys we started with fit what is in the database? Asked once, at the start."""

from sqlalchemy import select
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.queries.people import email_key
from b2b.core.crypto import WrongKey
from b2b.core.db import Work

WRONG_SECRET = (
    "B2B_SECRET_KEY past niet bij deze database: wat op slot zit, gaat niet open. Gebruik het geheim van deze database, "
    "of zet het in B2B_SECRET_KEY_FALLBACKS achter een nieuw geheim."
)
WRONG_LOOKUP = (
    "Adressen zijn in deze database niet te vinden: het geheim is veranderd. Zet B2B_LOOKUP_KEY. Start daarvoor "
    "`b2b keys lookup` één keer met het oude geheim."
)


def check_keys(work: Work) -> None:
    """Raise WrongKey with a sentence when the address of the first or the last member does not open, or is not found."""
    asked = select(col(Member.email), col(Member.email_key)).where(col(Member.email).is_not(None)).limit(1)
    for order in (col(Member.id), col(Member.id).desc()):
        try:
            row = work.execute(asked.order_by(order)).first()
        except WrongKey:
            raise WrongKey(WRONG_SECRET) from None
        if row and email_key(row[0]) != row[1]:
            raise WrongKey(WRONG_LOOKUP)
