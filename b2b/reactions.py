"""Who listens to what, which job is done by whom: the only file that knows both sides."""

from typing import Any

from b2b.jobs.schedule import Slot
from b2b.jobs.worker import Task

REACTIONS: dict[type, list[Any]] = {}
"""Event -> reactions, run in the transaction that recorded it."""

TASKS: dict[str, Task] = {}
"""Job kind -> its handler, run by the worker."""

MAIL_CONTEXTS: dict[str, Any] = {}
"""Mail event -> function(work, notification) that looks up its words when it is sent."""

SLOTS: list[Slot] = []
"""Work that recurs."""
