"""Verbs of texts: write and keep versions, the proof of who accepted them, and opening a municipality."""

from b2b.consent.service.accepting import accept, accept_again, accept_match, agree_to, agree_to_each, joined
from b2b.consent.service.golive import close_down, open_up, tick, untick
from b2b.consent.service.texts import (
    ASKED_SETTING,
    Writing,
    adopt,
    choose_insurance,
    publish,
    seed,
    stored,
    write,
)

__all__ = [
    "ASKED_SETTING",
    "Writing",
    "accept",
    "accept_again",
    "accept_match",
    "adopt",
    "agree_to",
    "agree_to_each",
    "choose_insurance",
    "close_down",
    "joined",
    "open_up",
    "publish",
    "seed",
    "stored",
    "tick",
    "untick",
    "write",
]
