"""Verbs of posts and drafts. They change and record; they never commit, never send."""

from b2b.posts.service.drafts import adopt_drafts, drop_draft, finish_draft, purge_drafts, save_answers, start_draft
from b2b.posts.service.inviting import ask_chosen, decline, pick, purge_invitations, tell_invited
from b2b.posts.service.lives import (
    ask_still_needed,
    expire,
    fulfil,
    keep,
    match,
    reopen,
    unmatch,
    withdraw,
)
from b2b.posts.service.publishing import (
    ask_change,
    close_to_strangers,
    edit,
    hide,
    place,
    refuse,
    resubmit,
    set_aside,
    submit,
)
from b2b.posts.service.ticking import choose_kinds

__all__ = [
    "adopt_drafts",
    "ask_change",
    "ask_chosen",
    "ask_still_needed",
    "choose_kinds",
    "close_to_strangers",
    "decline",
    "drop_draft",
    "edit",
    "expire",
    "finish_draft",
    "fulfil",
    "hide",
    "keep",
    "match",
    "pick",
    "place",
    "purge_drafts",
    "purge_invitations",
    "refuse",
    "reopen",
    "resubmit",
    "save_answers",
    "set_aside",
    "start_draft",
    "submit",
    "tell_invited",
    "unmatch",
    "withdraw",
]
