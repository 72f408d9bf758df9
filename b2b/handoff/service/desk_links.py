"""Verbs of the links that a desk without accounts gets: make one, open its words for a while, forget it."""

from sqlalchemy import delete
from sqlmodel import col

from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.ids import new_token
from b2b.handoff.models import DeskLink, Handoff
from b2b.handoff.queries.desk_links import PURPOSE
from b2b.handoff.rules import LINK_LASTS, WORDS_OPEN


def make_link(work: Work, handoff_id: int) -> str:
    """Return the token of a new link to one handoff. Only its fingerprint is kept."""
    handoff, token = work.get_one(Handoff, handoff_id), new_token()
    link = DeskLink(
        municipality_id=handoff.municipality_id,
        handoff_id=handoff_id,
        key=keyring().fingerprint(PURPOSE, token),
        created_at=work.now(),
        expires_at=work.now() + LINK_LASTS,
    )
    work.add(link)
    return token


def open_words(work: Work, link: DeskLink, handoff: Handoff) -> None:
    """Let the words be read for a while, and write down that they were."""
    link.open_until, link.opened = work.now() + WORDS_OPEN, link.opened + 1
    audit.note(work, "handoff.seen", handoff, by_link=True)


def forget_links(work: Work) -> int:
    """Delete the links that are over; return how many."""
    return work.connection().execute(delete(DeskLink).where(col(DeskLink.expires_at) < work.now())).rowcount
