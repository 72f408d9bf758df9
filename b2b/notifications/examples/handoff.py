"""Mails about questions to the municipality."""

from datetime import UTC, datetime

DUE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)

ABOUT = {
    "reference": "H-7K2M-9QXD",
    "state": "claimed",
    "has_note": True,
    "neighbourhood": "Zambesidreef en omgeving",
    "claimed_by": "Sanne",
    "desk_of": "",
    "token": "",
}

EXAMPLES = {
    "handoff-waiting": ABOUT,
    "handoff-desk": ABOUT | {"link": "https://buurthulp.voorbeeld.nl/overdrachten/loket/een-lange-rij-tekens"},
    "handoff-moved": ABOUT,
    "handoff-moved--new": ABOUT | {"state": "new", "has_note": False},
    "handoff-moved--elsewhere": ABOUT | {"desk_of": "Eindhoven", "has_note": False},
    "handoff-passed": ABOUT,
    "handoff-shared": ABOUT | {"exception": "E-7K2M-9QXD", "due": DUE},
    "handoff-second-person": ABOUT | {"exception": "E-7K2M-9QXD", "due": DUE},
    "handoff-question": ABOUT | {"due": DUE, "token": "een-getekende-link"},
    "handoff-proposal": ABOUT | {"due": DUE},
    "handoff-answered": ABOUT | {"answered": True},
    "handoff-answered--late": ABOUT | {"answered": False},
    "handoff-moved--in-contact": ABOUT | {"state": "in_contact"},
    "handoff-moved--done": ABOUT | {"state": "done", "has_note": True, "token": "een-getekende-link"},
    "handoff-moved--returned": ABOUT | {"state": "returned", "has_note": True},
}
