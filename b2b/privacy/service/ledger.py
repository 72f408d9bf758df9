"""Which accounts were erased, as marks that say nothing of whom: a backup from before hears of it and erases again."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts.models import Member
from b2b.accounts.rules import MemberState
from b2b.accounts.service import pausing, sessions
from b2b.core import audit
from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.privacy import queries
from b2b.privacy.models import Erasure, ErasureMark
from b2b.privacy.rules.erasing import KEEP_MARKS

HEADER = "# b2b erasures 1"
_ALIVE = select(col(Member.municipality_id), col(Member.id), col(Member.reference)).where(
    col(Member.state) != MemberState.ERASED
)


def mark_of(municipality_id: int, member_id: int, reference: str) -> bytes:
    """Return the mark of an account. The reference is in it, because a restored database gives keys out anew."""
    return keyring().fingerprint("erasure", f"{municipality_id}:{member_id}:{reference}")


def write_mark(work: Work, member: Member) -> None:
    """Remember that this account is erased, while its reference is still there to make the mark of."""
    mark = mark_of(member.municipality_id, member.id or 0, member.reference)
    _keep(work, member.municipality_id, mark, work.now())


def erasures_to_replay(work: Work) -> list[str]:
    """Return the ledger as lines of text: one mark and its day a line, after a header. Save it beside a backup."""
    rows = work.scalars(select(ErasureMark).order_by(col(ErasureMark.erased_at), col(ErasureMark.id)))
    return [HEADER, *(f"{row.mark.hex()} {row.erased_at.astimezone(UTC).isoformat()}" for row in rows)]


def replay_erasures(work: Work, ledger: Iterable[str]) -> int:
    """Erase again, in a database that was just restored, whom `ledger` says was erased; return how many.

    `ledger` holds lines of `erasures_to_replay`, from the database before it was lost and from any file beside a
    backup, in any order; a line that is none is a ValueError. The accounts are out of sight at once; the job
    `privacy:erase` does the rest in batches. Doing it twice changes nothing.
    """
    erased = dict(_read(line) for line in ledger if line.strip() and not line.startswith("#"))
    if not erased:
        return 0
    here = {mark_of(*row): row.id for row in work.execute(_ALIVE)}
    found = sorted(mark for mark in here if mark in erased)
    for mark in found:
        member = work.get_one(Member, here[mark])
        _erase_now(work, member)
        _keep(work, member.municipality_id, mark, erased[mark])
    return len(found)


def forget_marks(work: Work) -> int:
    """Forget marks that no backup is old enough for; return how many."""
    return work.connection().execute(delete(ErasureMark).where(col(ErasureMark.keep_until) < work.now())).rowcount


def _erase_now(work: Work, member: Member) -> None:
    standing = queries.standing_erasure(work, member.id or 0)
    if standing is not None:
        standing.due_at = min(standing.due_at, work.now())
        return
    erasure = Erasure(
        municipality_id=member.municipality_id, member_id=member.id or 0, asked_at=work.now(), due_at=work.now()
    )
    work.add(erasure)
    pausing.pause(work, member)
    sessions.end_all(work, member.id or 0)
    work.flush()  # the trail names it
    audit.note(work, "erasure.replayed", erasure)


def _keep(work: Work, municipality_id: int, mark: bytes, erased_at: datetime) -> None:
    row = {
        "municipality_id": municipality_id,
        "mark": mark,
        "erased_at": erased_at,
        "keep_until": erased_at + KEEP_MARKS,
    }
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    work.connection().execute(insert(ErasureMark).values(row).on_conflict_do_nothing(index_elements=["mark"]))


def _read(line: str) -> tuple[bytes, datetime]:
    mark, _, day = line.strip().partition(" ")
    return bytes.fromhex(mark), datetime.fromisoformat(day)
