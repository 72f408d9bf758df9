"""Mails about worries and early signals."""

ABOUT = {
    "reference": "L-7K2M-9QXD",
    "subject": "Z-7K2M-9QXD",
    "state": "taken",
    "neighbourhood": "Zambesidreef en omgeving",
}

EXAMPLES = {
    "worry-told": ABOUT,
    "worry-moved": ABOUT,
    "worry-moved--done": ABOUT | {"state": "done"},
    "contact-offered": {"post": "V-7K2M-9QXD", "title": "Wie haalt mijn boodschappen?"},
}
