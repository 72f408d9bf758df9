"""Verbs of messages: tell, remember that it was sent or read, wish. They change and record; they never send."""

from b2b.jobs.letters import mail_to
from b2b.notifications.service.pushing import listen, purge_push, pushing_job, stop_listening
from b2b.notifications.service.reading import read, read_about, read_all
from b2b.notifications.service.telling import mark_failed, mark_mailed, notify, notify_quietly, purge, telling
from b2b.notifications.service.wishing import pause, resume, stop_digest, wish

__all__ = [
    "listen",
    "mail_to",
    "mark_failed",
    "mark_mailed",
    "notify",
    "notify_quietly",
    "pause",
    "purge",
    "purge_push",
    "pushing_job",
    "read",
    "read_about",
    "read_all",
    "resume",
    "stop_digest",
    "stop_listening",
    "telling",
    "wish",
]
