"""Mails of the promise of an answer."""

from datetime import UTC, datetime

ABOUT = {
    "post_reference": "V-7K2M-9QXD",
    "title": "Wie haalt mijn boodschappen?",
    "when_words": "donderdagochtend",
    "place": "Zambesidreef en omgeving",
    "asker": "Fatima",
}
ASKED = ABOUT | {
    "body": "Ik loop slecht. De winkel is dichtbij, maar de tas is te zwaar.",
    "token": "W-7K2M-9QXD.1795600000.n7Yk2vQ8",
    "urgent": False,
}

FITS = {name: ABOUT[name] for name in ("post_reference", "title", "when_words", "place")} | {
    "offer_reference": "V-4M8P-1ZKC",
    "offer_title": "Ik ga elke donderdag naar de winkel",
}

WAITS = {"conversation_reference": "G-7K2M-9QXD", "post_title": ABOUT["title"], "other_name": "Henk"}
MISSED = {
    "agreement_reference": "A-7K2M-9QXD",
    "starts_at": datetime(2026, 11, 26, 13, 30, tzinfo=UTC),
    "post_title": ABOUT["title"],
    "other_name": "Henk",
    "is_asker": True,
}

EXAMPLES = {
    "help-asked": ASKED,
    "help-asked--urgent": ASKED | {"urgent": True, "when_words": ""},
    "request-fits": FITS,
    "request-fits--any-time": FITS | {"when_words": ""},
    "somebody-wanted": ABOUT,
    "help-offered": ABOUT,
    "still-waiting": WAITS,
    "what-happened": MISSED,
    "what-happened--helper": MISSED | {"other_name": "Fatima", "is_asker": False},
}
