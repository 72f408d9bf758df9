"""`b2b words`: the sentences of the site, for who translates them."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from b2b.config import ROOT
from b2b.web.i18n import TRANSLATIONS

TEMPLATE = TRANSLATIONS / "messages.pot"
HEADER = "# Every sentence of the site, in Dutch. Made by `b2b words extract`."
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""A date of its own at each extraction would make every file another one."""
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
SOURCES = (("b2b", "*.py", "python"), ("templates", "*.html", "jinja2"), ("templates", "*.txt", "jinja2"))


@click.group()
def words() -> None:
    """De zinnen van de site, voor wie ze vertaalt."""


@words.command("extract")
def extract_command() -> None:
    """Schrijf alle zinnen uit pagina's, mails en code naar translations/messages.pot."""
    found = sentences()
    TEMPLATE.write_bytes(as_text(found))
    click.echo(f"{len(found)} zinnen staan in {TEMPLATE.relative_to(ROOT)}.")


@words.command("compile")
def compile_command() -> None:
    """Maak elke vertaling klaar voor gebruik, en zeg hoe ver zij is."""
    total = len(sentences())
    for path in catalogues():
        catalogue = read(path)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
        click.echo(f"{path.parents[1].name}: {len(translated(catalogue))} van {total} zinnen vertaald.")


def catalogues() -> list[Path]:
    """Return the files of all translations, translations/<language>/LC_MESSAGES/messages.po."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))


def read(path: Path) -> Catalog:
    """Return what a file of sentences holds."""
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.parents[1].name)


def translated(catalogue: Catalog) -> set[str]:
    """Return the Dutch sentences that have a translation nobody doubts."""
    return {key(message.id) for message in catalogue if message.id and message.string and not message.fuzzy}


def sentences() -> Catalog:
    """Return every sentence that pages, mails and code mark with `_()` or `N_()`, and where each one is."""
    catalogue = Catalog(header_comment=HEADER, project="Buurthulp", creation_date=NEVER, fuzzy=False)
    for folder, pattern, method in SOURCES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            where = path.relative_to(ROOT).as_posix()
            for _line, message, comments, context in extract_from_file(method, path, keywords=KEYWORDS):
                catalogue.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return catalogue


def as_text(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of a file, the same for the same sentences: no dates, no line numbers."""
    text = BytesIO()
    write_po(text, catalogue, include_lineno=False, sort_by_file=True, width=118)
    return text.getvalue()


def key(message: str | tuple[str, ...] | list[str]) -> str:
    """Return the one form by which a sentence is known: of "1 bericht / 2 berichten", the first."""
    return message if isinstance(message, str) else message[0]
