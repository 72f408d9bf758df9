"""The list of a municipality: addresses whose account was ended, as fingerprints, at most 24 months.

Nobody is refused by a computer: who is on it and asks for an account meets a person first.
"""

from sqlalchemy import delete, update
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.rules import normal_email
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work, lock
from b2b.core.history import move
from b2b.core.ids import new_reference
from b2b.moderation import queries
from b2b.moderation.events import AdmissionAsked, AdmissionDecided
from b2b.moderation.models import Admission, ListedAddress, Sanction
from b2b.moderation.rules.admissions import (
    ADMISSION_LIFECYCLE,
    AdmissionAction,
    AdmissionState,
    SomebodyLooksFirst,
)
from b2b.moderation.rules.complaints import Unreasoned
from b2b.moderation.rules.measures import LIST_MONTHS, OUT
from b2b.moderation.rules.terms import months_later


def list_key(municipality_id: int, email: str) -> bytes:
    """Return the fingerprint under which an address is on the list of this municipality, and of no other."""
    return keyring().fingerprint(f"sanction-list:{municipality_id}", normal_email(email))


def put_on_list(work: Work, sanction: Sanction) -> None:
    """Keep the address of an ended account, so that a person looks first when it comes back."""
    member = people.member(work, sanction.member_id)
    if member is None or not member.email:
        return
    key = list_key(sanction.municipality_id, member.email)
    work.connection().execute(
        delete(ListedAddress).where(
            col(ListedAddress.municipality_id) == sanction.municipality_id, col(ListedAddress.key) == key
        )
    )
    work.add(
        ListedAddress(
            reference=new_reference("Q"),
            municipality_id=sanction.municipality_id,
            key=key,
            sanction_id=sanction.id or 0,
            months=LIST_MONTHS,
            created_at=work.now(),
            expires_at=months_later(work.now(), LIST_MONTHS),
        )
    )
    audit.note(work, "list.added", sanction)


def list_until_measures_end(work: Work, member_id: int) -> None:
    """Somebody whose account is about to be erased cannot shake off a measure by coming back as somebody new.

    For as long as a measure keeps them out, their address is on the list, as a fingerprint.
    """
    running = [one for one in queries.running_sanctions(work, member_id) if one.kind in OUT]
    if not running or any(one.ends_at is None for one in running):
        return  # an ended account is on the list already
    last = max(running, key=lambda one: one.ends_at or work.now())
    put_on_list(work, last)
    work.flush()  # the row is read back
    until = update(ListedAddress).where(col(ListedAddress.sanction_id) == last.id)
    work.connection().execute(until.values(expires_at=last.ends_at, months=1))


def take_off_list(work: Work, sanction: Sanction) -> None:
    """Forget the address that a measure put on the list."""
    gone = delete(ListedAddress).where(col(ListedAddress.sanction_id) == sanction.id)
    if work.connection().execute(gone).rowcount:
        audit.note(work, "list.removed", sanction)


def check_newcomer(work: Work, municipality_id: int, email: str, first_name: str, language: str) -> bool:
    """Say whether this address may make an account now.

    An address on the list may not yet: a person is asked to look, once, and answers by mail.
    """
    key = list_key(municipality_id, email)
    if not queries.is_listed(work, municipality_id, key):
        return True
    before = queries.admission_by_key(work, municipality_id, key)
    if before is not None:
        return before.state is AdmissionState.ADMITTED
    admission = Admission(
        reference=new_reference("Q"),
        municipality_id=municipality_id,
        key=key,
        first_name=first_name,
        email=normal_email(email),
        language=language,
        asked_at=work.now(),
    )
    work.add(admission)
    work.flush()  # the event names its key
    audit.note(work, "admission.asked", admission)
    work.record(AdmissionAsked(admission.id or 0))
    return False


def decide_admission(work: Work, admission: Admission, reasons: str, *, admit: bool) -> None:
    """A person lets somebody in again, or says why not yet. Twice the same changes nothing."""
    lock(work, admission)
    wanted = AdmissionState.ADMITTED if admit else AdmissionState.REFUSED
    if admission.state is wanted:
        return
    if not reasons.strip():
        raise Unreasoned()
    before = admission.state
    admission.reasons, admission.decided_by_id, admission.decided_at = reasons.strip(), work.actor_id, work.now()
    move(work, admission, ADMISSION_LIFECYCLE, AdmissionAction.ADMIT if admit else AdmissionAction.REFUSE)
    audit.note(work, f"admission.{admission.state}", admission, before=before, after=admission.state)
    work.record(AdmissionDecided(admission.id or 0))


def purge_list(work: Work, limit: int = 500) -> int:
    """Forget addresses whose time on the list is over, and who asked to get in again; return how many."""
    gone = 0
    for found in queries.expired_listings(work, limit):
        gone += 1
        work.connection().execute(
            delete(Admission).where(
                col(Admission.municipality_id) == found.municipality_id, col(Admission.key) == found.key
            )
        )
        work.delete(found)
    work.flush()  # the next question must not find them again
    return gone


__all__ = [
    "SomebodyLooksFirst",
    "check_newcomer",
    "decide_admission",
    "list_key",
    "list_until_measures_end",
    "purge_list",
    "put_on_list",
    "take_off_list",
]
