"""Verbs of conversations. They change and record; they never commit, never send."""

from b2b.conversations.service.choosing import (
    call_off,
    check_choosable,
    choose,
    fulfil,
    hold,
    let_rest,
    look_again,
    open_all,
    release,
)
from b2b.conversations.service.closing import close_due, close_later, closing_job
from b2b.conversations.service.muting import mute, unmute
from b2b.conversations.service.talking import (
    answer,
    check_open,
    hide_message,
    mark_message,
    mark_read,
    send,
    show_message,
)
from b2b.conversations.service.telling import (
    follow_closed_post,
    follow_open_post,
    tell_author,
    tell_chosen,
    tell_open_again,
    tell_passed_over,
    tell_reader,
    tell_released,
)

__all__ = [
    "answer",
    "call_off",
    "check_choosable",
    "check_open",
    "choose",
    "close_due",
    "close_later",
    "closing_job",
    "follow_closed_post",
    "follow_open_post",
    "fulfil",
    "hide_message",
    "hold",
    "let_rest",
    "look_again",
    "mark_message",
    "mark_read",
    "mute",
    "open_all",
    "release",
    "send",
    "show_message",
    "tell_author",
    "tell_chosen",
    "tell_open_again",
    "tell_passed_over",
    "tell_reader",
    "tell_released",
    "unmute",
]
