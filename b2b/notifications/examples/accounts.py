"""Mails about signing in and about one's account."""

from datetime import UTC, datetime

EXAMPLES = {
    "sign-in-code": {
        "code": "482 913",
        "token": "n7Yk2vQ8",
        "asked_at": "10.00",
        "device": "Chrome op Android",
        "first_name": "",
    },
    "change-email-code": {"code": "482 913"},
    "email-changed": {"new_address": "f***@voorbeeld.nl", "token": "n7Yk2vQ8x1"},
    "email-restored": {},
    "new-device": {"device": "Firefox op Windows", "at": datetime(2026, 11, 23, 9, 0, tzinfo=UTC)},
    "passkeys-changed": {"added": True},
    "break-glass": {
        "who": "Els",
        "reason": "De inlogdienst ligt eruit.",
        "used": True,
        "at": datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    },
    "letter-sent": {"until": datetime(2026, 12, 23, 9, 0, tzinfo=UTC)},
    "member-proven": {},
    "voucher-struck": {},
    "joined": {"place": "Zambesidreef en omgeving"},
}
