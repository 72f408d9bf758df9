"""Keep each version of a text, and the proof of who accepted it."""

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from b2b.accounts.events import MemberJoined
from b2b.accounts.queries import member
from b2b.consent.builtin import subjects
from b2b.consent.models import Acceptance, Terms
from b2b.consent.queries import current, newest
from b2b.consent.rules import HOUSE_RULES, PRIVACY, TermsChanged
from b2b.core.db import Work


def seed(work: Work, municipality_id: int) -> int:
    """Store the newest version of every text of a municipality; return how many are new."""
    before = {subject: newest(work, municipality_id, subject) for subject in subjects()}
    after = {subject: stored(work, municipality_id, subject) for subject in subjects()}
    return sum(1 for subject, old in before.items() if old is None or old.id != after[subject].id)


def stored(work: Work, municipality_id: int, subject: str) -> Terms:
    """Return the row of the text that holds now; write it down when nobody did before."""
    text, last = current(work, municipality_id, subject), newest(work, municipality_id, subject)
    if last is not None and last.hash == text.hash:
        return last
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    row = insert(Terms).values(
        municipality_id=municipality_id,
        subject=subject,
        language="nl",
        version=(last.version if last else 0) + 1,
        title=text.title,
        body=text.body,
        hash=text.hash,
        effective_from=work.now(),
        built_in=True,
    )
    # Two people may be the first at once: whoever comes second finds the row of the first.
    work.connection().execute(row.on_conflict_do_nothing())
    return newest(work, municipality_id, subject) or _lost()


def publish(work: Work, municipality_id: int, subject: str, title: str, body: str) -> Terms:
    """Store a text of the municipality's own as the next version: it holds from now on."""
    last = newest(work, municipality_id, subject)
    text = current(work, municipality_id, subject)
    own = type(text)(subject, title, body)
    terms = Terms(
        municipality_id=municipality_id,
        subject=subject,
        version=(last.version if last else 0) + 1,
        title=title,
        body=body,
        hash=own.hash,
        effective_from=work.now(),
        built_in=False,
    )
    work.add(terms)
    work.flush()  # whoever accepts it points at it
    return terms


def agree_to(work: Work, municipality_id: int, subject: str, seen: str) -> Terms:
    """Return the text that somebody read (by its hash), or raise TermsChanged when another one holds by now."""
    terms = stored(work, municipality_id, subject)
    if terms.hash != seen:
        raise TermsChanged()
    return terms


def accept(work: Work, member_id: int, terms: Terms, *, post_id: int | None = None) -> None:
    """Write down that a member accepted this version, now. A second time changes nothing."""
    same = select(Acceptance.id).where(
        Acceptance.member_id == member_id,
        Acceptance.terms_id == terms.id,
        col(Acceptance.post_id).is_(None) if post_id is None else Acceptance.post_id == post_id,
    )
    if work.exec(same).first() is not None:
        return
    work.add(
        Acceptance(
            municipality_id=terms.municipality_id,
            member_id=member_id,
            terms_id=terms.id or 0,
            post_id=post_id,
            hash=terms.hash,
            accepted_at=work.now(),
        )
    )


def joined(work: Work, event: MemberJoined) -> None:
    """Write down which rules somebody accepted on joining: the form asked for a tick."""
    person = member(work, event.member_id)
    if person is None:
        return
    for subject in (HOUSE_RULES, PRIVACY):
        accept(work, person.id, stored(work, person.municipality_id, subject))


def _lost() -> Terms:
    raise LookupError("a text that was just stored is not there")
