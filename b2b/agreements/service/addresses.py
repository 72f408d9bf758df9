"""The address of an appointment: given by who asked, seen by one helper, logged, and gone a day later."""

from typing import Any

from b2b.accounts import queries as people
from b2b.agreements import queries
from b2b.agreements.events import AddressShared
from b2b.agreements.models import Agreement
from b2b.agreements.rules import AddressGone, NoAddressNow, is_shareable
from b2b.agreements.service.recognising import forget_signs
from b2b.core import audit
from b2b.core.db import Work, lock
from b2b.jobs.purging import RAN, Retention
from b2b.jobs.worker import Desk, Ticket

BATCH = 200


def check_shareable(work: Work, agreement: Agreement) -> None:
    """Raise NoAddressNow unless the appointment stands and is not over."""
    if not is_shareable(agreement.state, agreement.starts_at, work.now()):
        raise NoAddressNow()


def share_address(work: Work, agreement: Agreement, address: str) -> None:
    """Give the address to the helper of this appointment, and to nobody else."""
    lock(work, agreement)
    check_shareable(work, agreement)
    if agreement.address == address:
        return
    agreement.address = address
    agreement.address_shared_at = work.now()
    agreement.address_seen_at = agreement.address_gone_at = None
    audit.note(work, "address.shared", agreement, to=agreement.helper_id)
    work.record(AddressShared(agreement.id or 0))


def take_address_back(work: Work, agreement: Agreement) -> None:
    """Erase the address because the asker wants it."""
    lock(work, agreement)
    if agreement.address is not None:
        forget_address(work, agreement)
        audit.note(work, "address.taken-back", agreement)


def show_address(work: Work, agreement: Agreement) -> None:
    """Let the helper see the address; who asked for help sees that, and when."""
    lock(work, agreement)
    hidden = people.are_blocked(work, agreement.asker_id, agreement.helper_id)
    if hidden or queries.address_of(agreement, work.now()) is None:
        raise AddressGone()
    agreement.address_seen_at = agreement.address_seen_at or work.now()
    audit.note(work, "address.shown", agreement, to=agreement.helper_id)


def forget_address(work: Work, agreement: Agreement) -> None:
    """Erase the address; when it went stays."""
    if agreement.address is not None:
        agreement.address, agreement.address_gone_at = None, work.now()


def forget_due(work: Work, limit: int = BATCH) -> int:
    """Erase up to `limit` addresses of appointments that are a day over; return how many."""
    due = queries.due_to_forget(work, limit)
    for agreement in due:
        forget_address(work, agreement)
    return len(due)


def forgetting_job(desk: Desk, ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Erase every address that is due, in batches that each commit and are counted; and how people recognise each other."""
    while True:
        with desk.writing() as work:
            signs, addresses = forget_signs(work), forget_due(work)
            if signs or addresses:
                audit.note(work, RAN, Retention(), job=ticket.kind, rows=signs + addresses)
            if addresses < BATCH:
                return
