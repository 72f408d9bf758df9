"""The mail about a text that changes."""

from datetime import UTC, datetime

EXAMPLES = {
    "terms-changed": {
        "title": "Spelregels",
        "what_changed": "Je mag nu ook samen de kosten van gereedschap delen.",
        "since": datetime(2026, 12, 14, 23, 0, tzinfo=UTC),
        "text": "spelregels",
        "version": "versie-3",
    },
}
