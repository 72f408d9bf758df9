"""Signed links to a statement of reasons: for one statement, as long as somebody can object, until taken back."""

from datetime import datetime

from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.moderation.models import Statement
from b2b.moderation.queries.measures import statement_by_reference

PURPOSE = "moderation.statement"


def statement_token(statement: Statement) -> str:
    """Return what stands in the link of the mail. It opens this statement and the form to object, and nothing else."""
    until = int(statement.complaint_until.timestamp())
    return keyring().sign(PURPOSE, f"{statement.reference}.{statement.link_number}.{until}")


def read_statement(work: Work, token: str, now: datetime) -> Statement | None:
    """Return the statement that a link is about; None when it is not ours, too old, or was taken back."""
    value = keyring().verify(PURPOSE, token)
    if value is None:
        return None
    reference, number, until = value.split(".")
    if now.timestamp() >= int(until):
        return None
    statement = statement_by_reference(work, reference)
    return statement if statement is not None and statement.link_number == int(number) else None
