"""Mails of the desk: put aside because of danger, who read along, who covers."""

from datetime import UTC, datetime

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ASIDE = {
    "reference": "C-7K2M-9QXD",
    "at": MOMENT,
    "due": datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
    "post": "V-7K2M-9QXD",
    "post_title": "Wie haalt mijn boodschappen?",
    "words": None,
}

EXAMPLES = {
    "put-aside": ASIDE,
    "put-aside--message": ASIDE | {"post": None, "post_title": None, "words": "Ik weet waar je woont."},
    "message-read": {
        "at": MOMENT,
        "why": "wegens een melding",
        "case": "C-7K2M-9QXD",
        "conversation": "G-7K2M-9QXD",
        "of_thanks": False,
    },
    "message-read--thanks": {
        "at": MOMENT,
        "why": "wegens een melding",
        "case": "C-7K2M-9QXD",
        "conversation": "G-7K2M-9QXD",
        "of_thanks": True,
    },
    "message-read--long-ago": {
        "at": MOMENT,
        "why": "wegens een melding",
        "case": "C-7K2M-9QXD",
        "conversation": None,
        "of_thanks": True,
    },
    "cover-asked": {"name": "Mo", "starts_at": MOMENT, "ends_at": datetime(2026, 11, 30, 23, 0, tzinfo=UTC)},
}
