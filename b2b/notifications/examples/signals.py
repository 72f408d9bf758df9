"""Mails about what the software saw: a message that waits for a moderator, a cry for help at night."""

from datetime import UTC, datetime

EXAMPLES = {
    "message-held": {
        "reference": "C-7K2M-9QXD",
        "due": datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        "reasons": ["Dit leest als een bedreiging. Schrijf op wat je dwarszit, zonder te dreigen."],
    },
    "crisis-page": {"reference": "C-7K2M-9QXD"},
}
