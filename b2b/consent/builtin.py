"""The texts that come with the program: plain text files, the first line is the title."""

from functools import cache
from pathlib import Path

from b2b.consent.rules import HELP, HONEST, HOUSE_RULES, PRIVACY, NoSuchTerms, Text

FOLDER = Path(__file__).parent / "texts"


@cache
def subjects() -> tuple[str, ...]:
    """Return every subject that has a text."""
    kinds = sorted(path.stem for path in (FOLDER / "hulp").glob("[a-z]*.txt"))
    return (HOUSE_RULES, PRIVACY, *(f"{HELP}{kind}" for kind in kinds))


@cache
def builtin(subject: str, municipality: str, insurance: str = HONEST) -> Text:
    """Return the text about `subject` for the municipality with this name, or raise NoSuchTerms.

    A disclaimer ends with what holds for every kind of help, and the sentence about insurance.
    """
    check_subject(subject)
    if subject.startswith(HELP):
        title, body = _read(FOLDER / "hulp" / f"{subject.removeprefix(HELP)}.txt")
        body = with_always(body, insurance)
    else:
        title, body = _read(FOLDER / f"{subject}.txt")
    return Text(subject, title, body.replace("{gemeente}", municipality))


def check_subject(subject: str) -> None:
    """Raise NoSuchTerms for what no text is about."""
    if subject not in subjects():
        raise NoSuchTerms()


@cache
def always(insurance: str) -> str:
    """Return what every disclaimer ends with; nobody can leave it out."""
    return _read(FOLDER / "hulp-altijd.txt")[1].replace("{verzekering}", insurance)


def with_always(own: str, insurance: str) -> str:
    """Return a disclaimer: its own words, then what always holds."""
    return f"{own.strip()}\n\n{always(insurance)}"


def own_part(body: str, insurance: str) -> str:
    """Return the words of a disclaimer itself, without what always holds."""
    return body.removesuffix(always(insurance)).strip()


def _read(path: Path) -> tuple[str, str]:
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    return title.strip(), body.strip()
