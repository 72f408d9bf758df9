"""Verbs of appointments. They change and record; they never commit, never send."""

from b2b.agreements.service.addresses import (
    check_shareable,
    forget_due,
    forgetting_job,
    share_address,
    show_address,
    take_address_back,
)
from b2b.agreements.service.feeding import feed_used, make_feed, purge_feeds, stop_feed
from b2b.agreements.service.looking_back import (
    ask_due,
    asking_job,
    check_can_tell,
    rest_due,
    resting_job,
    tell,
    tell_helped,
    tell_worth,
)
from b2b.agreements.service.meeting import accept, cancel, check_can_propose, check_cancellable, decline, propose
from b2b.agreements.service.recognising import forget_signs, tell_sign
from b2b.agreements.service.reminding import remind_due, reminding_job
from b2b.agreements.service.sharing import check_can_share, purge_shares, share, stop_sharing
from b2b.agreements.service.telling import (
    ask_both,
    follow_closed_post,
    follow_release,
    tell_accepted,
    tell_address,
    tell_cancelled,
    tell_declined,
    tell_proposed,
    tell_uncertain,
)
from b2b.agreements.service.trusting import recognise, recognising_job

__all__ = [
    "accept",
    "ask_both",
    "ask_due",
    "asking_job",
    "cancel",
    "check_can_propose",
    "check_can_share",
    "check_can_tell",
    "check_cancellable",
    "check_shareable",
    "decline",
    "feed_used",
    "follow_closed_post",
    "follow_release",
    "forget_due",
    "forget_signs",
    "forgetting_job",
    "make_feed",
    "propose",
    "purge_feeds",
    "purge_shares",
    "recognise",
    "recognising_job",
    "remind_due",
    "reminding_job",
    "rest_due",
    "resting_job",
    "share",
    "share_address",
    "show_address",
    "stop_feed",
    "stop_sharing",
    "take_address_back",
    "tell",
    "tell_accepted",
    "tell_address",
    "tell_cancelled",
    "tell_declined",
    "tell_helped",
    "tell_proposed",
    "tell_sign",
    "tell_uncertain",
    "tell_worth",
]
