"""Mails about questions to the municipality."""

ABOUT = {
    "reference": "H-7K2M-9QXD",
    "state": "claimed",
    "note": "",
    "neighbourhood": "Zambesidreef en omgeving",
    "claimed_by": "Sanne",
}

EXAMPLES = {
    "handoff-waiting": ABOUT,
    "handoff-desk": ABOUT | {"link": "https://buurthulp.voorbeeld.nl/overdrachten/H-7K2M-9QXD"},
    "handoff-moved": ABOUT,
    "handoff-moved--in-contact": ABOUT | {"state": "in_contact"},
    "handoff-moved--done": ABOUT | {"state": "done", "note": "We hebben samen de huisarts gebeld."},
    "handoff-moved--returned": ABOUT | {"state": "returned", "note": "Bel hiervoor de woningbouw."},
}
