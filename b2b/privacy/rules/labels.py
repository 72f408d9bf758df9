"""What a resident reads above and in a copy of their own data: themes and names of columns. Pure.

A column without a name here is called by its purpose in the data map.
"""

from b2b.core.words import N_
from b2b.privacy.rules.tables import MAP, decisions, desk, meeting, people, places, posts, review, rights, trust
from b2b.privacy.rules.words import Column, Export, Table

_NAMED: tuple[tuple[str, tuple[Table, ...]], ...] = (
    (N_("Jij en je account"), people.TABLES),
    (N_("Wie voor je instaat"), trust.TABLES),
    (N_("Wat je vraagt en aanbiedt"), posts.TABLES),
    (N_("Gesprekken, afspraken en mail"), meeting.TABLES),
    (N_("Hulp van de gemeente"), desk.TABLES),
    (N_("Waar een moderator naar keek"), review.TABLES),
    (N_("Besluiten over jou"), decisions.TABLES),
    (N_("Wat je over je gegevens vroeg"), rights.TABLES),
    (N_("Het logboek"), places.TABLES),
)
_THEMED = {table.name for _title, tables in _NAMED for table in tables}
THEMES = (*_NAMED, (N_("Wat er verder is"), tuple(table for table in MAP.values() if table.name not in _THEMED)))
"""The themes of the copy, in order, with the tables of each; no table of the map is left out."""

LABELS = {
    "first_name": N_("Voornaam"),
    "email": N_("E-mailadres"),
    "neighbourhood_id": N_("Buurt"),
    "language": N_("Taal"),
    "reference": N_("Nummer"),
    "state": N_("Stand"),
    "kind": N_("Soort"),
    "category": N_("Soort hulp"),
    "task": N_("Wat precies"),
    "also": N_("Ook voor"),
    "title": N_("Titel"),
    "body": N_("Tekst"),
    "when_words": N_("Wanneer"),
    "where_words": N_("Waar"),
    "created_at": N_("Gemaakt"),
    "updated_at": N_("Veranderd"),
    "changed_at": N_("Veranderd"),
    "published_at": N_("Geplaatst"),
    "expires_at": N_("Geldt tot"),
    "closed_at": N_("Gesloten"),
    "ended_at": N_("Gestopt"),
    "asked_at": N_("Gevraagd"),
    "answered_at": N_("Beantwoord"),
    "accepted_at": N_("Akkoord op"),
    "given_at": N_("Gegeven"),
    "granted_at": N_("Gekregen"),
    "sent_at": N_("Verstuurd"),
    "mailed_at": N_("Gemaild"),
    "read_at": N_("Gelezen"),
    "failed_at": N_("Mail kwam niet aan"),
    "used_at": N_("Gebruikt"),
    "used_on": N_("Laatst gebruikt"),
    "last_used_at": N_("Laatst gebruikt"),
    "last_seen_at": N_("Laatst gezien"),
    "last_message_at": N_("Laatste bericht"),
    "revoked_at": N_("Uitgelogd"),
    "authenticated_at": N_("Ingelogd"),
    "starts_at": N_("Begint"),
    "ends_at": N_("Eindigt"),
    "due_at": N_("Uiterlijk"),
    "due_on": N_("Uiterlijk"),
    "decided_at": N_("Besloten"),
    "at": N_("Wanneer"),
    "happened": N_("Ging het door?"),
    "helped": N_("Hielp het?"),
    "label": N_("Apparaat"),
    "device": N_("Apparaat"),
    "name": N_("Naam"),
    "role": N_("Rol"),
    "place": N_("Plek"),
    "address": N_("Adres"),
    "code_word": N_("Codewoord"),
    "question": N_("Je vraag"),
    "contact": N_("Hoe we je bereiken"),
    "contact_way": N_("Bellen of mailen"),
    "closing_note": N_("Wat de gemeente aan het eind schreef"),
    "words": N_("Wat er staat"),
    "answer": N_("Antwoord"),
    "answers": N_("Wat je invulde"),
    "explanation": N_("Uitleg"),
    "facts": N_("Wat er volgens de moderator gebeurde"),
    "grounds": N_("Waarom je het niet eens bent"),
    "reasons": N_("De uitleg die je kreeg"),
    "response": N_("Reactie"),
    "event": N_("Welk nieuws"),
    "channel": N_("Hoe het kwam"),
    "important": N_("Belangrijke mail"),
    "rest": N_("De andere mail"),
    "about": N_("Gaat over"),
    "action": N_("Wat er gebeurde"),
    "sixteen_confirmed_at": N_("Je zei dat je 16 jaar of ouder bent"),
    "trusted_at": N_("Je berichten komen meteen op de site sinds"),
    "proven_at": N_("We weten dat je hier woont sinds"),
    "known_at": N_("Je bent een bekende buur sinds"),
    "fetched_at": N_("Opgehaald"),
    "ready_at": N_("Klaar"),
}
"""Column -> what it is called above its value."""

OWN_SIDE = {
    ("agreements", "asker_sign"): "asker_id",
    ("agreements", "helper_sign"): "helper_id",
    ("conversations", "author_read_at"): "author_id",
    ("conversations", "responder_read_at"): "responder_id",
    ("help_series", "asker_sign"): "asker_id",
    ("help_series", "helped"): "asker_id",
}
"""What only one of the two people of a row said or did -> the column with who that is. The other does not get it."""

FOR_COMPUTERS = frozenset(
    {"actor_id", "thing_id", "hash", "version", "consent_hash", "seen_hash", "snapshot_hash", "rules_version"}
    | {"template_version", "link_number", "sequence", "series", "object_id", "priority", "sign_count", "lease_by"}
)
"""Columns that are in the file for computers, and would only stand in the way of a reader."""


def exported(table: Table) -> list[Column]:
    """Return the columns of a table that its owner gets a copy of."""
    return [column for column in table if column.export is Export.YES]


def label(column: Column) -> str:
    """Return what a column is called above its value."""
    return LABELS.get(column.name) or column.purpose[:1].upper() + column.purpose[1:]
