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

FITTING = [
    {
        "title": "Wie laat mijn hond uit?",
        "place": "Zambesidreef en omgeving",
        "when_words": "elke ochtend",
        "offer_reference": "V-4M8P-1ZKC",
        "url": "https://buurthulp.voorbeeld.nl/berichten-voor-jou/J-5T2R-8HVD",
    },
    {
        "title": "Boodschappen voor een week",
        "place": "Tigrisdreef en omgeving",
        "when_words": "",
        "offer_reference": "V-4M8P-1ZKC",
        "url": "https://buurthulp.voorbeeld.nl/berichten-voor-jou/J-9C6X-3BGE",
    },
]

EXAMPLES = {
    "digest": {"lines": LINES, "fitting": [], "more": False},
    "digest--one": {"lines": LINES[:1], "fitting": [], "more": False},
    "digest--more": {"lines": LINES, "fitting": [], "more": True},
    "digest--fitting": {"lines": LINES[:1], "fitting": FITTING, "more": False},
    "digest--only-fitting": {"lines": [], "fitting": FITTING[:1], "more": False},
}
"""What every mail looks like: an example of its words per feature, and the mail they make."""
