"""Mails of the promise of an answer."""

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

EXAMPLES = {
    "help-asked": ASKED,
    "help-asked--urgent": ASKED | {"urgent": True, "when_words": ""},
    "somebody-wanted": ABOUT,
    "help-offered": ABOUT,
}
