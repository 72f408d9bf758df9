"""The texts that come with the program: plain text files, the first line is the title."""

from functools import cache
from pathlib import Path

from b2b.consent.rules import HELP, HOUSE_RULES, PRIVACY, NoSuchTerms, Text

FOLDER = Path(__file__).parent / "texts"


@cache
def subjects() -> tuple[str, ...]:
    """Return every subject that has a text."""
    kinds = sorted(path.stem for path in (FOLDER / "hulp").glob("[a-z]*.txt"))
    return (HOUSE_RULES, PRIVACY, *(f"{HELP}{kind}" for kind in kinds))


@cache
def builtin(subject: str, municipality: str) -> Text:
    """Return the text about `subject` for the municipality with this name, or raise NoSuchTerms.

    A disclaimer begins with what holds for every kind of help.
    """
    if subject not in subjects():
        raise NoSuchTerms()
    if subject.startswith(HELP):
        title, body = _read(FOLDER / "hulp" / f"{subject.removeprefix(HELP)}.txt")
        body = f"{body}\n\n{_read(FOLDER / 'hulp-altijd.txt')[1]}"
    else:
        title, body = _read(FOLDER / f"{subject}.txt")
    return Text(subject, title, body.replace("{gemeente}", municipality))


def _read(path: Path) -> tuple[str, str]:
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    return title.strip(), body.strip()
