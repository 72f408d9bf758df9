"""What somebody answered by mail, without what their mail program put below it. Pure.

A library was looked at (ADR 0026): it also cuts "Groet, Henk", which neighbours mean.
"""

import re
from html.parser import HTMLParser

MARKER = "Schrijf je antwoord boven deze regel"
"""Stands at the top of every mail that can be answered: whatever a program quotes comes after it."""
LINES_MAX = 4000
"""Longer mails are cut here before anything is looked for in them."""

_DAY = r"(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)"
_CUTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^\W*{re.escape(MARKER)}",
        # "Op ma 23 nov 2026 om 10:00 schreef Buurthulp <…>:", and the same in languages of neighbours.
        r"^(?:op|on|am|le|el) .{6,200}(?:schreef|wrote|schrieb|a écrit|escribió)\b.{0,200}:?$",
        rf"^{_DAY}\w*\.? .{{6,120}}(?:schreef|wrote)\b.{{0,120}}:$",
        r"^.{6,160} tarihinde .{0,160}(?:yazdı|şunu yazdı):?$",
        r"^-{2,} ?(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)",
        r"^_{20,}$",
        r"^(?:van|from|von|de): .{3,200}@",
        r"^-- ?$",
        r"^(?:verzonden|verstuurd|sent|gesendet|envoyé) (?:vanaf|vanuit|met|from|von|depuis|via) ",
        r"^(?:outlook voor|outlook for|download outlook|get outlook) ",
    )
)
_OPENS_QUOTE = re.compile(r"^(?:op|on) .{6,120}$", re.IGNORECASE)
_CLOSES_QUOTE = re.compile(r"(?:schreef|wrote)\b.{0,120}:$", re.IGNORECASE)


def said_in(text: str) -> str:
    """Return what somebody wrote themselves, from the top to the first sign of something quoted."""
    kept: list[str] = []
    lines = [line.rstrip().replace("\xa0", " ") for line in text.splitlines()[:LINES_MAX]]
    for number, line in enumerate(lines):
        bare = line.strip()
        if any(cut.search(bare) for cut in _CUTS) or _is_split_quote(lines, number):
            break
        if not bare.startswith(">"):
            kept.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _is_split_quote(lines: list[str], number: int) -> bool:
    """Say whether "Op … <a@b.nl>" stands here and its "schreef:" on one of the next two lines."""
    if not _OPENS_QUOTE.match(lines[number].strip()):
        return False
    return any(_CLOSES_QUOTE.search(line.strip()) for line in lines[number + 1 : number + 3])


def text_of_html(html: str) -> str:
    """Return the words of a mail that has no plain text, without the parts that programs mark as quoted."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"[ \t]+", " ", "".join(reader.words))


class _Reader(HTMLParser):
    """Gathers words; skips style, script and quotations until they close."""

    SKIPPED = frozenset({"style", "script", "head", "title", "blockquote"})
    BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "hr", "table"})
    QUOTES = ("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "divrplyfwdmsg", "appendonsend", "protonmail_quote")
    VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "wbr", "col", "area", "base", "source"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = " ".join(value or "" for name, value in attrs if name in ("class", "id")).lower()
        quoted = tag in self.SKIPPED or any(mark in named for mark in self.QUOTES)
        if tag not in self.VOID and (self._skipping or quoted):
            self._skipping.append(tag)
        elif tag in self.BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipping:
            while self._skipping.pop() != tag:
                pass
        elif tag in self.BREAKS and not self._skipping:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data.replace("\n", " "))
