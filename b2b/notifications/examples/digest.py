"""The mail with everything that could wait."""

from datetime import UTC, datetime

LINES = [
    {
        "title": "Het is niet gelukt met: Wie haalt mijn boodschappen?",
        "url": "https://buurthulp.voorbeeld.nl/berichten-voor-jou/J-7K2M-9QXD",
        "at": datetime(2026, 11, 22, 15, 20, tzinfo=UTC),
    },
    {
        "title": "We weten nu dat je hier woont",
        "url": "https://buurthulp.voorbeeld.nl/berichten-voor-jou/J-3F8N-2WQA",
        "at": datetime(2026, 11, 22, 19, 5, tzinfo=UTC),
    },
]

EXAMPLES = {
    "digest": {"lines": LINES, "more": False},
    "digest--one": {"lines": LINES[:1], "more": False},
    "digest--more": {"lines": LINES, "more": True},
}
"""What every mail looks like: an example of its words per feature, and the mail they make."""
