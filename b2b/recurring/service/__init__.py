"""Verbs of help that comes back. They change and record; they never commit, never send."""

from b2b.recurring.service.addresses import forget_address, give_address, see_address
from b2b.recurring.service.agreeing import accept, check_can_propose, decline, propose
from b2b.recurring.service.clock import finish_due, purge, remind_due, rest_due, ticking_job
from b2b.recurring.service.ending import follow_closed_post, follow_release, follow_suspended, stop, tell_helped
from b2b.recurring.service.recognising import tell_sign
from b2b.recurring.service.sharing import purge_shares, share, stop_sharing
from b2b.recurring.service.team import ask, join, leave, say_no
from b2b.recurring.service.turns import hand_on, skip, take, tell

__all__ = [
    "accept",
    "ask",
    "check_can_propose",
    "decline",
    "finish_due",
    "follow_closed_post",
    "follow_release",
    "follow_suspended",
    "forget_address",
    "give_address",
    "hand_on",
    "join",
    "leave",
    "propose",
    "purge",
    "purge_shares",
    "remind_due",
    "rest_due",
    "say_no",
    "see_address",
    "share",
    "skip",
    "stop",
    "stop_sharing",
    "take",
    "tell",
    "tell_helped",
    "tell_sign",
    "ticking_job",
]
