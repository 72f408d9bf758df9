"""The proof of who accepted which words, and when."""

from collections.abc import Collection, Iterable

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from b2b.accounts.events import MemberAddedAtDesk, MemberJoined
from b2b.accounts.queries import member
from b2b.consent.models import Acceptance, Terms
from b2b.consent.rules import ASKED, TermsChanged, help_subject
from b2b.consent.service.texts import stored
from b2b.core.db import Work


def agree_to(work: Work, municipality_id: int, subject: str, seen: str) -> Terms:
    """Return the text that somebody read (by its hash), or raise TermsChanged when another one holds by now."""
    return agree_to_each(work, municipality_id, [subject], [seen])[0]


def agree_to_each(work: Work, municipality_id: int, subjects: Iterable[str], seen: Collection[str]) -> list[Terms]:
    """Return the texts of these subjects when the words of each were read (`seen`: hashes), or raise TermsChanged."""
    found = [stored(work, municipality_id, subject) for subject in subjects]
    if any(terms.hash not in seen for terms in found):
        raise TermsChanged()
    return found


def accept(work: Work, member_id: int, terms: Terms, *, post_id: int | None = None) -> None:
    """Write down that a member accepted this version, now. A second time changes nothing."""
    work.flush()  # a post that was just made is pointed at
    insert = pg_insert if work.dialect == "postgresql" else sqlite_insert
    row = insert(Acceptance).values(
        municipality_id=terms.municipality_id,
        member_id=member_id,
        terms_id=terms.id,
        post_id=post_id,
        hash=terms.hash,
        version=terms.version,
        language=terms.language,
        accepted_at=work.now(),
    )
    work.connection().execute(row.on_conflict_do_nothing())


def accept_again(
    work: Work, municipality_id: int, member_id: int, needed: dict[str, str], seen: Collection[str]
) -> None:
    """Write down that a member accepted what changed; TermsChanged when that is not what was read."""
    for subject, digest in needed.items():
        if digest not in seen:
            raise TermsChanged()
        accept(work, member_id, agree_to(work, municipality_id, subject, digest))


def accept_match(
    work: Work, municipality_id: int, categories: Iterable[str], member_id: int, seen: Collection[str]
) -> None:
    """Write down that one of two who come together accepted the disclaimers: once a version and kind of help."""
    for terms in agree_to_each(work, municipality_id, map(help_subject, categories), seen):
        accept(work, member_id, terms)


def joined(work: Work, event: MemberJoined | MemberAddedAtDesk) -> None:
    """Write down which rules somebody accepted on joining: the form asked for a tick, or staff read them aloud."""
    person = member(work, event.member_id)
    if person is None:
        return
    for subject in ASKED:
        accept(work, person.id, stored(work, person.municipality_id, subject))
