"""What follows from what happened: who listens to which event."""

from typing import Any

from b2b.accounts.events import (
    BreakGlassMade,
    BreakGlassUsed,
    LetterSent,
    MemberAddedAtDesk,
    MemberJoined,
    MemberProven,
    MemberRenamed,
    MemberSuspended,
    PasskeysChanged,
    SignedInOnNewDevice,
    VoucherStruck,
)
from b2b.accounts.service import moving as moving_people
from b2b.accounts.service import oidc_roles as provider_roles
from b2b.agreements import service as meeting
from b2b.agreements.events import (
    AddressShared,
    AgreementAccepted,
    AgreementCancelled,
    AgreementDeclined,
    AgreementProposed,
    LookBackAsked,
    NobodyCame,
)
from b2b.api import service as systems
from b2b.concerns import service as concerns
from b2b.concerns.events import ContactOffered, WorryMoved, WorryTold
from b2b.consent import service as consent
from b2b.consent.events import TermsAnnounced
from b2b.conversations import service as talking
from b2b.conversations.events import (
    HelperChosen,
    HelperPassedOver,
    HelperReleased,
    MessageSent,
    NotNow,
    ResponseGiven,
    ResponseOpenAgain,
)
from b2b.handoff import service as handoffs
from b2b.handoff.events import (
    ExceptionMade,
    HandedOver,
    HandoffAnswered,
    HandoffAsked,
    HandoffCameBack,
    HandoffMoved,
    HandoffMovedOn,
    HandoffPassed,
    HandoffProposed,
    HandoffReopened,
    HandoffWithdrawn,
)
from b2b.matching import inviting
from b2b.matching import service as finding
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
from b2b.moderation.service import moving as moving_reviews
from b2b.municipalities.events import NeighbourhoodEnded
from b2b.notifications import everybody
from b2b.notifications import service as notifications
from b2b.notifications.administrators import telling_administrators
from b2b.posts import chores as post_chores
from b2b.posts import service as posts
from b2b.posts.events import (
    InvitationDeclined,
    NeighbourInvited,
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
from b2b.posts.service import moving as moving_posts
from b2b.privacy.events import CopyReady, DataRequestAnswered, DataRequested, ErasureAsked
from b2b.promise import service as promises
from b2b.recurring import service as recurring
from b2b.thanks import service as thanking
from b2b.thanks.events import ThanksShown, ThanksWaits, ThanksWithdrawn

REACTIONS: dict[type, list[Any]] = {
    NobodyCame: [promises.follow_no_show],
    ResponseGiven: [talking.tell_author, moderating.read_answer, promises.follow_answer],
    MessageSent: [talking.tell_reader, moderating.read_message],
    HelperChosen: [talking.tell_chosen],
    HelperPassedOver: [talking.tell_passed_over],
    NotNow: [talking.tell_not_now],
    HelperReleased: [recurring.follow_release, meeting.follow_release],
    ResponseOpenAgain: [talking.tell_open_again],
    AgreementProposed: [meeting.tell_proposed],
    AgreementAccepted: [meeting.tell_accepted],
    AgreementDeclined: [meeting.tell_declined],
    AgreementCancelled: [meeting.tell_cancelled],
    AddressShared: [meeting.tell_address],
    LookBackAsked: [meeting.ask_both],
    PostSubmitted: [finding.follow, moderating.ask_for_post, promises.follow_over],
    PostPlaced: [finding.follow, inviting.ask_quietly, talking.follow_open_post, promises.follow_open],
    PostChanged: [finding.follow, inviting.ask_quietly, moderating.follow_changed_post],
    PostMatched: [finding.follow, finding.count_match, promises.follow_over],
    PostReopened: [finding.follow, inviting.ask_quietly, talking.follow_open_post, promises.follow_open],
    NeighbourInvited: [posts.tell_invited],
    InvitationDeclined: [inviting.ask_quietly],
    PostClosed: [
        finding.follow,
        meeting.follow_closed_post,
        recurring.follow_closed_post,
        talking.follow_closed_post,
        moderating.follow_closed_post,
        promises.follow_over,
    ],
    PostHidden: [
        finding.follow,
        meeting.follow_closed_post,
        recurring.follow_closed_post,
        talking.follow_closed_post,
        promises.follow_over,
    ],
    PostSetAside: [finding.follow, promises.follow_over],
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
    MemberSuspended: [meeting.tell_uncertain, recurring.follow_suspended],
    TermsAnnounced: [everybody.telling_everybody("terms-changed", "terms_id")],
    MemberJoined: [consent.joined, notifications.telling("joined"), moderating.read_newcomer],
    MemberAddedAtDesk: [consent.joined, moderating.read_newcomer],
    MemberRenamed: [moderating.read_newcomer],
    SignedInOnNewDevice: [notifications.telling("new-device", "session")],
    PasskeysChanged: [notifications.telling("passkeys-changed", "added")],
    BreakGlassMade: [telling_administrators("break-glass", "break_glass", used=False)],
    BreakGlassUsed: [telling_administrators("break-glass", "break_glass", used=True)],
    LetterSent: [notifications.telling("letter-sent", "letter")],
    MemberProven: [notifications.telling("member-proven")],
    VoucherStruck: [notifications.telling("voucher-struck")],
    HandedOver: [handoffs.tell_staff, systems.tell_handed_over, promises.follow_handed_over],
    HandoffMoved: [handoffs.tell_resident, handoffs.finish_there, systems.tell_moved],
    HandoffMovedOn: [handoffs.tell_staff, handoffs.pass_on_there, systems.tell_moved],
    HandoffWithdrawn: [handoffs.take_back, systems.tell_withdrawn],
    HandoffPassed: [handoffs.tell_colleague],
    WorryTold: [concerns.tell_desk],
    WorryMoved: [concerns.tell_worrier],
    ContactOffered: [concerns.tell_offer],
    ExceptionMade: [handoffs.tell_exception],
    HandoffCameBack: [handoffs.tell_staff, systems.tell_moved],
    HandoffReopened: [handoffs.tell_staff, systems.tell_moved],
    HandoffAsked: [handoffs.tell_asked, systems.tell_moved],
    HandoffProposed: [handoffs.tell_proposed, systems.tell_moved],
    HandoffAnswered: [handoffs.tell_answered, systems.tell_moved],
    CopyReady: [notifications.telling("copy-ready", "copy_id")],
    ErasureAsked: [notifications.telling("erasure-asked", "erasure_id")],
    DataRequested: [telling_administrators("data-request-waiting", "data_request")],
    DataRequestAnswered: [notifications.telling("data-request-answered", "data_request_id")],
    ThanksWaits: [moderating.ask_for_thanks],
    ThanksShown: [thanking.tell],
    ThanksWithdrawn: [moderating.follow_withdrawn_thanks],
    NeighbourhoodEnded: [
        moving_people.follow_ended_neighbourhood,
        provider_roles.follow_ended_neighbourhood,
        moving_posts.follow_ended_neighbourhood,
        moving_reviews.follow_ended_neighbourhood,
        handoffs.follow_ended_neighbourhood,
    ],
}
"""Event -> reactions, run in the transaction that recorded it."""
