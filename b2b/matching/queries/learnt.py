"""What a municipality learnt: its own words, how often tiles were tapped, and words that nobody knows."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlmodel import col

from b2b.core.db import Work
from b2b.core.prepared import Prepared
from b2b.matching.models import OwnWord, TapCount, UnknownWord
from b2b.matching.rules import Question, of_question
from b2b.matching.rules.learning import LEARN, MATCH_WEIGHS, YEARS_KEPT, TapSource
from b2b.matching.rules.own import OwnWords
from b2b.municipalities.queries import setting

WORDS_SHOWN = 200

_OWN = Prepared(
    lambda: select(col(OwnWord.word), col(OwnWord.concept)).where(col(OwnWord.municipality_id) == bindparam("town"))
)
_COUNTS: Any = (
    select(col(TapCount.source), col(TapCount.chosen), func.sum(col(TapCount.times)))
    .where(
        col(TapCount.municipality_id) == bindparam("town"),
        col(TapCount.guessed) == bindparam("guessed"),
        col(TapCount.year) > bindparam("before"),
    )
    .group_by(col(TapCount.source), col(TapCount.chosen))
)


def learns(work: Work, municipality_id: int) -> bool:
    """Say whether this municipality counts taps and looks for unknown words."""
    return bool(setting(work, municipality_id, LEARN, True))


def own_words(work: Work, municipality_id: int) -> OwnWords:
    """Return the words that a municipality added."""
    return OwnWords({row.word: row.concept for row in _OWN.rows(work, {"town": municipality_id})})


def every_own_words(work: Work) -> dict[int, OwnWords]:
    """Return the words of every municipality that added some."""
    found: dict[int, dict[str, str]] = {}
    for row in work.scalars(select(OwnWord)):
        found.setdefault(row.municipality_id, {})[row.word] = row.concept
    return {town: OwnWords(words) for town, words in found.items()}


def question(work: Work, municipality_id: int, title: str, body: str = "", types: tuple[str, ...] = ()) -> Question:
    """Return what to ask for this text, read with the words of the municipality too."""
    return of_question(title, body, types, own=own_words(work, municipality_id))


def tap_counts(work: Work, municipality_id: int, guessed: str) -> Mapping[str, int]:
    """Return how often each kind of help was chosen here by whose words pointed to `guessed`; help found counts double."""
    before = work.now().year - YEARS_KEPT
    found: dict[str, int] = {}
    asked = {"town": municipality_id, "guessed": guessed, "before": before}
    for source, chosen, times in work.connection().execute(_COUNTS, asked):
        found[chosen] = found.get(chosen, 0) + int(times) * (MATCH_WEIGHS if source == TapSource.MATCH else 1)
    return found


def unknown_words(work: Work, municipality_id: int) -> list[UnknownWord]:
    """Return the words that we do not know, those of most authors first."""
    rows = select(UnknownWord).where(col(UnknownWord.municipality_id) == municipality_id)
    order = rows.order_by(col(UnknownWord.authors).desc(), col(UnknownWord.word)).limit(WORDS_SHOWN)
    return list(work.scalars(order))
