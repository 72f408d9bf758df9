"""Mails about one's own posts."""

from datetime import UTC, datetime

EXAMPLES = {
    "still-needed": {
        "title": "Wie haalt mijn boodschappen?",
        "reference": "V-7K2M-9QXD",
        "token": "V-7K2M-9QXD.n7Yk2vQ8",
        "until": datetime(2026, 12, 7, 9, 0, tzinfo=UTC),
    },
    "asked-quietly": {"asker": "Fatima", "title": "Wie haalt mijn boodschappen?", "reference": "V-7K2M-9QXD"},
}
