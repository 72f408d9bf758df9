"""Which job is done by whom, and which comes back by the clock."""

from b2b.accounts import service as people
from b2b.accounts.service import guests, spent
from b2b.accounts.service import letters as proof_letters
from b2b.accounts.service import paper as paper_doors
from b2b.agreements import service as meeting
from b2b.api import delivery as api_delivery
from b2b.api import service as systems
from b2b.concerns import service as concerns
from b2b.conversations import service as talking
from b2b.core import audit, history
from b2b.handoff import delivery as handoff_delivery
from b2b.insights import service as counting
from b2b.jobs import letters
from b2b.jobs import service as jobs
from b2b.jobs.purging import purging
from b2b.jobs.schedule import Slot, daily, every
from b2b.jobs.worker import Task
from b2b.matching import inviting
from b2b.matching import service as finding
from b2b.moderation import service as moderating
from b2b.notifications import delivery, digests, everybody
from b2b.notifications import service as notifications
from b2b.notifications.rules.news import DIGEST_HOUR
from b2b.notifications.rules.push import KIND as PUSH
from b2b.paper import service as paper
from b2b.pilots import service as pilots
from b2b.posts import chores as post_chores
from b2b.posts import service as posts
from b2b.privacy import chores as right_chores
from b2b.privacy import service as rights
from b2b.privacy.rules.retention import NIGHTLY
from b2b.privacy.service import keeping
from b2b.promise import service as promises
from b2b.reactions.mails import MAIL_CONTEXTS
from b2b.recurring import service as recurring
from b2b.risks import service as risks
from b2b.web import ratelimits

TASKS: dict[str, Task] = {
    "conversations:close": Task(talking.closing_job),
    "agreements:forget-addresses": Task(meeting.forgetting_job),
    "agreements:remind": Task(meeting.reminding_job),
    "agreements:look-back": Task(meeting.asking_job),
    "agreements:let-rest": Task(meeting.resting_job),
    "recurring:tick": Task(recurring.ticking_job),
    "purge:recurring": Task(purging(recurring.purge)),
    "trust:recognise": Task(meeting.recognising_job),
    "trust:letters": Task(proof_letters.tidying_job),
    "purge:letters": Task(purging(proof_letters.purge)),
    "reviews:escalate": Task(purging(moderating.escalate_due)),
    "reviews:cover": Task(purging(moderating.cover_begun)),
    "purge:notice-sources": Task(purging(moderating.forget_sources)),
    "sanctions:end": Task(purging(moderating.end_due)),
    "complaints:late": Task(purging(moderating.note_late)),
    "purge:kept-words": Task(purging(moderating.purge_words)),
    "purge:sanction-list": Task(purging(moderating.purge_list)),
    "purge:audit": Task(purging(audit.forget)),
    "purge:moves": Task(purging(history.forget)),
    "purge:notifiers": Task(purging(moderating.forget_notifiers)),
    "purge:signals": Task(purging(moderating.purge_signals)),
    "purge:cases": Task(purging(moderating.purge_cases)),
    "purge:readings": Task(purging(moderating.purge_readings)),
    "purge:outside": Task(purging(moderating.purge_outside)),
    "mail:send": Task(delivery.to_member(MAIL_CONTEXTS)),
    PUSH: Task(notifications.pushing_job),
    "purge:push": Task(purging(notifications.purge_push)),
    digests.ROUND: Task(digests.go_round),
    digests.ONE: Task(digests.to_member(MAIL_CONTEXTS)),
    **handoff_delivery.TASKS,
    "matching:read": Task(finding.reading_job),
    "matching:words": Task(finding.look_for_words),
    "purge:taps": Task(purging(finding.purge_counts)),
    "matching:ask-quietly": Task(inviting.asking_job),
    "posts:ask": Task(post_chores.ask_after_posts),
    "posts:expire": Task(post_chores.expire_posts),
    everybody.KIND: Task(everybody.step),
    "purge:pilot-notes": Task(purging(pilots.purge_notes)),
    "figures:count": Task(counting.counting_job),
    counting.REPLAY: Task(counting.replaying_job),
    "purge:incidents": Task(purging(risks.purge)),
    "purge:drafts": Task(purging(posts.purge_drafts)),
    "purge:invitations": Task(purging(posts.purge_invitations)),
    "purge:calendars": Task(purging(meeting.purge_feeds)),
    "purge:api": Task(purging(systems.purge)),
    systems.DELIVER: Task(api_delivery.deliver),
    "purge:people": Task(purging(people.purge)),
    "purge:guests": Task(purging(guests.purge_guests)),
    rights.MAKE: Task(right_chores.copying_job),
    "rights:erase": Task(right_chores.erasing_job),
    "purge:copies": Task(purging(rights.forget_copies)),
    "purge:rights": Task(purging(rights.forget_rights)),
    "purge:spent": Task(purging(spent.purge)),
    letters.KIND: Task(delivery.to_address, forget=True),
    "purge:jobs": Task(purging(jobs.purge)),
    "purge:limits": Task(purging(ratelimits.purge)),
    "purge:notifications": Task(purging(notifications.purge)),
    "promise:climb": Task(promises.climbing_job),
    "promise:nudge": Task(promises.nudging_job),
    "promise:suggest": Task(promises.suggesting_job),
    "promise:what-happened": Task(promises.asking_job),
    "purge:promises": Task(purging(promises.purge)),
    "concerns:look": Task(concerns.looking_job),
    "purge:concerns": Task(purging(concerns.purge)),
    NIGHTLY: Task(keeping.forgetting_job),
    "purge:shares": Task(purging(meeting.purge_shares)),
    "purge:turn-shares": Task(purging(recurring.purge_shares)),
    "purge:paper": Task(purging(paper.purge)),
    "purge:paper-codes": Task(purging(paper_doors.purge_codes)),
}
"""Job kind -> its handler, run by the worker."""

SLOTS: list[Slot] = [
    Slot("conversations:close", every(60)),
    Slot("agreements:forget-addresses", every(15)),
    Slot("agreements:remind", every(15)),
    Slot("agreements:look-back", every(15)),
    Slot("agreements:let-rest", daily(4)),
    Slot("recurring:tick", every(15)),
    Slot("purge:recurring", daily(4)),
    Slot("purge:letters", daily(4)),
    Slot("trust:recognise", daily(5)),
    Slot("trust:letters", daily(4)),
    Slot("reviews:escalate", every(15)),
    Slot("reviews:cover", every(15)),
    Slot("purge:notice-sources", daily(4)),
    Slot("sanctions:end", every(5)),
    Slot("complaints:late", every(60)),
    Slot("purge:kept-words", daily(4)),
    Slot("purge:sanction-list", daily(4)),
    Slot("purge:audit", daily(4)),
    Slot("purge:moves", daily(4)),
    Slot("purge:notifiers", daily(4)),
    Slot("purge:signals", daily(4)),
    Slot("purge:cases", daily(4)),
    Slot("purge:readings", daily(4)),
    Slot("purge:outside", daily(4)),
    Slot("matching:read", every(60)),
    Slot("matching:words", daily(3)),
    Slot("purge:taps", daily(4)),
    Slot("matching:ask-quietly", every(60)),
    Slot("posts:ask", daily(10)),
    # Before the digests go out, so that what fits stands in them.
    Slot("promise:suggest", daily(DIGEST_HOUR - 1)),
    Slot(digests.ROUND, daily(DIGEST_HOUR)),
    Slot("posts:expire", every(60)),
    # Before anything is forgotten that night.
    Slot("figures:count", daily(2)),
    Slot("purge:drafts", daily(4)),
    Slot("purge:invitations", daily(4)),
    Slot("purge:pilot-notes", daily(4)),
    Slot("purge:incidents", daily(4)),
    Slot("purge:calendars", daily(4)),
    Slot("purge:api", daily(4)),
    Slot("purge:people", daily(4)),
    Slot("purge:guests", daily(4)),
    Slot("rights:erase", every(15)),
    Slot("purge:copies", every(60)),
    Slot("purge:rights", daily(4)),
    Slot("purge:spent", daily(4)),
    *handoff_delivery.SLOTS,
    Slot("purge:push", daily(4)),
    Slot("purge:jobs", daily(4)),
    Slot("purge:limits", daily(4)),
    Slot("purge:notifications", daily(4)),
    Slot("promise:climb", every(5)),
    Slot("promise:nudge", daily(11)),
    Slot("promise:what-happened", daily(12)),
    Slot("purge:promises", daily(4)),
    Slot("concerns:look", every(60)),
    Slot("purge:concerns", daily(4)),
    Slot(NIGHTLY, daily(4)),
    Slot("purge:shares", daily(4)),
    Slot("purge:turn-shares", daily(4)),
    Slot("purge:paper", daily(4)),
    Slot("purge:paper-codes", daily(4)),
]
"""Work that recurs."""
