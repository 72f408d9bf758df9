"""Verbs of review. They change and record; they never commit, never send."""

from b2b.moderation.service.asking import (
    ask_for_post,
    ask_for_thanks,
    follow_changed_post,
    follow_closed_post,
    follow_withdrawn_thanks,
)
from b2b.moderation.service.away import come_back, cover_begun, go_away
from b2b.moderation.service.claiming import check_interest, claim, claim_of, hold, interests, let_go, respect_claim
from b2b.moderation.service.complaining import (
    judge,
    note_late,
    note_opened,
    object_to_notice,
    object_to_statement,
)
from b2b.moderation.service.deciding import decide
from b2b.moderation.service.escalating import escalate_due, hand_on
from b2b.moderation.service.flagging import add_flagger, end_flagger
from b2b.moderation.service.keeping import purge_cases, purge_readings
from b2b.moderation.service.listing import (
    check_newcomer,
    decide_admission,
    list_until_measures_end,
    purge_list,
)
from b2b.moderation.service.measuring import (
    end_due,
    lift,
    review,
    settle,
)
from b2b.moderation.service.noticing import file_notice, forget_notifiers, forget_sources
from b2b.moderation.service.outside import purge_outside, settle_outside, take_in
from b2b.moderation.service.precaution import lift_precaution
from b2b.moderation.service.reading import note_question, note_seen, tell_read
from b2b.moderation.service.recording import (
    Told,
    purge_words,
    record_police,
    suggest_help,
)
from b2b.moderation.service.stating import (
    withdraw_links,
)
from b2b.moderation.service.telling import tell_about_decision, tell_higher, tell_moderators, tell_receipt
from b2b.moderation.service.telling_after import (
    tell_about_complaint,
    tell_administrators,
    tell_admission,
    tell_help,
    tell_outcome,
    tell_over,
)
from b2b.moderation.service.watching import (
    purge_signals,
    read_answer,
    read_message,
    read_newcomer,
    read_post,
    read_thanks,
    tell_released,
)
from b2b.moderation.service.weighing import weigh
from b2b.moderation.service.wording import add_text, retire, rewrite

__all__ = [
    "Told",
    "add_flagger",
    "add_text",
    "ask_for_post",
    "ask_for_thanks",
    "check_interest",
    "check_newcomer",
    "claim",
    "claim_of",
    "come_back",
    "cover_begun",
    "decide",
    "decide_admission",
    "end_due",
    "end_flagger",
    "escalate_due",
    "file_notice",
    "follow_changed_post",
    "follow_closed_post",
    "follow_withdrawn_thanks",
    "forget_notifiers",
    "forget_sources",
    "go_away",
    "hand_on",
    "hold",
    "interests",
    "judge",
    "let_go",
    "lift",
    "lift_precaution",
    "list_until_measures_end",
    "note_late",
    "note_opened",
    "note_question",
    "note_seen",
    "object_to_notice",
    "object_to_statement",
    "purge_cases",
    "purge_list",
    "purge_outside",
    "purge_readings",
    "purge_signals",
    "purge_words",
    "read_answer",
    "read_message",
    "read_newcomer",
    "read_post",
    "read_thanks",
    "record_police",
    "respect_claim",
    "retire",
    "review",
    "rewrite",
    "settle",
    "settle_outside",
    "suggest_help",
    "take_in",
    "tell_about_complaint",
    "tell_about_decision",
    "tell_administrators",
    "tell_admission",
    "tell_help",
    "tell_higher",
    "tell_moderators",
    "tell_outcome",
    "tell_over",
    "tell_read",
    "tell_receipt",
    "tell_released",
    "weigh",
    "withdraw_links",
]
