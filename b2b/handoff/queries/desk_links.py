"""Questions about the links that a desk without accounts gets."""

from sqlmodel import select

from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.handoff.models import DeskLink, Handoff
from b2b.handoff.rules import ENDED, LinkOver

PURPOSE = "desk-link"


def behind_link(work: Work, token: str, municipality_id: int) -> tuple[DeskLink, Handoff]:
    """Return the link and its handoff; raises LinkOver when either is over, or was never there."""
    found = select(DeskLink).where(
        DeskLink.key == keyring().fingerprint(PURPOSE, token), DeskLink.municipality_id == municipality_id
    )
    link = work.exec(found).first()
    handoff = work.get(Handoff, link.handoff_id) if link and link.expires_at > work.now() else None
    if link is None or handoff is None or handoff.state in ENDED:
        raise LinkOver()
    return link, handoff
