"""Verbs of the desk, for somebody without e-mail. They change and record; they never commit, never send."""

from b2b.paper.service.people import add, change_phone, make_code, purge, show_phone, write_down
from b2b.paper.service.speaking import (
    accept,
    ask,
    cancel,
    choose,
    decline,
    give_address,
    keep,
    look_back,
    propose,
    say,
    withdraw,
)

__all__ = [
    "accept",
    "add",
    "ask",
    "cancel",
    "change_phone",
    "choose",
    "decline",
    "give_address",
    "keep",
    "look_back",
    "make_code",
    "propose",
    "purge",
    "say",
    "show_phone",
    "withdraw",
    "write_down",
]
