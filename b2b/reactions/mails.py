"""Which mail gets its words from where, when it is sent."""

from typing import Any

from b2b.accounts.queries import mails as people_mails
from b2b.accounts.queries.break_glass import emergency_mail
from b2b.agreements import queries as agreement_queries
from b2b.concerns import queries as concern_queries
from b2b.consent import queries as consent_queries
from b2b.conversations import queries as conversation_queries
from b2b.handoff import queries as handoff_queries
from b2b.moderation import queries as reviews
from b2b.moderation.queries import signals
from b2b.posts.queries import mails as post_mails
from b2b.privacy.queries import mails as rights_mails
from b2b.promise.queries import afterwards as promise_afterwards
from b2b.promise.queries import mails as promise_mails
from b2b.recurring import queries as recurring_queries
from b2b.thanks import queries as thanks_queries

MAIL_CONTEXTS: dict[str, Any] = {
    "response-given": conversation_queries.response_given,
    "message-sent": conversation_queries.message_sent,
    "chosen": conversation_queries.chosen,
    "passed-over": conversation_queries.passed_over,
    "not-now": conversation_queries.not_now,
    "response-released": conversation_queries.released,
    "response-open-again": conversation_queries.open_again,
    "agreement-proposed": agreement_queries.proposed,
    "agreement-accepted": agreement_queries.accepted,
    "agreement-tomorrow": agreement_queries.tomorrow,
    "agreement-declined": agreement_queries.declined,
    "agreement-cancelled": agreement_queries.cancelled,
    "agreement-address": agreement_queries.address_shared,
    "look-back": agreement_queries.look_back,
    "thanked": thanks_queries.thanked,
    "help-series-proposed": recurring_queries.proposed,
    "help-series-agreed": recurring_queries.agreed,
    "help-series-declined": recurring_queries.refused,
    "help-turn-skipped": recurring_queries.turn_skipped,
    "help-turn-open": recurring_queries.turn_open,
    "help-turn-missed": recurring_queries.turn_missed,
    "help-turn-taken": recurring_queries.turn_taken,
    "help-tomorrow": recurring_queries.tomorrow,
    "help-team-asked": recurring_queries.team_asked,
    "help-team-answered": recurring_queries.team_answered,
    "help-series-ended": recurring_queries.ended,
    "help-series-over": recurring_queries.finished,
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
    "asked-quietly": post_mails.asked_quietly,
    "terms-changed": consent_queries.terms_changed,
    "joined": people_mails.joined,
    "new-device": people_mails.new_device,
    "passkeys-changed": people_mails.passkeys_changed,
    "break-glass": emergency_mail,
    "letter-sent": people_mails.letter_sent,
    "member-proven": people_mails.member_proven,
    "voucher-struck": people_mails.voucher_struck,
    "handoff-waiting": handoff_queries.mail_to_staff,
    "handoff-moved": handoff_queries.mail_about_step,
    "handoff-question": handoff_queries.mail_with_question,
    "handoff-proposal": handoff_queries.mail_with_proposal,
    "handoff-answered": handoff_queries.mail_about_answer,
    "handoff-shared": handoff_queries.mail_about_exception,
    "handoff-second-person": handoff_queries.mail_about_exception,
    "handoff-passed": handoff_queries.mail_about,
    "worry-told": concern_queries.mail_about,
    "worry-moved": concern_queries.mail_about,
    "contact-offered": concern_queries.mail_offer,
    "help-asked": promise_mails.help_asked,
    "request-fits": promise_mails.request_fits,
    "somebody-wanted": promise_mails.somebody_wanted,
    "help-offered": promise_mails.help_offered,
    "still-waiting": promise_afterwards.still_waiting,
    "what-happened": promise_afterwards.what_happened,
    "copy-ready": rights_mails.copy_ready,
    "erasure-asked": rights_mails.erasure_asked,
    "neighbour-leaves": rights_mails.neighbour_leaves,
    "data-request-waiting": rights_mails.request_waiting,
    "data-request-answered": rights_mails.request_answered,
}
"""Mail event -> function(work, notification) that looks up its words when it is sent."""
