"""The ready-made texts of a municipality: change one, take one off the list, put it back, add one."""

from b2b.core import audit
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.models import ReadyText
from b2b.moderation.rules.ready import NoSuchText, Ready, Rewritten, code_for


def rewrite(work: Work, municipality_id: int, text: Rewritten) -> None:
    """Keep what a municipality makes of a text, built in or its own."""
    known = _text(work, municipality_id, text.code)
    row = _row(work, municipality_id, known)
    row.title, row.body = text.title, text.body
    if known.own:
        row.decisions = _codes(text)
    _signed(work, row)
    audit.note(work, "text.changed", row, code=row.code)


def add_text(work: Work, municipality_id: int, text: Rewritten) -> str:
    """Add a text of the municipality's own; return its code. The same words twice are one text."""
    known = queries.ready_texts(work, municipality_id, all_of_them=True)
    same = next((one for one in known if one.own and (one.title, one.body) == (text.title, text.body)), None)
    if same is not None:
        return same.code
    code = code_for(text.title, (one.code for one in known))
    row = ReadyText(
        municipality_id=municipality_id,
        code=code,
        title=text.title,
        body=text.body,
        decisions=_codes(text),
        changed_by_id=work.actor_id or 0,
        changed_at=work.now(),
    )
    work.add(row)
    work.flush()  # the log names the row
    audit.note(work, "text.added", row, code=code)
    return code


def retire(work: Work, municipality_id: int, code: str, *, back: bool = False) -> None:
    """Take a text off the list of moderators, or put it back."""
    row = _row(work, municipality_id, _text(work, municipality_id, code))
    row.retired_at = None if back else row.retired_at or work.now()
    _signed(work, row)
    audit.note(work, "text.back" if back else "text.retired", row, code=code)


def _text(work: Work, municipality_id: int, code: str) -> Ready:
    for text in queries.ready_texts(work, municipality_id, all_of_them=True):
        if text.code == code:
            return text
    raise NoSuchText()


def _row(work: Work, municipality_id: int, text: Ready) -> ReadyText:
    row = queries.ready_row(work, municipality_id, text.code)
    if row is None:
        row = ReadyText(
            municipality_id=municipality_id,
            code=text.code,
            title=text.title,
            body=text.body,
            changed_by_id=work.actor_id or 0,
            changed_at=work.now(),
        )
        work.add(row)
        work.flush()  # the log names the row
    return row


def _signed(work: Work, row: ReadyText) -> None:
    row.changed_by_id, row.changed_at = work.actor_id or 0, work.now()


def _codes(text: Rewritten) -> str:
    return " ".join(sorted(str(decision) for decision in text.decisions))
