"""Trusted flaggers: the administrator says who they are; their notices come first."""

from b2b.accounts import queries as people
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.models import TrustedFlagger


def add_flagger(work: Work, municipality_id: int, name: str, email: str) -> TrustedFlagger:
    """Add an organisation. Its address is kept as a fingerprint; the same address twice is one."""
    key = people.email_key(email)
    same = next((one for one in queries.flaggers(work, municipality_id) if one.email_key == key), None)
    if same is not None:
        same.name = name
        return same
    flagger = TrustedFlagger(
        reference=new_reference("T"),
        municipality_id=municipality_id,
        name=name,
        email_key=key,
        added_by_id=work.actor_id or 0,
        created_at=work.now(),
    )
    work.add(flagger)
    work.flush()  # the log names the row
    audit.note(work, "flagger.added", flagger)
    return flagger


def end_flagger(work: Work, flagger: TrustedFlagger) -> None:
    """Let the notices of an organisation count like those of anybody else from now on."""
    if flagger.ended_at is None:
        flagger.ended_at = work.now()
        audit.note(work, "flagger.ended", flagger)
