"""Every feature's pages, and the doors to the outside world that jobs use."""

from typing import Any

from flask import Blueprint

from b2b.accounts.views import accounts
from b2b.agreements.views import agreements
from b2b.config import Settings
from b2b.consent.views import consent
from b2b.conversations.views import conversations
from b2b.handoff.views import handoff
from b2b.matching.views import matching
from b2b.moderation.views import moderation
from b2b.municipalities.views import municipalities
from b2b.notifications.channels.catcher import Mailbox
from b2b.notifications.channels.email import SmtpDoor
from b2b.notifications.views import notifications
from b2b.posts.views import posts

BLUEPRINTS: list[Blueprint] = [
    accounts,
    consent,
    agreements,
    conversations,
    handoff,
    matching,
    moderation,
    municipalities,
    notifications,
    posts,
]


def services(settings: Settings) -> dict[str, Any]:
    """Return the doors by name; tests put a twin in their place."""
    return {
        "mail": SmtpDoor(settings.smtp_url),
        "mailbox": Mailbox(settings.folder / "mail"),
    }
