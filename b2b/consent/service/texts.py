"""Keep each version of a text: those of the program and those of the municipality's own."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from b2b.consent.builtin import own_part, subjects, with_always
from b2b.consent.events import TermsAnnounced
from b2b.consent.models import Terms
from b2b.consent.queries import in_force, insurance, newest, ours, standing, versions
from b2b.consent.rules import (
    ASKED,
    HELP,
    LANGUAGE,
    NOTICE,
    SETTING,
    Asked,
    NothingChanged,
    Text,
    check_moment,
    check_sentence,
    holds,
)
from b2b.core import audit
from b2b.core.db import Work
from b2b.municipalities import service as places
from b2b.municipalities.queries import is_open

ASKED_SETTING = "terms.asked"
"""What people who were here before must accept, kept in memory with the site: no page asks the database."""
PROGRAM_CHANGED = "De tekst van het programma is vernieuwd."
ADOPTED = "De gemeente heeft deze tekst vastgesteld. De woorden zijn gelijk gebleven."
INSURANCE_CHANGED = "De zin over verzekering is anders."


@dataclass(frozen=True)
class Writing:
    """A version as somebody writes it. `effective_from` None: from now on."""

    title: str
    body: str
    what_changed: str = ""
    significant: bool = False
    effective_from: datetime | None = None


def seed(work: Work, municipality_id: int) -> int:
    """Store the text of the program where it is new; return how many versions were stored.

    A text of the municipality's own stays. Who takes part in an open municipality has NOTICE to
    read new house rules or a new privacy text before they hold.
    """
    before = [newest(work, municipality_id, subject) for subject in subjects()]
    return sum(_renew(work, municipality_id, subject, old) for subject, old in zip(subjects(), before, strict=True))


def stored(work: Work, municipality_id: int, subject: str) -> Terms:
    """Return the row of the text that holds now; write it down when nobody did before."""
    last = in_force(work, municipality_id, subject)
    if last is not None:
        return last
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    row = insert(Terms).values(**_columns(municipality_id, ours(work, municipality_id, subject), 1, work.now()))
    # Two people may be the first at once: whoever comes second finds the row of the first.
    work.connection().execute(row.on_conflict_do_nothing())
    # Whose clock is a little behind finds no version in force yet: the first one is meant.
    return in_force(work, municipality_id, subject) or versions(work, municipality_id, subject)[-1]


def write(work: Work, municipality_id: int, subject: str, writing: Writing) -> Terms:
    """Store a text of the municipality's own as the next version, and announce it when it matters.

    Raises TooSoon for a significant change without NOTICE, NothingChanged for the same words twice.
    """
    since = max(writing.effective_from or work.now(), work.now())
    check_moment(since, work.now(), significant=writing.significant, is_open=is_open(work, municipality_id))
    last = stored(work, municipality_id, subject)
    words = Text(subject, writing.title, _whole(work, municipality_id, subject, writing.body))
    now = standing(work, municipality_id, subject)
    latest = now.next or now.current or last
    if latest.hash == words.hash and not latest.built_in:
        raise NothingChanged()
    terms = _next(
        work,
        municipality_id,
        words,
        effective_from=since,
        built_in=False,
        what_changed=writing.what_changed,
        significant=writing.significant,
    )
    audit.note(work, "terms.written", terms, subject=subject, version=terms.version)
    if terms.significant:
        work.record(TermsAnnounced(terms.id or 0, municipality_id))
    return terms


def publish(work: Work, municipality_id: int, subject: str, title: str, body: str) -> Terms:
    """Store a text of the municipality's own: it holds from now on."""
    return write(work, municipality_id, subject, Writing(title, body))


def adopt(work: Work, municipality_id: int, subject: str) -> Terms:
    """Make the text that holds now the municipality's own: the same words, so nobody is asked again."""
    text = stored(work, municipality_id, subject)
    if not text.built_in:
        return text
    return write(work, municipality_id, subject, Writing(text.title, text.body, ADOPTED))


def choose_insurance(work: Work, municipality_id: int, sentence: str) -> None:
    """Let every disclaimer say this about insurance, from now on; PromisesCover when it says too much."""
    check_sentence(sentence)
    before = insurance(work, municipality_id)
    kinds = [subject for subject in subjects() if subject.startswith(HELP)]
    known = {subject: standing(work, municipality_id, subject) for subject in kinds}
    places.choose(work, municipality_id, SETTING, sentence)
    audit.note(work, "insurance.written", municipality_id=municipality_id)
    for subject, was in known.items():
        for version in (was.current, was.next):
            if version is not None:
                own = Text(subject, version.title, with_always(own_part(version.body, before), sentence))
                since = max(version.effective_from, work.now())
                if own.hash != version.hash:
                    _next(work, municipality_id, own, since, version.built_in, INSURANCE_CHANGED)


def _renew(work: Work, municipality_id: int, subject: str, last: Terms | None) -> int:
    if last is None:
        stored(work, municipality_id, subject)
        return 1
    text = ours(work, municipality_id, subject)
    if not last.built_in or last.hash == text.hash:
        return 0
    waits = subject in ASKED and is_open(work, municipality_id)
    since = work.now() + NOTICE if waits else work.now()
    terms = _next(work, municipality_id, text, since, True, PROGRAM_CHANGED, significant=waits)
    if waits:
        work.record(TermsAnnounced(terms.id or 0, municipality_id))
    return 1


def _whole(work: Work, municipality_id: int, subject: str, body: str) -> str:
    if not subject.startswith(HELP):
        return body.strip()
    sentence = insurance(work, municipality_id)
    return with_always(own_part(body, sentence), sentence)


def _next(
    work: Work,
    municipality_id: int,
    text: Text,
    effective_from: datetime,
    built_in: bool,
    what_changed: str,
    significant: bool = False,
) -> Terms:
    last = newest(work, municipality_id, text.subject)
    terms = Terms(
        **_columns(municipality_id, text, (last.version if last else 0) + 1, effective_from, built_in=built_in),
        what_changed=what_changed,
        significant=significant,
        written_at=work.now(),
        written_by_id=work.actor_id,
    )
    work.add(terms)
    work.flush()  # whoever accepts it points at it
    if text.subject in ASKED:
        _remember_asked(work, municipality_id)
    return terms


def _columns(
    municipality_id: int, text: Text, version: int, effective_from: datetime, *, built_in: bool = True
) -> dict[str, Any]:
    return {
        "municipality_id": municipality_id,
        "subject": text.subject,
        "language": LANGUAGE,
        "version": version,
        "title": text.title,
        "body": text.body,
        "hash": text.hash,
        "effective_from": effective_from,
        "built_in": built_in,
    }


def _remember_asked(work: Work, municipality_id: int) -> None:
    """Keep, with the site, which versions have other words than the one before: those are asked."""
    found = select(Terms).where(Terms.municipality_id == municipality_id, col(Terms.subject).in_(ASKED))
    rows = work.exec(found.order_by(col(Terms.version))).all()
    asked: list[Asked] = []
    for subject in ASKED:
        mine = [row for row in rows if row.subject == subject]
        current = holds(mine, work.now())
        for before, row in pairwise(mine):
            if row.hash != before.hash and (row.effective_from > work.now() or row is current):
                asked.append(Asked(subject, row.version, row.hash, row.effective_from))
    places.choose(work, municipality_id, ASKED_SETTING, [one.as_json() for one in asked])
