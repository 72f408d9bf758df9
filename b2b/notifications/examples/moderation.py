"""Mails about judging posts, and about notices."""

from datetime import UTC, datetime

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DECIDED = {
    "post": "V-7K2M-9QXD",
    "post_title": "Wie haalt mijn boodschappen?",
    "rule": "Zet geen telefoonnummer of adres in je bericht.",
    "explanation": "Je telefoonnummer staat in je bericht.\n\nHaal het weg. Dan kunnen wij het plaatsen.",
    "decision": "D-7K2M-9QXD",
    "noticed": False,
    "at": MOMENT,
}
REVIEW = {
    "reference": "C-7K2M-9QXD",
    "neighbourhood": "Zambesidreef en omgeving",
    "noticed": False,
    "urgent": False,
    "since": MOMENT,
}

EXAMPLES = {
    "post-placed": DECIDED,
    "post-change-asked": DECIDED,
    "review-waiting": REVIEW,
    "review-waiting--noticed": REVIEW | {"noticed": True},
    "review-waiting--urgent": REVIEW | {"noticed": True, "urgent": True},
    "review-went-up": REVIEW,
    "notice-receipt": {"reference": "N-7K2M-9QXD"},
    "notice-decided": {
        "reference": "N-7K2M-9QXD",
        "outcome": "Wij hebben het bericht weggehaald.",
        "explanation": "",
    },
}
