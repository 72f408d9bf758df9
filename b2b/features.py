"""Every feature's pages, and the doors to the outside world that jobs use."""

from collections.abc import Callable
from email.utils import parseaddr
from typing import Any

from flask import Blueprint

from b2b.accounts.views import accounts
from b2b.agreements.views import agreements
from b2b.api.v1 import api_v1
from b2b.api.views import api
from b2b.concerns.views import concerns
from b2b.config import Settings
from b2b.consent.views import changed_texts, consent, not_open
from b2b.conversations.views import conversations
from b2b.handoff.views import handoff
from b2b.handoff.views.desk_links import connections
from b2b.insights.views import insights
from b2b.matching.rules import of_post
from b2b.matching.views import matching
from b2b.moderation.signals import registry as signals
from b2b.moderation.views import moderation, only_what_is_theirs
from b2b.municipalities.views import municipalities
from b2b.notifications.channels.catcher import Mailbox
from b2b.notifications.channels.email import SmtpDoor
from b2b.notifications.channels.push import PushDoor
from b2b.notifications.views import notifications
from b2b.paper.views import paper
from b2b.pilots.views import pilots
from b2b.posts.views import posts
from b2b.privacy.ledger_file import LedgerFile
from b2b.privacy.views import privacy
from b2b.promise.views import promise
from b2b.recurring.views import recurring
from b2b.risks.views import risks
from b2b.signposts.views import signposts
from b2b.thanks.views import thanks

BLUEPRINTS: list[Blueprint] = [
    accounts,
    consent,
    agreements,
    api,
    api_v1,
    concerns,
    conversations,
    handoff,
    connections,
    insights,
    matching,
    moderation,
    municipalities,
    notifications,
    pilots,
    paper,
    posts,
    privacy,
    promise,
    recurring,
    risks,
    signposts,
    thanks,
]


TAKING_PART = frozenset(
    {"accounts.join", "accounts.do_join"}
    | {"posts.start", "posts.begin", "posts.step", "posts.answer"}
    | {"conversations.answer", "conversations.give_answer"}
)
"""What residents cannot do before their municipality is open. Reading, and asking for help in danger, always."""

GATES: list[Callable[[Any], Any]] = [
    only_what_is_theirs,
    not_open(TAKING_PART),
    changed_texts(
        TAKING_PART, frozenset({"posts", "conversations", "agreements", "matching", "promise", "recurring", "thanks"})
    ),
]
"""Asked before each view, in this order."""


def services(settings: Settings) -> dict[str, Any]:
    """Return the doors by name; tests put a twin in their place."""
    return {
        "mail": SmtpDoor(settings.smtp_url),
        "push": PushDoor(settings.push_key, f"mailto:{parseaddr(settings.mail_from)[1]}")
        if settings.push_key
        else None,
        "mailbox": Mailbox(settings.folder / "mail"),
        "ledger": LedgerFile(settings.ledger),
    }


def warm_up() -> None:
    """Read the words that detectors and matching look for: not inside the first transaction that needs them."""
    signals.read("Goedemorgen.")
    of_post("Boodschappen", "Wie helpt?")
