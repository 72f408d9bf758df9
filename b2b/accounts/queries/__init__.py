"""Questions about people. `Member` is here for floors above: to be loaded by the guard."""

from b2b.accounts.models import Member
from b2b.accounts.queries.blocks import are_blocked, blocked_by, blocked_ids, has_blocked
from b2b.accounts.queries.cover import Colleague, active_after, colleagues, cover
from b2b.accounts.queries.devices import devices, knows_device, signed_in_at, signed_in_between
from b2b.accounts.queries.guests import guests, guests_from, home_of, names_at
from b2b.accounts.queries.homes import home_keys, housemates
from b2b.accounts.queries.identity import identify
from b2b.accounts.queries.keys import check_keys
from b2b.accounts.queries.paper import is_without_address, standing_code, without_address, without_address_among
from b2b.accounts.queries.people import (
    Profile,
    by_email,
    demo_people,
    email_key,
    first_names_among,
    grants,
    member,
    member_by_reference,
    members,
    names,
    names_beside,
    proven_among,
)
from b2b.accounts.queries.staff import everybody_with_a_role, find_people, history, roles_of, staff

__all__ = [
    "Colleague",
    "Member",
    "Profile",
    "active_after",
    "are_blocked",
    "blocked_by",
    "blocked_ids",
    "by_email",
    "check_keys",
    "colleagues",
    "cover",
    "demo_people",
    "devices",
    "email_key",
    "everybody_with_a_role",
    "find_people",
    "first_names_among",
    "grants",
    "guests",
    "guests_from",
    "has_blocked",
    "history",
    "home_keys",
    "home_of",
    "housemates",
    "identify",
    "is_without_address",
    "knows_device",
    "member",
    "member_by_reference",
    "members",
    "names",
    "names_at",
    "names_beside",
    "proven_among",
    "roles_of",
    "signed_in_at",
    "signed_in_between",
    "staff",
    "standing_code",
    "without_address",
    "without_address_among",
]
