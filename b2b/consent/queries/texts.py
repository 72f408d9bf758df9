"""Questions about texts and who accepted them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from b2b.consent.builtin import always, builtin, check_subject
from b2b.consent.models import Acceptance, Terms
from b2b.consent.rules import HONEST, LANGUAGE, SETTING, Block, Text, blocks, help_subject, holds, upcoming
from b2b.core.db import Work
from b2b.municipalities import queries as places

_VERSIONS = (
    select(Terms)
    .where(
        col(Terms.municipality_id) == bindparam("municipality"),
        col(Terms.subject) == bindparam("subject"),
        col(Terms.language) == LANGUAGE,
    )
    .order_by(col(Terms.version).desc())
)
_HOLDS = _VERSIONS.where(col(Terms.effective_from) <= bindparam("now")).limit(1)


@dataclass(frozen=True)
class Standing:
    """How a text stands: what holds now, which version comes, and what holds for the program."""

    text: Text
    current: Terms | None
    next: Terms | None
    is_behind: bool
    """Whether the program has other words by now than the municipality's text."""


@dataclass(frozen=True)
class MatchText:
    """The disclaimers of this help at the moment of the match, and whether this member accepted them all."""

    read: "Together"
    accepted: bool


def versions(work: Work, municipality_id: int, subject: str) -> list[Terms]:
    """Return every stored version of a text, newest first; NoSuchTerms for an unknown subject."""
    check_subject(subject)
    return list(work.scalars(_VERSIONS, {"municipality": municipality_id, "subject": subject}))


def newest(work: Work, municipality_id: int, subject: str) -> Terms | None:
    """Return the newest stored version of a text, also one that does not hold yet."""
    return work.scalars(_VERSIONS.limit(1), {"municipality": municipality_id, "subject": subject}).first()


def in_force(work: Work, municipality_id: int, subject: str) -> Terms | None:
    """Return the stored version that holds now, or None when none was stored."""
    asked = {"municipality": municipality_id, "subject": subject, "now": work.now()}
    return work.scalars(_HOLDS, asked).first()


def current(work: Work, municipality_id: int, subject: str) -> Text:
    """Return the text that holds now: the stored version, else the one that came with the program.

    Raises NoSuchTerms for an unknown subject.
    """
    check_subject(subject)
    stored = in_force(work, municipality_id, subject)
    return ours(work, municipality_id, subject) if stored is None else as_text(stored)


@dataclass(frozen=True)
class Together:
    """Texts to read at once: of each its own words, and once what all of them end with."""

    texts: list[tuple[Text, list[Block]]]
    ending: list[Block]


def together(work: Work, municipality_id: int, subjects: Iterable[str]) -> Together:
    """Return the texts about these subjects that hold now, without saying twice what holds for all kinds of help."""
    texts = [current(work, municipality_id, subject) for subject in subjects]
    ending = always(insurance(work, municipality_id))
    shared = len(texts) > 1 and all(text.body.endswith(ending) for text in texts)
    own = [(text, blocks(text.body.removesuffix(ending) if shared else text.body)) for text in texts]
    return Together(own, blocks(ending) if shared else [])


def ours(work: Work, municipality_id: int, subject: str) -> Text:
    """Return the text of the program for this municipality, with its sentence about insurance."""
    return builtin(subject, places.places(work, municipality_id).name, insurance(work, municipality_id))


def as_text(terms: Terms) -> Text:
    """Return a stored version as a text to read."""
    return Text(terms.subject, terms.title, terms.body, terms.version)


def insurance(work: Work, municipality_id: int) -> str:
    """Return the sentence about insurance: the municipality's own, else our honest one."""
    return str(places.setting(work, municipality_id, SETTING, HONEST))


def standing(work: Work, municipality_id: int, subject: str) -> Standing:
    """Return how a text stands."""
    every, program = versions(work, municipality_id, subject), ours(work, municipality_id, subject)
    now = holds(every, work.now())
    text = program if now is None else as_text(now)
    behind = now is not None and program.hash != now.hash
    return Standing(text, now, upcoming(every, work.now()), behind)


def accepted_hashes(work: Work, member_id: int, post_id: int | None = None) -> list[str]:
    """Return the hashes of what a member accepted (for one post, or without one), oldest first."""
    found = select(Acceptance.hash).where(Acceptance.member_id == member_id)
    found = found.where(col(Acceptance.post_id).is_(None) if post_id is None else Acceptance.post_id == post_id)
    return list(work.exec(found.order_by(col(Acceptance.id))))


def accepted_of(work: Work, member_id: int, hashes: Iterable[str]) -> set[str]:
    """Return which of these hashes a member accepted, apart from any post."""
    found = select(Acceptance.hash).where(
        Acceptance.member_id == member_id, col(Acceptance.post_id).is_(None), col(Acceptance.hash).in_(sorted(hashes))
    )
    return set(work.exec(found))


def at_match(work: Work, municipality_id: int, categories: Iterable[str], member_id: int) -> MatchText:
    """Return what is shown when two people come together about these kinds of help."""
    read = together(work, municipality_id, [help_subject(category) for category in categories])
    hashes = {text.hash for text, _ in read.texts}
    return MatchText(read, accepted_of(work, member_id, hashes) == hashes)


def acceptances(work: Work, member_id: int) -> list[tuple[str, int, str, Any]]:
    """Return (title, version, subject, moment) of everything a member accepted, newest first."""
    found = (
        select(Terms.title, Terms.version, Terms.subject, Acceptance.accepted_at)
        .join(Terms, col(Terms.id) == col(Acceptance.terms_id))
        .where(Acceptance.member_id == member_id)
        .order_by(col(Acceptance.accepted_at).desc(), col(Acceptance.id).desc())
    )
    return list(work.exec(found).all())
