"""Texts that people accept: which there are and how they are read. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from b2b.core.errors import Conflict, Missing
from b2b.core.words import N_

HOUSE_RULES = "spelregels"
PRIVACY = "privacy"
HELP = "hulp:"
"""Prefix of the disclaimer of one kind of help: "hulp:boodschappen"."""
TITLE_MAX = 120
TEXT_MAX = 8000
WHAT_CHANGED_MAX = 300
LANGUAGE = "nl"
"""In which language the texts are written, and accepted."""
ASKED = (HOUSE_RULES, PRIVACY)
"""What somebody accepts on joining, and is asked again when it changes."""
DOOR = "Wij controleren niet wie er aan de deur komt."
"""Stands in every disclaimer, also in one that a municipality writes itself."""


class TermsChanged(Conflict):
    """The text changed between reading and accepting it: it has to be read again."""

    sentence = N_("Deze tekst is net veranderd. Lees hem nog een keer en zet dan een vinkje.")


class NoSuchTerms(Missing):
    """No text has this subject."""


@dataclass(frozen=True)
class Text:
    """One text to read. `hash` (SHA-256, hex) says exactly which words somebody accepted.

    `version` is 0 for a text that came with the program and that nobody accepted yet.
    """

    subject: str
    title: str
    body: str
    version: int = 0

    @property
    def hash(self) -> str:
        """Return the fingerprint of title and body."""
        return sha256(f"{self.title}\n\n{self.body}".encode()).hexdigest()


class BlockKind(StrEnum):
    """How a part of a text is shown."""

    HEADING = "heading"
    LIST = "list"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class Block:
    """A part of a text: one heading, the lines of a list, or the lines of a paragraph."""

    kind: BlockKind
    lines: tuple[str, ...]


def help_subject(category: str) -> str:
    """Return the subject of the disclaimer of a kind of help."""
    return f"{HELP}{category}"


def address_of(subject: str) -> str:
    """Return the part of an address that names a text: "hulp-koken"."""
    return subject.replace(":", "-")


def subject_of(address: str) -> str:
    """Return the subject that a part of an address names."""
    kind = address.removeprefix("hulp-")
    return address if kind == address else help_subject(kind)


def blocks(body: str) -> list[Block]:
    """Read plain text. Blank lines part blocks, "- " begins the lines of a list.

    A line alone that does not end like a sentence is a heading.
    """
    return [_block(part.strip().split("\n")) for part in re.split(r"\n\s*\n", body.strip()) if part.strip()]


def _block(lines: list[str]) -> Block:
    if all(line.startswith("- ") for line in lines):
        return Block(BlockKind.LIST, tuple(line[2:].strip() for line in lines))
    if len(lines) == 1 and lines[0][-1] not in ".?!:":
        return Block(BlockKind.HEADING, tuple(lines))
    return Block(BlockKind.PARAGRAPH, (" ".join(lines),))
