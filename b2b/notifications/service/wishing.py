"""What somebody wishes of our mail. Nothing is asked at sign-up: a row comes when somebody says something."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from b2b.core.db import Work
from b2b.notifications.models import MailPreference
from b2b.notifications.rules.news import PAUSES, Important, Pause, Rest


def wish(work: Work, municipality_id: int, member_id: int, important: Important, rest: Rest) -> None:
    """Choose when important news comes, and how often the digest."""
    _change(work, municipality_id, member_id, important=important, rest=rest)


def stop_digest(work: Work, municipality_id: int, member_id: int) -> None:
    """Send no digest any more. Important news that waited for it comes at once from now on, so that it still comes."""
    _change(work, municipality_id, member_id, important=Important.AT_ONCE, rest=Rest.NEVER)


def pause(work: Work, municipality_id: int, member_id: int, how_long: Pause) -> None:
    """Send no mail for a while, except what nobody can turn off."""
    length = PAUSES[how_long]
    until = work.now() + length if length else None
    _change(work, municipality_id, member_id, paused=True, paused_until=until)


def resume(work: Work, municipality_id: int, member_id: int) -> None:
    """Send mail again."""
    _change(work, municipality_id, member_id, paused=False, paused_until=None)


def _change(work: Work, municipality_id: int, member_id: int, **values: Any) -> None:
    """Write the row in one statement: two tabs at once are no conflict."""
    row = {
        "municipality_id": municipality_id,
        "member_id": member_id,
        "important": Important.AT_ONCE,
        "rest": Rest.DAILY,
        "paused": False,
        "changed_at": work.now(),
    } | values
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    changed = insert(MailPreference).values(row)
    work.connection().execute(
        changed.on_conflict_do_update(index_elements=["member_id"], set_={**values, "changed_at": work.now()})
    )
