"""Who judges what: one's own neighbourhoods, what went up, never what one is part of."""

import pytest

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor, Grant, Role
from b2b.moderation.models import ReviewItem

HERE, BESIDE, FAR = 10, 11, 12
AUTHOR, OTHER = 1, 2


def staff(member_id, role, hood=None, *, second_factor=True):
    return Actor(1, member_id, grants=frozenset({Grant(role, hood)}), second_factor=second_factor)


def item(**more):
    return ReviewItem(neighbourhood_id=HERE, author_id=AUTHOR, other_party_id=OTHER, **more)


@pytest.mark.parametrize("permission", list(Permission.Moderation)[1:])
@pytest.mark.parametrize(
    ("actor", "called", "answer"),
    [
        (staff(3, Role.MODERATOR, HERE), [], True),
        (staff(3, Role.MODERATOR), [], True),
        (staff(3, Role.ADMINISTRATOR), [], True),
        (staff(3, Role.MODERATOR, BESIDE), [], False),
        (staff(3, Role.MODERATOR, BESIDE), [BESIDE], True),
        (staff(3, Role.MODERATOR, FAR), [BESIDE], False),
        (staff(3, Role.COORDINATOR, HERE), [BESIDE], False),
        (staff(3, Role.MODERATOR, HERE, second_factor=False), [], False),
        (staff(AUTHOR, Role.MODERATOR, HERE), [], False),
        (staff(AUTHOR, Role.ADMINISTRATOR), [], False),
        (staff(OTHER, Role.MODERATOR), [BESIDE], False),
        (Actor(1, 3), [], False),
        (Actor(1), [], False),
    ],
)
def test_who_reads_and_judges_an_item(permission, actor, called, answer):
    assert allows(actor, permission, item(called=called)) is answer
