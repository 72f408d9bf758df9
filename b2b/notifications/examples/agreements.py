"""Mails about appointments."""

from datetime import UTC, datetime

ABOUT = {
    "agreement_reference": "A-7K2M-9QXD",
    "conversation_reference": "G-7K2M-9QXD",
    "starts_at": datetime(2026, 11, 26, 13, 30, tzinfo=UTC),
    "place": "Bij de ingang van de winkel",
    "post_title": "Wie haalt mijn boodschappen?",
    "post_kind": "request",
    "other_name": "Henk",
    "is_asker": False,
}

EXAMPLES = {
    "agreement-proposed": ABOUT,
    "agreement-accepted": ABOUT | {"code_word": "zonnebloem"},
    "agreement-accepted--asker": ABOUT | {"is_asker": True, "code_word": "zonnebloem"},
    "agreement-tomorrow": ABOUT | {"code_word": "zonnebloem", "has_address": True},
    "agreement-tomorrow--asker": ABOUT | {"is_asker": True, "code_word": "zonnebloem", "has_address": False},
    "agreement-declined": ABOUT,
    "agreement-cancelled": ABOUT | {"by_me": False, "by_other": True, "why": "Het is niet meer nodig"},
    "agreement-cancelled--unsaid": ABOUT | {"by_me": False, "by_other": True, "why": ""},
    "agreement-cancelled--by-me": ABOUT | {"by_me": True, "by_other": False, "why": ""},
    "agreement-cancelled--post-is-over": ABOUT | {"by_me": False, "by_other": False, "why": ""},
    "agreement-address": ABOUT,
    "look-back": ABOUT | {"token": "A-7K2M-9QXD~B-7K2M-9QXD.n7Yk2vQ8"},
}
