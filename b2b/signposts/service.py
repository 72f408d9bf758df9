"""Verbs of signposts: add, change, end, bring back, and take over a file."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.signposts import queries
from b2b.signposts.models import Signpost
from b2b.signposts.rules import SignpostWords


@dataclass(frozen=True)
class Taken:
    """What a file did, or would do: how many came, changed and stayed the same."""

    added: int
    changed: int
    same: int


def add(work: Work, municipality_id: int, words: SignpostWords) -> Signpost:
    """Put up a signpost. One of that name for the same kind of help gets these words: a double click is one."""
    known = queries.called(work, municipality_id, words.category, words.name)
    if known is not None:
        change(work, known, words)
        return known
    made = Signpost(
        reference=new_reference("L"), municipality_id=municipality_id, updated_at=work.now(), **asdict(words)
    )
    work.add(made)
    work.flush()  # the audit names it
    audit.note(work, "signpost.added", made)
    return made


def change(work: Work, signpost: Signpost, words: SignpostWords) -> bool:
    """Give a signpost these words, and put it up again when it had ended; say whether anything changed."""
    if says(signpost, words):
        return False
    for name, value in asdict(words).items():
        setattr(signpost, name, value)
    signpost.ended_at, signpost.updated_at = None, work.now()
    audit.note(work, "signpost.changed", signpost)
    return True


def says(signpost: Signpost, words: SignpostWords) -> bool:
    """Say whether a signpost stands and holds exactly these words."""
    return signpost.ended_at is None and all(getattr(signpost, k) == v for k, v in asdict(words).items())


def end(work: Work, signpost: Signpost) -> None:
    """Show a signpost no more. Twice changes nothing."""
    if signpost.ended_at is None:
        signpost.ended_at = signpost.updated_at = work.now()
        audit.note(work, "signpost.ended", signpost)


def take_over(work: Work, municipality_id: int, file: Iterable[SignpostWords], *, dry: bool = False) -> Taken:
    """Put up what a file says: new ones, and new words for known ones. What is not in the file stays.

    `dry` only counts what would happen, also in work that can only look.
    """
    added = changed = same = 0
    for words in file:
        known = queries.called(work, municipality_id, words.category, words.name)
        if known is not None and says(known, words):
            same += 1
            continue
        added, changed = (added + 1, changed) if known is None else (added, changed + 1)
        if not dry:
            add(work, municipality_id, words)
    return Taken(added, changed, same)
