"""A list of posts as an Atom feed (RFC 4287). Pure: what is written is what was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2005/Atom"
MIMETYPE = "application/atom+xml"


@dataclass(frozen=True)
class Entry:
    """One post; `at` is aware. No author: the feed names the site. An offer may be of several kinds of help."""

    id: str
    url: str
    title: str
    words: str
    categories: Sequence[str]
    at: datetime


@dataclass(frozen=True)
class Feed:
    """The list: its own address, the page for people, who makes it."""

    id: str
    url: str
    page: str
    title: str
    author: str
    entries: Sequence[Entry]
    empty_since: datetime
    """What stands as the last change while there is no entry."""


def written(feed: Feed) -> bytes:
    """Return the feed as XML; everything in it is plain text."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "nl"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((entry.at for entry in feed.entries), default=feed.empty_since)))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": MIMETYPE, "href": feed.url})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    _add(ElementTree.SubElement(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(root, entry)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="utf-8")


def _entry(root: ElementTree.Element, entry: Entry) -> None:
    node = ElementTree.SubElement(root, "entry")
    _add(node, "id", entry.id)
    _add(node, "title", entry.title)
    _add(node, "updated", _moment(entry.at))
    _add(node, "published", _moment(entry.at))
    ElementTree.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    for category in entry.categories:
        ElementTree.SubElement(node, "category", {"term": category})
    _add(node, "summary", entry.words)


def _add(node: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(node, name).text = words


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
