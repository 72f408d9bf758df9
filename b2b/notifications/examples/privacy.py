"""Mails about the data of a resident."""

from datetime import UTC, date, datetime

UNTIL = datetime(2026, 12, 6, 22, 59, tzinfo=UTC)

EXAMPLES = {
    "copy-ready": {"until": UNTIL},
    "erasure-asked": {"until": UNTIL, "token": "12.n7Yk2vQ8x1"},
    "erasure-done": {},
    "neighbour-leaves": {
        "other_name": "Henk",
        "post_title": "Wie haalt mijn boodschappen?",
        "conversation_reference": "G-7K2M-9QXD",
    },
    "neighbour-leaves--own-post": {"other_name": "Henk", "post_title": "", "conversation_reference": "G-7K2M-9QXD"},
    "data-request-waiting": {
        "reference": "R-7K2M-9QXD",
        "kind": "Ik wil dat jullie ergens mee stoppen",
        "due_on": date(2026, 12, 23),
    },
    "data-request-answered": {"reference": "R-7K2M-9QXD", "outcome": "Gedaan"},
}
