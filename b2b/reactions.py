"""Who listens to what, which job is done by whom: the only file that knows both sides."""

from typing import Any

from b2b.accounts import service as people
from b2b.accounts.events import (
    BreakGlassMade,
    BreakGlassUsed,
    LetterSent,
    MemberJoined,
    MemberProven,
    MemberRenamed,
    MemberSuspended,
    PasskeysChanged,
    SignedInOnNewDevice,
    VoucherStruck,
)
from b2b.accounts.queries import mails as people_mails
from b2b.accounts.queries.break_glass import emergency_mail
from b2b.accounts.service import letters as proof_letters
from b2b.accounts.service import moving as moving_people
from b2b.accounts.service import oidc_roles as provider_roles
from b2b.accounts.service import spent
from b2b.accounts.service.joining import DOORKEEPERS
from b2b.agreements import queries as agreement_queries
from b2b.agreements import service as meeting
from b2b.agreements.events import (
    AddressShared,
    AgreementAccepted,
    AgreementCancelled,
    AgreementDeclined,
    AgreementProposed,
    LookBackAsked,
)
from b2b.agreements.views import conversation_panel
from b2b.consent import queries as consent_queries
from b2b.consent import service as consent
from b2b.consent.events import TermsAnnounced
from b2b.conversations import queries as conversation_queries
from b2b.conversations import service as talking
from b2b.conversations.events import (
    HelperChosen,
    HelperPassedOver,
    HelperReleased,
    MessageSent,
    ResponseGiven,
    ResponseOpenAgain,
)
from b2b.conversations.views import PANELS as CONVERSATION_PANELS
from b2b.conversations.views import REMARKS, post_panel
from b2b.core import audit
from b2b.handoff import delivery as handoff_delivery
from b2b.handoff import queries as handoff_queries
from b2b.handoff import service as handoffs
from b2b.handoff.events import HandedOver, HandoffMoved
from b2b.jobs import letters
from b2b.jobs import service as jobs
from b2b.jobs.purging import purging
from b2b.jobs.schedule import Slot, daily, every
from b2b.jobs.worker import Task
from b2b.matching import service as finding
from b2b.matching.load import HELPED
from b2b.matching.queries import probable_categories, probable_task
from b2b.matching.views import draft_panel, fitting_panel
from b2b.moderation import queries as reviews
from b2b.moderation import service as moderating
from b2b.moderation.events import (
    AdmissionAsked,
    AdmissionDecided,
    ComplaintDecided,
    ComplaintFiled,
    DecisionMade,
    HelpSuggested,
    NoticeFiled,
    ReviewAsked,
    ReviewWentUp,
    SanctionOver,
)
from b2b.moderation.queries import signals
from b2b.moderation.rules import TargetKind
from b2b.moderation.service import moving as moving_reviews
from b2b.moderation.views import watching
from b2b.moderation.views.panels import post_panel as moderation_panel
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.notifications import delivery, everybody
from b2b.notifications import service as notifications
from b2b.notifications.administrators import telling_administrators
from b2b.posts import chores as post_chores
from b2b.posts import service as posts
from b2b.posts.events import (
    PostChanged,
    PostClosed,
    PostHidden,
    PostMatched,
    PostPlaced,
    PostReopened,
    PostSetAside,
    PostSubmitted,
    StillNeededAsked,
)
from b2b.posts.panels import DRAFT_PANELS, TASK_GUESSES
from b2b.posts.panels import ORDERS as KIND_ORDERS
from b2b.posts.panels import PANELS as POST_PANELS
from b2b.posts.queries import mails as post_mails
from b2b.posts.reading import READERS
from b2b.posts.service import moving as moving_posts
from b2b.risks import service as risks
from b2b.web import ratelimits, screening

REACTIONS: dict[type, list[Any]] = {
    ResponseGiven: [talking.tell_author, moderating.read_answer],
    MessageSent: [talking.tell_reader, moderating.read_message],
    HelperChosen: [talking.tell_chosen],
    HelperPassedOver: [talking.tell_passed_over],
    HelperReleased: [meeting.follow_release],
    ResponseOpenAgain: [talking.tell_open_again],
    AgreementProposed: [meeting.tell_proposed],
    AgreementAccepted: [meeting.tell_accepted],
    AgreementDeclined: [meeting.tell_declined],
    AgreementCancelled: [meeting.tell_cancelled],
    AddressShared: [meeting.tell_address],
    LookBackAsked: [meeting.ask_both],
    PostSubmitted: [finding.follow, moderating.ask_for_post],
    PostPlaced: [finding.follow, talking.follow_open_post],
    PostChanged: [finding.follow, moderating.follow_changed_post],
    PostMatched: [finding.follow],
    PostReopened: [finding.follow, talking.follow_open_post],
    PostClosed: [
        finding.follow,
        meeting.follow_closed_post,
        talking.follow_closed_post,
        moderating.follow_closed_post,
    ],
    PostHidden: [finding.follow, meeting.follow_closed_post, talking.follow_closed_post],
    PostSetAside: [finding.follow],
    ReviewAsked: [moderating.tell_moderators],
    ReviewWentUp: [moderating.tell_higher],
    NoticeFiled: [moderating.tell_receipt],
    DecisionMade: [
        moderating.lift_precaution,
        moderating.tell_released,
        moderating.tell_read,
        moderating.tell_about_decision,
    ],
    StillNeededAsked: [post_chores.tell_author],
    SanctionOver: [moderating.tell_over],
    ComplaintFiled: [moderating.tell_about_complaint],
    ComplaintDecided: [moderating.tell_outcome],
    HelpSuggested: [moderating.tell_help],
    AdmissionAsked: [moderating.tell_administrators],
    AdmissionDecided: [moderating.tell_admission],
    MemberSuspended: [meeting.tell_uncertain],
    TermsAnnounced: [everybody.telling_everybody("terms-changed", "terms_id")],
    MemberJoined: [consent.joined, notifications.telling("joined"), moderating.read_name_of],
    MemberRenamed: [moderating.read_name_of],
    SignedInOnNewDevice: [notifications.telling("new-device", "session")],
    PasskeysChanged: [notifications.telling("passkeys-changed", "added")],
    BreakGlassMade: [telling_administrators("break-glass", "break_glass", used=False)],
    BreakGlassUsed: [telling_administrators("break-glass", "break_glass", used=True)],
    LetterSent: [notifications.telling("letter-sent", "letter")],
    MemberProven: [notifications.telling("member-proven")],
    VoucherStruck: [notifications.telling("voucher-struck")],
    HandedOver: [handoffs.tell_staff],
    HandoffMoved: [handoffs.tell_resident],
    NeighbourhoodEnded: [
        moving_people.follow_ended_neighbourhood,
        provider_roles.follow_ended_neighbourhood,
        moving_posts.follow_ended_neighbourhood,
        moving_reviews.follow_ended_neighbourhood,
        handoffs.follow_ended_neighbourhood,
    ],
}
"""Event -> reactions, run in the transaction that recorded it."""

MAIL_CONTEXTS: dict[str, Any] = {
    "response-given": conversation_queries.response_given,
    "message-sent": conversation_queries.message_sent,
    "chosen": conversation_queries.chosen,
    "passed-over": conversation_queries.passed_over,
    "response-released": conversation_queries.released,
    "response-open-again": conversation_queries.open_again,
    "agreement-proposed": agreement_queries.proposed,
    "agreement-accepted": agreement_queries.accepted,
    "agreement-declined": agreement_queries.declined,
    "agreement-cancelled": agreement_queries.cancelled,
    "agreement-address": agreement_queries.address_shared,
    "look-back": agreement_queries.look_back,
    "review-waiting": reviews.to_moderator,
    "review-went-up": reviews.to_moderator,
    "post-placed": reviews.to_author,
    "post-change-asked": reviews.to_author,
    "statement-of-reasons": reviews.reasons,
    "complaint-received": reviews.complaint_mail,
    "complaint-waiting": reviews.complaint_waiting,
    "complaint-decided": reviews.complaint_mail,
    "measure-over": reviews.measure_over,
    "help-suggested": reviews.help_suggested,
    "admission-asked": reviews.admission_asked,
    "notice-reconsidered": reviews.to_notifier,
    "agreement-uncertain": agreement_queries.uncertain,
    "put-aside": reviews.put_aside,
    "message-held": signals.held_message,
    "message-read": reviews.message_read,
    "cover-asked": reviews.cover_asked,
    "notice-receipt": reviews.to_notifier,
    "notice-decided": reviews.to_notifier,
    "still-needed": post_mails.still_needed,
    "terms-changed": consent_queries.terms_changed,
    "joined": people_mails.joined,
    "new-device": people_mails.new_device,
    "passkeys-changed": people_mails.passkeys_changed,
    "break-glass": emergency_mail,
    "letter-sent": people_mails.letter_sent,
    "member-proven": people_mails.member_proven,
    "voucher-struck": people_mails.voucher_struck,
    "handoff-waiting": handoff_queries.mail_to_staff,
    "handoff-moved": handoff_queries.mail_about,
}
"""Mail event -> function(work, notification) that looks up its words when it is sent."""

TASKS: dict[str, Task] = {
    "conversations:close": Task(talking.closing_job),
    "agreements:forget-addresses": Task(meeting.forgetting_job),
    "agreements:look-back": Task(meeting.asking_job),
    "agreements:let-rest": Task(meeting.resting_job),
    "trust:recognise": Task(meeting.recognising_job),
    "trust:letters": Task(proof_letters.tidying_job),
    "reviews:escalate": Task(purging(moderating.escalate_due)),
    "reviews:cover": Task(purging(moderating.cover_begun)),
    "purge:notice-sources": Task(purging(moderating.forget_sources)),
    "sanctions:end": Task(purging(moderating.end_due)),
    "complaints:late": Task(purging(moderating.note_late)),
    "purge:kept-words": Task(purging(moderating.purge_words)),
    "purge:sanction-list": Task(purging(moderating.purge_list)),
    "purge:audit": Task(purging(audit.forget)),
    "purge:notifiers": Task(purging(moderating.forget_notifiers)),
    "purge:signals": Task(purging(moderating.purge_signals)),
    "mail:send": Task(delivery.to_member(MAIL_CONTEXTS)),
    handoffs.DELIVER: Task(handoff_delivery.deliver, tries=12),
    "matching:read": Task(finding.reading_job),
    "posts:ask": Task(post_chores.ask_after_posts),
    "posts:expire": Task(post_chores.expire_posts),
    everybody.KIND: Task(everybody.step),
    "purge:incidents": Task(purging(risks.purge)),
    "purge:drafts": Task(purging(posts.purge_drafts)),
    "purge:people": Task(purging(people.purge)),
    "purge:spent": Task(purging(spent.purge)),
    "purge:handoffs": Task(purging(handoffs.purge)),
    letters.KIND: Task(delivery.to_address, forget=True),
    "purge:jobs": Task(purging(jobs.purge)),
    "purge:limits": Task(purging(ratelimits.purge)),
    "purge:notifications": Task(purging(notifications.purge)),
}
"""Job kind -> its handler, run by the worker."""

SLOTS: list[Slot] = [
    Slot("conversations:close", every(60)),
    Slot("agreements:forget-addresses", every(15)),
    Slot("agreements:look-back", every(15)),
    Slot("agreements:let-rest", daily(4)),
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
    Slot("purge:notifiers", daily(4)),
    Slot("purge:signals", daily(4)),
    Slot("matching:read", every(60)),
    Slot("posts:ask", daily(10)),
    Slot("posts:expire", every(60)),
    Slot("purge:drafts", daily(4)),
    Slot("purge:incidents", daily(4)),
    Slot("purge:people", daily(4)),
    Slot("purge:spent", daily(4)),
    Slot("purge:handoffs", daily(4)),
    Slot("purge:jobs", daily(4)),
    Slot("purge:limits", daily(4)),
    Slot("purge:notifications", daily(4)),
]
"""Work that recurs."""

POST_PANELS.append(watching.post_card)
DOORKEEPERS.append(moderating.check_newcomer)
POST_PANELS.append(moderation_panel)
POST_PANELS.append(post_panel)
POST_PANELS.append(fitting_panel)
DRAFT_PANELS.append(draft_panel)
HELPED.append(agreement_queries.helped_lately)
KIND_ORDERS.append(probable_categories)
TASK_GUESSES.append(probable_task)
CONVERSATION_PANELS.append(conversation_panel)
READERS.append(moderating.read_post)
REMARKS.append(watching.message_marks)
screening.LOOKS.append(watching.look)
screening.ALARMS.append(watching.alarm)
reviews.ELSEWHERE[TargetKind.HANDOFF] = handoff_queries.FINDER
