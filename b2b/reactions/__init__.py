"""Who listens to what, which job is done by whom, mail to its words: the only package that knows both sides."""

from b2b.reactions import doors as _filled  # noqa: F401 - imported for what it adds to the floors below
from b2b.reactions.chores import SLOTS, TASKS
from b2b.reactions.listeners import REACTIONS
from b2b.reactions.mails import MAIL_CONTEXTS

__all__ = ["MAIL_CONTEXTS", "REACTIONS", "SLOTS", "TASKS"]
