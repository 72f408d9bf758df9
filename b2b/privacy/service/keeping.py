"""The nightly job that forgets what no feature forgets by itself, and the terms that a municipality chose.

Each batch is a transaction with its count in the audit trail. Doing it twice forgets nothing twice, and a job that was
stopped half-way goes on where it was: what is left over is what is still there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, or_
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import SQLModel, col, select

from b2b.accounts.models import BreakGlass, Letter, LetterRun, Strike, VouchedRole
from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.jobs.purging import RAN, STEPS, Retention
from b2b.jobs.worker import Desk, Ticket
from b2b.moderation.models import Absence, Admission
from b2b.municipalities import queries as places
from b2b.municipalities import service as choices
from b2b.privacy.rules.retention import RETENTION, Term
from b2b.privacy.service import sweeping

BATCH = 200
"""Things in one transaction, so that nobody waits for it."""

Forget = Callable[[Work, int, datetime, int], int]


@dataclass(frozen=True)
class Step:
    """What one class of keeping does when its time is over."""

    code: str
    forget: Forget

    @property
    def term(self) -> Term:
        """Return how long it is kept."""
        return RETENTION[self.code]


def _older(model: type[SQLModel], moment: str) -> Forget:
    """Return a verb that deletes rows of which `moment` is past; a row without that moment stays."""
    table = SQLModel.metadata.tables[str(model.__tablename__)]

    def forget(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
        when = table.c[moment]
        old = select(table.c.id).where(table.c.municipality_id == municipality_id, when < before)
        found = list(work.connection().scalars(old.order_by(table.c.id).limit(limit)))
        work.connection().execute(delete(table).where(table.c.id.in_(found)))
        return len(found)

    return forget


def _vouched_roles(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete words about a role that were taken back before `before`, or whose last day was before it."""
    over = or_(col(VouchedRole.ended_at) < before, col(VouchedRole.expires_on) < local(before).date())
    old = select(col(VouchedRole.id)).where(VouchedRole.municipality_id == municipality_id, over)
    found = list(work.scalars(old.order_by(col(VouchedRole.id)).limit(limit)))
    work.connection().execute(delete(VouchedRole).where(col(VouchedRole.id).in_(found)))
    return len(found)


def _letter_runs(work: Work, municipality_id: int, before: datetime, limit: int) -> int:
    """Delete runs that were printed before `before` and of which no letter is left."""
    old = select(col(LetterRun.id)).where(
        LetterRun.municipality_id == municipality_id,
        col(LetterRun.printed_at) < before,
        ~exists().where(col(Letter.run_id) == col(LetterRun.id)),
    )
    found = list(work.scalars(old.order_by(col(LetterRun.id)).limit(limit)))
    work.connection().execute(delete(LetterRun).where(col(LetterRun.id).in_(found)))
    return len(found)


NIGHT: tuple[Step, ...] = (
    Step("post", sweeping.forget_posts),
    Step("thanks", sweeping.forget_thanks),
    # An appointment holds its conversation: it goes first.
    Step("agreement", sweeping.forget_agreements),
    Step("conversation", sweeping.forget_conversations),
    Step("helper_terms", sweeping.forget_helper_terms),
    Step("helper_rest", sweeping.forget_rests),
    Step("letter_run", _letter_runs),
    Step("vouched_role", _vouched_roles),
    Step("strike", _older(Strike, "at")),
    Step("break_glass", _older(BreakGlass, "made_at")),
    Step("absence", _older(Absence, "ends_at")),
    Step("admission", _older(Admission, "decided_at")),
)


def forgetting_job(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Go through all classes of all municipalities.

    What the database refuses in one class does not keep the others waiting: it is raised when the rest is done.
    """
    trouble: SQLAlchemyError | None = None
    with desk.reading() as work:
        towns = places.municipality_ids(work)
    for town in towns:
        for step in NIGHT:
            try:
                _forget_all(desk, town, step)
            except SQLAlchemyError as refusal:
                trouble = refusal
    if trouble is not None:
        raise trouble


def _forget_all(desk: Desk, municipality_id: int, step: Step) -> None:
    for _ in range(STEPS):
        with desk.writing() as work:
            gone = forget(work, municipality_id, step)
        if gone < BATCH:
            break


def forget(work: Work, municipality_id: int, step: Step, limit: int = BATCH) -> int:
    """Take one batch of one class, by the term of this municipality; return how many things went."""
    days = step.term.chosen(places.settings(work, municipality_id).get(step.term.setting))
    gone = step.forget(work, municipality_id, work.now() - timedelta(days=days or 0), limit)
    if gone:
        audit.note(work, RAN, Retention(municipality_id), job=step.code, rows=gone)
    return gone


def choose(work: Work, municipality_id: int, days: dict[str, int]) -> None:
    """Keep the terms that a municipality chose, by the code of their class; those out of bounds are refused by the form."""
    now = places.settings(work, municipality_id)
    for code, number in days.items():
        setting = RETENTION[code].setting
        if now.get(setting, RETENTION[code].days) != number:
            choices.choose(work, municipality_id, setting, number)
            audit.note(work, "setting.chosen", municipality_id=municipality_id, key=setting)
