"""Mails about reactions and conversations."""

ABOUT = {
    "other_name": "Henk",
    "post_title": "Wie haalt mijn boodschappen?",
    "post_kind": "request",
    "conversation_reference": "G-7K2M-9QXD",
}

EXAMPLES = {
    "response-given": ABOUT | {"response": "kan helpen"},
    "message-sent": ABOUT,
    "chosen": ABOUT,
    "chosen--offer": ABOUT | {"post_kind": "offer"},
    "passed-over": ABOUT,
    "passed-over--offer": ABOUT | {"post_kind": "offer"},
    "not-now": ABOUT | {"post_title": "Ik ga graag mee naar de markt", "post_kind": "offer"},
    "response-released": ABOUT | {"is_author": False},
    "response-released--author": ABOUT | {"is_author": True},
    "response-open-again": ABOUT | {"urgent": False},
    "response-open-again--urgent": ABOUT | {"urgent": True},
}
