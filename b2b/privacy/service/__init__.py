"""Verbs of rights: copy, ask, rest, leave and come back, erase. They change and record; they never commit, never send."""

from b2b.privacy.service.copying import MAKE, ask_copy, fetch, forget_copies, keep
from b2b.privacy.service.erasing import erase_part
from b2b.privacy.service.leaving import ask_erasure, of_link, rest, undo, wake
from b2b.privacy.service.ledger import erasures_to_replay, replay_erasures
from b2b.privacy.service.requesting import answer, ask, forget_rights

__all__ = [
    "MAKE",
    "answer",
    "ask",
    "ask_copy",
    "ask_erasure",
    "erase_part",
    "erasures_to_replay",
    "fetch",
    "forget_copies",
    "forget_rights",
    "keep",
    "of_link",
    "replay_erasures",
    "rest",
    "undo",
    "wake",
]
