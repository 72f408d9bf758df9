"""Learn without looking at anybody: count what is tapped, add words of a municipality, find words that we do not know.

Nothing here keeps what somebody typed, or who it was. A tap is a number beside two codes. A word that
we do not know is only written down when enough different authors have it in an open post.
"""

from collections import Counter
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.jobs import service as jobs
from b2b.jobs.worker import Desk, Ticket
from b2b.matching import queries
from b2b.matching.models import OwnWord, TapCount, UnknownWord
from b2b.matching.rules import of_question
from b2b.matching.rules.learning import YEARS_KEPT, TapSource
from b2b.matching.rules.own import AUTHORS_LEAST, OwnWords, unknown_in
from b2b.matching.rules.types import types_of
from b2b.matching.rules.words import tokens
from b2b.matching.service.indexing import READ, PostEvent
from b2b.municipalities.queries import places
from b2b.posts import queries as posts

AT_ONCE = 500


def count_tap(work: Work, municipality_id: int, text: str, category: str) -> None:
    """Count that words which pointed to one kind of help led to this choice. The words themselves go nowhere."""
    _count(work, municipality_id, TapSource.TAP, text, category)


def count_match(work: Work, event: PostEvent) -> None:
    """Count that somebody was found for a post: its kind of help was right, whatever its words pointed to."""
    post = posts.post(work, event.post_id)
    if post is not None:
        _count(work, post.municipality_id, TapSource.MATCH, post.title, post.category)


def _count(work: Work, municipality_id: int, source: TapSource, text: str, category: str) -> None:
    guessed = next(iter(queries.probable_categories(text)), "")
    if not guessed or not category or not queries.learns(work, municipality_id):
        return
    row = {
        "municipality_id": municipality_id,
        "source": source,
        "year": work.now().year,
        "guessed": guessed,
        "chosen": category,
        "times": 1,
    }
    once = (pg_insert if work.dialect == "postgresql" else sqlite_insert)(TapCount).values(row)
    key = ["municipality_id", "source", "year", "guessed", "chosen"]
    work.connection().execute(once.on_conflict_do_update(index_elements=key, set_={"times": col(TapCount.times) + 1}))


def add_word(work: Work, municipality_id: int, word: str, concept: str) -> None:
    """Let a word (as `rules.own.read_word` returns it) lead to a concept here, or to nothing (""); posts are read again."""
    known = work.get(OwnWord, (municipality_id, word))
    if known is None:
        work.add(OwnWord(municipality_id=municipality_id, word=word, concept=concept, added_at=work.now()))
    else:
        known.concept = concept
    work.connection().execute(_unknown(municipality_id).where(col(UnknownWord.word) == word))
    _changed(work, municipality_id, "matching.word.added", word)


def remove_word(work: Work, municipality_id: int, word: str) -> None:
    """Take an own word out; posts are read again without it."""
    known = work.get(OwnWord, (municipality_id, word))
    if known is not None:
        work.delete(known)
        _changed(work, municipality_id, "matching.word.removed", word)


def _changed(work: Work, municipality_id: int, what: str, word: str) -> None:
    audit.note(work, what, municipality_id=municipality_id, word=word)
    jobs.enqueue(work, READ, {})


def forget_learnt(work: Work, municipality_id: int) -> None:
    """Forget what was counted and found here: the municipality no longer learns. Its own words stay."""
    work.connection().execute(delete(TapCount).where(col(TapCount.municipality_id) == municipality_id))
    work.connection().execute(_unknown(municipality_id))


def purge_counts(work: Work) -> int:
    """Forget counts of years that are over; return how many rows went."""
    old = delete(TapCount).where(col(TapCount.year) <= local(work.now()).year - YEARS_KEPT)
    return work.connection().execute(old).rowcount


def look_for_words(desk: Desk, _ticket: Ticket, _payload: dict[str, Any]) -> None:
    """Write down anew, for every municipality that learns, the words in open posts that we do not know.

    Authors are told apart in memory only, for as long as this takes.
    """
    authors: dict[tuple[int, str], set[int]] = {}
    concepts: dict[tuple[int, str], Counter[str]] = {}
    last = 0
    with desk.reading() as work:
        own = queries.every_own_words(work)
        while texts := posts.open_texts(work, last, AT_ONCE):
            last = texts[-1].id
            for text in texts:
                words = unknown_in(text.title, text.body, own.get(text.municipality_id, OwnWords()))
                meant = of_question(text.title, text.body, types_of(text.category, text.task)).wanted
                for word in words:
                    authors.setdefault((text.municipality_id, word), set()).add(text.author_id)
                    concepts.setdefault((text.municipality_id, word), Counter())[meant] += 1
    enough = {key: len(found) for key, found in authors.items() if len(found) >= AUTHORS_LEAST}
    with desk.writing() as work:
        work.connection().execute(delete(UnknownWord))
        for town in sorted({town for town, _ in enough}):
            if queries.learns(work, town):
                _write(work, town, {word: n for (at, word), n in enough.items() if at == town}, concepts)


def _write(work: Work, town: int, counts: dict[str, int], concepts: dict[tuple[int, str], Counter[str]]) -> None:
    names = _place_names(work, town) | people.first_names_among(work, town, counts)
    rows = [
        {
            "municipality_id": town,
            "word": word,
            "authors": number,
            "concept": min(concepts[town, word].items(), key=lambda pair: (-pair[1], pair[0]))[0],
        }
        for word, number in sorted(counts.items())
        if word not in names
    ]
    if rows:
        work.connection().execute(insert(UnknownWord), rows)


def _place_names(work: Work, town: int) -> set[str]:
    hoods = places(work, town).hoods.values()
    return {word for hood in hoods for word in tokens(hood.name)}


def _unknown(municipality_id: int) -> Any:
    return delete(UnknownWord).where(col(UnknownWord.municipality_id) == municipality_id)
