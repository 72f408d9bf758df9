"""The jobs of rights: make a copy, and erase what is due."""

from base64 import b64encode
from typing import Any

from b2b.jobs.worker import Desk, Ticket
from b2b.privacy import service
from b2b.privacy.models import DataCopy
from b2b.privacy.packing import packed
from b2b.privacy.rules.copies import CopyState


def copying_job(desk: Desk, _ticket: Ticket, payload: dict[str, Any]) -> None:
    """Make the copy that was asked for: read with no transaction that writes, then keep it and tell its owner.

    Twice makes one.
    """
    copy_id = int(payload["copy_id"])
    with desk.reading() as work:
        copy = work.get(DataCopy, copy_id)
        if copy is None or copy.state is not CopyState.ASKED:
            return
        content = b64encode(packed(work, copy.member_id)).decode()
    with desk.writing() as work:
        service.keep(work, copy_id, content)


def erasing_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Erase every account that is due, one part a transaction; then write the ledger beside the database."""
    worked = False
    while True:
        with desk.writing() as work:
            if not service.erase_part(work):
                break
        worked = True
    if worked:
        with desk.reading() as work:
            lines = service.erasures_to_replay(work)
        desk.services["ledger"].add(lines)
