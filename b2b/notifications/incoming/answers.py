"""Which mails can be answered, and who takes the answer."""

from collections.abc import Callable

from b2b.core.db import Work
from b2b.notifications.models import Notification

Answer = Callable[[Work, Notification, str, str], None]
ANSWERS: dict[str, Answer] = {}
"""Event -> what takes an answer to its mail: (work, message, words, once). It raises a Refusal. Filled in reactions."""
