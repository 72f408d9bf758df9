"""Verbs of the promise. They change and record; they never commit, never send."""

from b2b.promise.service.climbing import climb, climbing_job
from b2b.promise.service.clock import (
    begin,
    follow_answer,
    follow_handed_over,
    follow_no_show,
    follow_open,
    follow_over,
    go_on,
    stop,
    term,
)
from b2b.promise.service.inviting import accept, ask_by_hand, invite, not_now
from b2b.promise.service.no_shows import ask_what_happened, asking_job, say_what_happened
from b2b.promise.service.nudging import nudge_due, nudging_job
from b2b.promise.service.purging import purge
from b2b.promise.service.suggesting import suggest, suggesting_job
from b2b.promise.service.telling import NotGood, tell_moderator
from b2b.promise.service.terms import keep_rest, keep_terms

__all__ = [
    "NotGood",
    "accept",
    "ask_by_hand",
    "ask_what_happened",
    "asking_job",
    "begin",
    "climb",
    "climbing_job",
    "follow_answer",
    "follow_handed_over",
    "follow_no_show",
    "follow_open",
    "follow_over",
    "go_on",
    "invite",
    "keep_rest",
    "keep_terms",
    "not_now",
    "nudge_due",
    "nudging_job",
    "purge",
    "say_what_happened",
    "stop",
    "suggest",
    "suggesting_job",
    "tell_moderator",
    "term",
]
