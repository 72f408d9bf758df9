"""Who may do what. Any row may say yes; every predicate in that row must."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Any

from b2b.authz.permissions import Permission
from b2b.authz.predicates import (
    Actor,
    active,
    administrator,
    anybody,
    asked_by_name,
    asker,
    author,
    coordinator,
    coordinator_here,
    filer,
    for_moderators,
    helper,
    invited,
    known,
    loud,
    meant_for,
    member,
    moderator,
    moderator_called,
    moderator_elsewhere,
    moderator_here,
    not_maker,
    not_owner,
    owner,
    participant,
    person,
    published,
    receiver,
    second_factor,
    somebody_else,
    somebody_else_than,
    staff,
    told,
    uninvolved,
)

Predicate = Callable[[Actor, Any], bool]

INCIDENT: list[list[Predicate]] = [
    [member, second_factor, staff, filer],
    [member, second_factor, moderator_here],
    [member, second_factor, coordinator_here],
    [member, second_factor, administrator],
]

SERVED: list[list[Predicate]] = [
    [member, second_factor, moderator_here, somebody_else_than],
    [member, second_factor, coordinator_here, somebody_else_than],
    [member, second_factor, administrator, somebody_else_than],
]

POLICY: dict[Enum, list[list[Predicate]]] = {
    Permission.Post.READ: [
        [anybody, published, meant_for, loud],
        [member, published, meant_for, invited],
        [member, author],
        [member, second_factor, moderator_here],
        [member, second_factor, administrator],
    ],
    Permission.Post.CREATE: [[member]],
    Permission.Post.MANAGE: [[member, author]],
    Permission.Post.ANSWER: [
        [member, published, meant_for, loud, somebody_else],
        [member, published, meant_for, invited, somebody_else],
    ],
    Permission.Post.DECLINE: [[member, invited]],
    Permission.Post.INVITE: [
        [member, author],
        [member, second_factor, moderator_here],
        [member, second_factor, administrator],
    ],
    Permission.Post.MODERATE: [
        [member, second_factor, moderator_here, somebody_else],
        [member, second_factor, administrator, somebody_else],
    ],
    Permission.Conversation.READ: [[member, participant]],
    Permission.Conversation.WRITE: [[member, participant]],
    Permission.Conversation.CHOOSE: [[member, asker]],
    Permission.Conversation.DECLINE: [[member, asker]],
    Permission.Agreement.READ: [[member, participant]],
    Permission.Agreement.CHANGE: [[member, participant]],
    Permission.Agreement.GIVE_ADDRESS: [[member, asker]],
    Permission.Agreement.SEE_ADDRESS: [[member, helper]],
    Permission.Agreement.SHARE: [[member, asker]],
    Permission.Series.READ: [[member, participant]],
    Permission.Series.CHANGE: [[member, participant]],
    Permission.Series.LEAD: [[member, asker]],
    Permission.Thanks.READ: [[member, author], [member, receiver, published]],
    Permission.Thanks.WITHDRAW: [[member, author]],
    Permission.Thanks.TAKE_OFF: [[member, receiver, published]],
    Permission.Handoff.CREATE: [[member]],
    Permission.Handoff.READ: [[member, owner], [member, second_factor, coordinator_here]],
    Permission.Handoff.WITHDRAW: [[member, owner]],
    Permission.Handoff.ANSWER: [[member, owner]],
    Permission.Handoff.QUEUE: [[member, second_factor, coordinator]],
    Permission.Handoff.HANDLE: [[member, second_factor, coordinator_here, not_owner]],
    Permission.Worry.TELL: [[member]],
    Permission.Worry.READ: [[member, owner]],
    Permission.EarlySignal.LIST: [[member, second_factor, coordinator]],
    Permission.EarlySignal.READ: [[member, second_factor, coordinator_here, not_owner]],
    Permission.EarlySignal.HANDLE: [[member, second_factor, coordinator_here, not_owner]],
    Permission.Referral.READ: [[member, owner, told]],
    Permission.Referral.END: [[member, owner, told]],
    Permission.Exception.READ: [
        [member, second_factor, coordinator_here, not_owner],
        [member, second_factor, administrator, not_owner],
    ],
    Permission.Exception.JUDGE: [
        [member, second_factor, coordinator_here, not_owner, not_maker],
        [member, second_factor, administrator, not_owner, not_maker],
    ],
    Permission.Moderation.QUEUE: [
        [member, second_factor, moderator],
        [member, second_factor, administrator],
    ],
    Permission.Moderation.READ: [
        [member, second_factor, moderator_here, for_moderators, uninvolved],
        [member, second_factor, moderator_called, for_moderators, uninvolved],
        [member, second_factor, moderator, asked_by_name, for_moderators, uninvolved],
        [member, second_factor, administrator, uninvolved],
    ],
    Permission.Moderation.JUDGE: [
        [member, second_factor, moderator_here, for_moderators, uninvolved],
        [member, second_factor, moderator_called, for_moderators, uninvolved],
        [member, second_factor, moderator, asked_by_name, for_moderators, uninvolved],
        [member, second_factor, administrator, uninvolved],
    ],
    Permission.Statement.READ: [[person, owner]],
    Permission.Statement.OBJECT: [[person, owner]],
    Permission.Complaint.QUEUE: [[member, second_factor, moderator], [member, second_factor, administrator]],
    Permission.Complaint.READ: [
        [member, second_factor, moderator_elsewhere, uninvolved],
        [member, second_factor, administrator, uninvolved],
    ],
    Permission.Complaint.JUDGE: [
        [member, second_factor, moderator_elsewhere, uninvolved],
        [member, second_factor, administrator, uninvolved],
    ],
    Permission.Measure.OVERSEE: [[member, second_factor, administrator]],
    Permission.Measure.REVIEW: [[member, second_factor, administrator, uninvolved]],
    Permission.Desk.MANAGE: [[member, second_factor, administrator]],
    Permission.Absence.READ: [[member, second_factor, owner], [member, second_factor, administrator]],
    Permission.Absence.END: [[member, second_factor, owner], [member, second_factor, administrator]],
    Permission.Self.SEE: [[member]],
    Permission.Self.DATA: [[person]],
    Permission.Self.SECOND_STEP: [[member, staff]],
    Permission.DataRequest.QUEUE: [[member, second_factor, administrator]],
    Permission.DataRequest.READ: [[member, second_factor, administrator, not_owner]],
    Permission.DataRequest.ANSWER: [[member, second_factor, administrator, not_owner]],
    Permission.DataCopy.READ: [[person, owner]],
    Permission.News.READ: [[member, owner]],
    Permission.Device.READ: [[member, owner]],
    Permission.Device.END: [[member, owner]],
    Permission.Passkey.READ: [[member, owner]],
    Permission.Passkey.MANAGE: [[member, owner]],
    Permission.Person.READ: [[member, active], [member, second_factor, administrator]],
    Permission.Person.BLOCK: [[member]],
    Permission.Person.VOUCH: [[member, known, active, somebody_else_than]],
    Permission.Person.PROVE: [
        [member, second_factor, moderator_here, somebody_else_than],
        [member, second_factor, administrator, somebody_else_than],
    ],
    Permission.Paper.QUEUE: [
        [member, second_factor, moderator],
        [member, second_factor, coordinator],
        [member, second_factor, administrator],
    ],
    Permission.Paper.READ: SERVED,
    Permission.Paper.SERVE: SERVED,
    Permission.Letter.PRINT: [[member, second_factor, administrator]],
    Permission.Person.ADMINISTER: [[member, second_factor, administrator]],
    Permission.Municipality.ARRANGE: [[member, second_factor, administrator]],
    Permission.ApiClient.MANAGE: [[member, second_factor, administrator]],
    Permission.Risk.READ: [[member, second_factor, staff]],
    Permission.Risk.WEIGH: [[member, second_factor, administrator]],
    Permission.Incident.FILE: [[member, second_factor, staff]],
    Permission.Incident.READ: INCIDENT,
    Permission.Incident.HANDLE: INCIDENT,
    Permission.Figures.WATCH: [[member, second_factor, staff]],
    Permission.Figures.STUDY: [[member, second_factor, administrator]],
    Permission.Pilot.READ: [[member, second_factor, staff]],
    Permission.Pilot.WRITE: [[member, second_factor, staff]],
    Permission.Pilot.ARRANGE: [[member, second_factor, administrator]],
    Permission.System.OPERATE: [[member, second_factor, administrator]],
}


def allows(actor: Actor, permission: Any, thing: Any = None) -> bool:
    """Say whether `actor` may do this to `thing` (None: a permission that is about no one thing)."""
    return any(all(predicate(actor, thing) for predicate in row) for row in POLICY[permission])


def needs_member(permission: Any) -> bool:
    """Say whether every row asks for somebody who is signed in."""
    return all(member in row or person in row for row in POLICY[permission])


def lacks_only_second_factor(actor: Actor, permission: Any, thing: Any = None) -> bool:
    """Say whether the second step of signing in would turn this no into a yes."""
    return not actor.second_factor and allows(replace(actor, second_factor=True), permission, thing)
