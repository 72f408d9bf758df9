"""What moderators had to do in a year: notices, decisions that restrict somebody, objections and what came of them."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import SQLModel

from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.demo.year import DAYS, write
from b2b.demo.year_rows import Year
from b2b.moderation.models import Complaint, Decision, Notice, ReviewItem
from b2b.moderation.rules import DecisionKind, DecisionSource, NoticeCategory
from b2b.moderation.rules.complaints import ComplaintState, Outcome
from b2b.moderation.rules.reviews import ReviewReason, ReviewState, TargetKind
from tests.warning import warning

LAST_DAYS = 10
"""Of these days the cases still run: none of them is here."""
TOLD_AFTER = timedelta(hours=3)
WEIGHTS = {DecisionKind.WARN: 5, DecisionKind.HOLD: 2, DecisionKind.SUSPEND_7: 1, DecisionKind.NO_ACTION: 8}


def write_judged(work: Work, year: Year, members: list[dict[str, Any]], many: int, days: int = DAYS) -> None:
    """Write so many cases of the last `days` about these people: rows with id and neighbourhood_id, at least four.

    The first two of them judge, the last two report.
    """
    dice, moderator, other = year.dice, members[0]["id"], members[1]["id"]
    about = [(dice.choice(members[2:]), year.moment(dice.randrange(LAST_DAYS, days))) for _ in range(many)]
    items = _keep(work, [_item(year, who, at) for who, at in about])
    notices = [
        _notice(year, item, dice.choice((None, members[-1]["id"], members[-2]["id"])), at)
        for item, (_, at) in zip(items, about, strict=True)
        for _ in range(dice.randrange(1, 4))
    ]
    _keep(work, notices)
    kinds = dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=len(items))
    cases = [(*one, item, kind) for one, item, kind in zip(about, items, kinds, strict=True)]
    hard = [one for one in cases if one[3] is not DecisionKind.NO_ACTION]
    stated = _keep(work, [warning(year.here.municipality_id, who["id"], at + TOLD_AFTER) for who, at, _, _ in hard])
    by_item = {item: key for (_, _, item, _), key in zip(hard, stated, strict=True)}
    decisions = _keep(work, [_decision(year, item, by_item.get(item), k, moderator, at) for _, at, item, k in cases])
    decided = {item: key for (_, _, item, _), key in zip(cases, decisions, strict=True)}
    _keep(
        work,
        [
            _complaint(year, who, at, (decided[item], by_item[item]), (moderator, other))
            for who, at, item, _ in hard
            if dice.random() < 0.4
        ],
    )


def _keep(work: Work, rows: list[SQLModel]) -> list[int]:
    return write(work, str(rows[0].__tablename__), [row.model_dump(exclude={"id"}) for row in rows]) if rows else []


def _item(year: Year, who: dict[str, Any], at: datetime) -> ReviewItem:
    return ReviewItem(
        reference=new_reference("C"),
        municipality_id=year.here.municipality_id,
        neighbourhood_id=who["neighbourhood_id"],
        target_kind=TargetKind.MEMBER,
        target_id=who["id"],
        author_id=who["id"],
        reason=ReviewReason.NOTICED,
        state=ReviewState.DECIDED,
        due_at=at,
        created_at=at,
        decided_at=at + timedelta(hours=3),
    )


def _notice(year: Year, item: int, by: int | None, at: datetime) -> Notice:
    return Notice(
        reference=new_reference("N"),
        municipality_id=year.here.municipality_id,
        review_item_id=item,
        category=year.dice.choice(list(NoticeCategory)),
        explanation="Dit is niet aardig.",
        snapshot_hash="",
        notifier_id=by,
        good_faith=True,
        once=new_reference("O"),
        created_at=at + timedelta(minutes=year.dice.randrange(120)),
    )


def _decision(
    year: Year, item: int, statement: int | None, kind: DecisionKind, moderator: int, at: datetime
) -> Decision:
    return Decision(
        reference=new_reference("D"),
        municipality_id=year.here.municipality_id,
        review_item_id=item,
        statement_id=statement,
        kind=kind,
        source=DecisionSource.NOTICE,
        rule="kind",
        rules_version=1,
        explanation="Je schold een buur uit.",
        seen_hash="",
        decided_by_id=moderator,
        at=at + TOLD_AFTER,
    )


def _complaint(
    year: Year, who: dict[str, Any], at: datetime, about: tuple[int, int], judges: tuple[int, int]
) -> Complaint:
    return Complaint(
        reference=new_reference("C"),
        municipality_id=year.here.municipality_id,
        neighbourhood_id=who["neighbourhood_id"],
        decision_id=about[0],
        statement_id=about[1],
        complainant_id=who["id"],
        grounds="Ik maakte een grap.",
        once=new_reference("O"),
        state=ComplaintState.DECIDED,
        first_decider_id=judges[0],
        filed_at=at + timedelta(days=1),
        due_at=at + timedelta(days=30),
        handled_by_id=judges[1],
        outcome=year.dice.choices(list(Outcome), (6, 1, 3))[0],
        reasons="Wij keken opnieuw.",
        decided_at=at + timedelta(days=2),
    )
