"""Mails about questions to the municipality."""

ABOUT = {
    "reference": "H-7K2M-9QXD",
    "state": "claimed",
    "has_note": True,
    "neighbourhood": "Zambesidreef en omgeving",
    "claimed_by": "Sanne",
}

EXAMPLES = {
    "handoff-waiting": ABOUT,
    "handoff-desk": ABOUT | {"link": "https://buurthulp.voorbeeld.nl/overdrachten/H-7K2M-9QXD"},
    "handoff-moved": ABOUT,
    "handoff-moved--new": ABOUT | {"state": "new", "has_note": False},
    "handoff-passed": ABOUT,
    "handoff-moved--in-contact": ABOUT | {"state": "in_contact"},
    "handoff-moved--done": ABOUT | {"state": "done", "has_note": True},
    "handoff-moved--returned": ABOUT | {"state": "returned", "has_note": True},
}
