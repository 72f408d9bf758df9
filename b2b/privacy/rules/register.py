"""The data map in words: the register of processing (AVG article 30), the page about privacy, a sheet. Pure.

The register is a Dutch document that an administrator hands to the data protection officer: its words are Dutch.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from b2b.privacy.rules.retention import RETENTION, Term
from b2b.privacy.rules.tables import MAP, decisions, desk, meeting, people, posts, review, trust
from b2b.privacy.rules.words import Column, Erase, Export, Ground, Seen, Table

SUBJECTS: tuple[tuple[str, tuple[Table, ...]], ...] = (
    ("Je account en inloggen", people.TABLES),
    ("Wonen in de buurt en vertrouwen", trust.TABLES),
    ("Berichten en hulp zoeken", posts.TABLES),
    ("Gesprekken, afspraken en mail", meeting.TABLES),
    ("Vragen aan de gemeente", desk.TABLES),
    ("Meldingen en nakijken", review.TABLES),
    ("Besluiten en bezwaar", decisions.TABLES),
)
REST = "Verder"

GROUNDS = {
    Ground.CONSENT: "toestemming (AVG 6.1a)",
    Ground.LAW: "plicht uit de wet (AVG 6.1c)",
    Ground.VITAL: "een leven in gevaar (AVG 6.1d)",
    Ground.TASK: "taak van de gemeente (AVG 6.1e)",
    Ground.NONE: "gaat niet over personen",
}
READERS = {
    Seen.EVERYONE: "iedereen",
    Seen.MEMBERS: "wie is ingelogd",
    Seen.SELF: "jij",
    Seen.BOTH: "jij en de ander",
    Seen.MODERATORS: "moderators",
    Seen.DESK: "de buurtregisseur",
    Seen.ADMINS: "de beheerder van de gemeente",
    Seen.POST: "wie de brieven drukt",
    Seen.SYSTEMS: "systemen van de gemeente",
}
EXPORTS = {
    Export.YES: "ja",
    Export.TECHNICAL: "nee: zegt buiten de database niets",
    Export.SECRET: "nee: daarmee kan iemand naar binnen",
    Export.SOMEBODY_ELSE: "nee: gaat over een ander",
    Export.PROTECTED: "nee: dat kan iemand in gevaar brengen",
    Export.NOBODY: "nee: gaat niet over personen",
}
ERASURES = {
    Erase.DELETE: "de hele regel gaat weg",
    Erase.CLEAR: "wordt leeggemaakt",
    Erase.REPLACE: "wordt vervangen",
    Erase.KEEP: "blijft",
    Erase.NOBODY: "gaat niet over personen",
}
HEADINGS = (
    "onderwerp",
    "tabel",
    "gegeven",
    "waarvoor",
    "grondslag",
    "wie ziet het",
    "hoe lang",
    "in download",
    "bij wissen",
)


@dataclass(frozen=True)
class Subject:
    """A heading of the register, with the tables below it."""

    title: str
    tables: tuple[Table, ...]


def subjects(*, personal: bool = False) -> list[Subject]:
    """Return the map by subject; `personal`: only what is about people."""
    named = {table.name for _, tables in SUBJECTS for table in tables}
    rest = tuple(table for name, table in MAP.items() if name not in named)
    every = (Subject(title, tables) for title, tables in (*SUBJECTS, (REST, rest)))
    kept = (Subject(one.title, tuple(t for t in one.tables if t.personal or not personal)) for one in every)
    return [one for one in kept if one.tables]


def readers(seen: Seen) -> str:
    """Return who reads it, in words."""
    named = [words for who, words in READERS.items() if who in seen]
    return ", ".join(named) or "niemand"


def span(days: int) -> str:
    """Return days as people say them: years where they come out even."""
    if days and days % 365 == 0:
        return f"{days // 365} jaar"
    return "1 dag" if days == 1 else f"{days} dagen"


def how_long(term: Term, chosen: object = None) -> str:
    """Return how long a class is kept, by what a municipality chose."""
    days = term.chosen(chosen)
    return f"{span(days)} {term.after}" if days else term.after


def erasure(what: Column | Table) -> str:
    """Return what happens to it when the account is erased, and why it stays if it does."""
    return f"{ERASURES[what.erase]}: {what.because}" if what.because else ERASURES[what.erase]


def sheet(settings: dict[str, object]) -> Iterator[tuple[str, ...]]:
    """Return the whole map as lines of a table, headings first; `settings` are those of the municipality."""
    yield HEADINGS
    for subject in subjects():
        for table in subject.tables:
            for column in table:
                term = RETENTION[column.kept]
                yield (
                    subject.title,
                    table.name,
                    column.name,
                    column.purpose,
                    GROUNDS[column.ground or Ground.NONE],
                    readers(column.seen or Seen.NOBODY),
                    how_long(term, settings.get(term.setting)),
                    EXPORTS[column.export],
                    erasure(column),
                )
