"""Sign for a line of the list, and open the municipality when everything is done."""

from sqlmodel import select

from b2b.consent.models import GoLiveTick
from b2b.consent.queries import lines
from b2b.consent.rules import NotReady, Signature, is_ready, signable
from b2b.core import audit
from b2b.core.db import Work
from b2b.municipalities import service as places


def tick(work: Work, municipality_id: int, code: str, signature: Signature) -> None:
    """Write down who signed for a line, and when; a second time replaces the first."""
    item = signable(code)
    row = _row(work, municipality_id, item.code) or GoLiveTick(
        municipality_id=municipality_id,
        item=item.code,
        signed_by=signature.signed_by,
        signed_on=signature.signed_on,
        ticked_at=work.now(),
    )
    row.signed_by, row.signed_on, row.note = signature.signed_by, signature.signed_on, signature.note
    row.ticked_by_id, row.ticked_at = work.actor_id, work.now()
    work.add(row)
    audit.note(work, "golive.signed", municipality_id=municipality_id, item=item.code)


def untick(work: Work, municipality_id: int, code: str) -> None:
    """Take a signature back. What is open stays open: closing is a decision of its own."""
    row = _row(work, municipality_id, signable(code).code)
    if row is not None:
        work.delete(row)
        audit.note(work, "golive.unsigned", municipality_id=municipality_id, item=code)


def open_up(work: Work, municipality_id: int) -> None:
    """Let residents in; NotReady while something on the list is not done. Twice changes nothing."""
    if not is_ready(lines(work, municipality_id)):
        raise NotReady()
    if places.open_up(work, municipality_id):
        audit.note(work, "municipality.opened", municipality_id=municipality_id)


def close_down(work: Work, municipality_id: int) -> None:
    """Let no new people and no new posts in; what people agreed on goes on."""
    if places.close_down(work, municipality_id):
        audit.note(work, "municipality.closed", municipality_id=municipality_id)


def _row(work: Work, municipality_id: int, code: str) -> GoLiveTick | None:
    found = select(GoLiveTick).where(GoLiveTick.municipality_id == municipality_id, GoLiveTick.item == code)
    return work.exec(found).first()
