"""The policy table: who may, by predicate."""

from dataclasses import dataclass
from enum import Enum

import pytest

from b2b.authz.permissions import Permission
from b2b.authz.policy import POLICY, allows, lacks_only_second_factor, needs_member
from b2b.authz.predicates import Actor, Grant, Role


@dataclass
class Thing:
    author_id: int = 1
    municipality_id: int = 1
    neighbourhood_id: int = 10
    is_published: bool = True
    for_neighbours: bool = False
    quiet: bool = False
    invited: tuple[int, ...] = ()


VISITOR = Actor(1)
ANS, BRAM = Actor(1, 1), Actor(1, 2)
MO = Actor(1, 3, grants=frozenset({Grant(Role.MODERATOR, 10)}), second_factor=True)
ELSEWHERE = Actor(1, 4, grants=frozenset({Grant(Role.MODERATOR, 11)}), second_factor=True)
CITY = Actor(1, 5, grants=frozenset({Grant(Role.MODERATOR)}), second_factor=True)


@pytest.mark.parametrize(
    ("actor", "published", "answer"),
    [
        (VISITOR, True, True),
        (VISITOR, False, False),
        (ANS, False, True),
        (BRAM, False, False),
        (MO, False, True),
        (ELSEWHERE, False, False),
        (CITY, False, True),
    ],
)
def test_who_reads_a_post(actor, published, answer):
    assert allows(actor, Permission.Post.READ, Thing(is_published=published)) is answer


PROVEN = Actor(1, 6, proven=True)


@pytest.mark.parametrize(
    ("actor", "answer"),
    [(VISITOR, False), (ANS, True), (BRAM, False), (PROVEN, True), (MO, True), (ELSEWHERE, False)],
)
def test_a_post_for_neighbours_is_read_by_its_author_its_judges_and_who_proved_to_live_here(actor, answer):
    assert allows(actor, Permission.Post.READ, Thing(for_neighbours=True)) is answer


@pytest.mark.parametrize(
    ("actor", "answer"),
    [(VISITOR, False), (ANS, True), (BRAM, True), (PROVEN, False), (MO, True), (ELSEWHERE, False), (CITY, True)],
)
def test_a_quiet_request_is_read_by_its_author_its_judges_and_who_was_asked(actor, answer):
    assert allows(actor, Permission.Post.READ, Thing(quiet=True, invited=(2,))) is answer


def test_only_who_was_asked_quietly_answers_or_says_not_now():
    asked = Thing(quiet=True, invited=(2,))
    for permission in (Permission.Post.ANSWER, Permission.Post.DECLINE):
        assert allows(BRAM, permission, asked)
        assert not allows(PROVEN, permission, asked)
        assert not allows(MO, permission, asked)


def test_only_who_reads_a_post_for_neighbours_answers_it():
    assert allows(PROVEN, Permission.Post.ANSWER, Thing(for_neighbours=True))
    assert not allows(BRAM, Permission.Post.ANSWER, Thing(for_neighbours=True))


def test_nobody_judges_their_own_post():
    own = Thing(author_id=3)
    assert not allows(MO, Permission.Post.MODERATE, own)
    assert allows(MO, Permission.Post.MODERATE, Thing())


def test_staff_without_a_second_factor_lack_only_that():
    mo = Actor(1, 3, grants=MO.grants)
    assert not allows(mo, Permission.Moderation.QUEUE)
    assert lacks_only_second_factor(mo, Permission.Moderation.QUEUE)
    assert not lacks_only_second_factor(BRAM, Permission.Moderation.QUEUE)


def test_every_permission_has_a_row_and_words():
    groups = [group for group in vars(Permission).values() if isinstance(group, type) and issubclass(group, Enum)]
    every = {permission for group in groups for permission in group}
    assert every == set(POLICY)


def test_only_reading_a_post_is_open_to_strangers():
    assert [p for p in POLICY if not needs_member(p)] == [Permission.Post.READ]


def test_neighbourhoods_of_a_role():
    assert MO.neighbourhoods(Role.MODERATOR) == {10}
    assert CITY.neighbourhoods(Role.MODERATOR) is None
    assert ANS.neighbourhoods(Role.MODERATOR) == frozenset()
