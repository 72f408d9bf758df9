"""The text of people: plain text in, plain text kept, links made on the way out.

Safety on the page comes from escaping and the Content-Security-Policy. Pasted markup is
stripped here because it reads badly, not because it would be dangerous.
"""

import re
import unicodedata
from html import unescape

import bleach
from markupsafe import Markup, escape

TEXT_MAX = 4000

# Marks that turn or hide text: bidi embeddings and isolates, zero-width characters, BOM.
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(r"<[a-zA-Z/!?]")
_URL = re.compile(r"https://[^\s<>\"']{3,300}")


def clean(text: str) -> str:
    """Return `text` as plain NFC text with Unix line ends, without markup or hidden marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", _HIDDEN.sub("", text))
    if _TAG.search(text):
        text = unescape(bleach.clean(text, tags=set(), strip=True, strip_comments=True))
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def clean_line(text: str) -> str:
    """Return `text` as one clean line with single spaces."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def excerpt(text: str, length: int = 140) -> str:
    """Return the first words of `text`: at most `length` characters, cut at a space."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > length // 2 else head).rstrip(" ,;:.") + "…"


def paragraphs(text: str) -> Markup:
    """Return escaped HTML: blank lines split paragraphs, https addresses become links."""
    parts = [_with_links(part) for part in re.split(r"\n\s*\n", text.strip()) if part]
    return Markup("").join(Markup('<p class="utrecht-paragraph">{}</p>').format(p) for p in parts)


def _with_links(part: str) -> Markup:
    out, end = Markup(""), 0
    for found in _URL.finditer(part):
        address = found.group().rstrip(".,;:!?)")
        out += _lines(part[end : found.start()])
        out += Markup('<a class="utrecht-link" rel="nofollow noopener ugc" href="{0}">{0}</a>').format(address)
        end = found.start() + len(address)
    return out + _lines(part[end:])


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def sheet_cell(text: str) -> str:
    """Return `text` for a cell of a spreadsheet, which must not read it as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
