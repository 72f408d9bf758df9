"""Questions about texts and who accepted them."""

from sqlalchemy import bindparam
from sqlmodel import col, select

from b2b.consent.builtin import builtin
from b2b.consent.models import Acceptance, Terms
from b2b.consent.rules import Text
from b2b.core.db import Work
from b2b.municipalities import queries as places

_NEWEST = (
    select(Terms)
    .where(
        col(Terms.municipality_id) == bindparam("municipality"),
        col(Terms.subject) == bindparam("subject"),
        col(Terms.language) == "nl",
    )
    .order_by(col(Terms.version).desc())
    .limit(1)
)


def newest(work: Work, municipality_id: int, subject: str) -> Terms | None:
    """Return the newest stored version of a text."""
    return work.scalars(_NEWEST, {"municipality": municipality_id, "subject": subject}).first()


def current(work: Work, municipality_id: int, subject: str) -> Text:
    """Return the text that holds now: the municipality's own, else the one that came with the program.

    Raises NoSuchTerms for an unknown subject.
    """
    stored = newest(work, municipality_id, subject)
    if stored is not None and not stored.built_in:
        return Text(subject, stored.title, stored.body, stored.version)
    ours = builtin(subject, places.places(work, municipality_id).name)
    if stored is not None and stored.hash == ours.hash:
        return Text(subject, ours.title, ours.body, stored.version)
    return ours


def accepted_hashes(work: Work, member_id: int, post_id: int | None = None) -> list[str]:
    """Return the hashes of what a member accepted (for one post, or without one), oldest first."""
    found = select(Acceptance.hash).where(Acceptance.member_id == member_id)
    found = found.where(col(Acceptance.post_id).is_(None) if post_id is None else Acceptance.post_id == post_id)
    return list(work.exec(found.order_by(col(Acceptance.id))))
