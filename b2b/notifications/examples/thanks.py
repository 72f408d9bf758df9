"""Mails that pass on a thank-you."""

ABOUT = {
    "reference": "D-7K2M-9QXD",
    "name": "Fatima",
    "is_public": False,
}

EXAMPLES = {"thanked": ABOUT, "thanked--public": ABOUT | {"is_public": True}}
