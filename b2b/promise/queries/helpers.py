"""Who can be asked for a request: what matching finds worth an alert, with what each of them said about being asked."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import col

from b2b.accounts import queries as people
from b2b.accounts.rules.pace import DAY
from b2b.accounts.service import pace
from b2b.conversations import queries as talks
from b2b.conversations.queries.pace import begun_by_since
from b2b.core.db import Work
from b2b.matching.load import helped
from b2b.matching.queries import worth_alerting
from b2b.matching.rules.moments import moments
from b2b.municipalities.queries import adjacent_ids
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.promise.models import HelperRest, HelperTerms
from b2b.promise.queries.things import asked_since, invited_to
from b2b.promise.rules import InvitationAnswer
from b2b.promise.rules.terms import WAITS, WEEK, Rest, Terms, parts_of
from b2b.promise.rules.waves import Helper, Need, is_tired

CONSIDERED = 60
"""So many fitting offers are looked at for a wave: far more than are ever asked."""


_TERMS = select(
    col(HelperTerms.post_id), col(HelperTerms.parts), col(HelperTerms.reach), col(HelperTerms.monthly_max)
).where(col(HelperTerms.post_id).in_(bindparam("offers", expanding=True)))


def need_of(work: Work, post: Post) -> Need:
    """Return where and when a request asks for help."""
    near = adjacent_ids(work, post.municipality_id, post.neighbourhood_id)
    return Need(post.neighbourhood_id, frozenset(near), moments(post.when_words))


def helpers_for(work: Work, post: Post) -> list[Helper]:
    """Return everybody whose open offer fits a request well enough to disturb them, whether or not they can be asked."""
    fitting = worth_alerting(work, post, most=CONSIDERED)
    members = [each.member_id for each in fitting]
    if not members:
        return []
    rests, terms = rests_of(work, members), terms_of(work, [each.offer_id for each in fitting])
    times, asked = helped(work, members), asked_since(work, members, work.now() - WEEK)
    often = Counter(one.member_id for one in asked)
    waiting = Counter(one.member_id for one in asked if _waits(work, one))
    before = {one.member_id for one in invited_to(work, post.id or 0)}
    before |= {one.member_id for one in posts.invitations(work, post.id or 0)}
    answered = {talk.responder_id for talk in talks.of_post(work, post.id or 0)}
    can_react = _can_react(work, members)
    return [
        Helper(
            member_id=each.member_id,
            offer_id=each.offer_id,
            neighbourhood_id=each.neighbourhood_id,
            km=each.km,
            fit=each.fit,
            terms=terms.get(each.offer_id, Terms()),
            rest=rests.get(each.member_id, Rest()),
            suits=each.moment,
            helped=times.get(each.member_id, 0),
            waiting=waiting[each.member_id],
            asked_lately=often[each.member_id],
            asked_before=each.member_id in before,
            answered=each.member_id in answered,
            can_react=each.member_id in can_react,
        )
        for each in fitting
    ]


def tired(work: Work, offers: Mapping[int, int]) -> set[int]:
    """Return who of these members, each with one offer, does not want to be asked now, also not quietly."""
    members = list(offers)
    rests, terms, times = rests_of(work, members), terms_of(work, list(offers.values())), helped(work, members)
    waiting = Counter(one.member_id for one in asked_since(work, members, work.now() - WEEK) if _waits(work, one))
    return {
        one
        for one, offer in offers.items()
        if is_tired(terms.get(offer, Terms()), rests.get(one, Rest()), times.get(one, 0) + waiting[one], work.now())
    }


def terms_of(work: Work, offer_ids: list[int]) -> dict[int, Terms]:
    """Return what helpers said about these offers, by offer; who said nothing is left out."""
    found = work.connection().execute(_TERMS, {"offers": offer_ids})
    return {row.post_id: Terms(parts_of(row.parts), row.reach, row.monthly_max) for row in found}


def rests_of(work: Work, member_ids: list[int]) -> dict[int, Rest]:
    """Return when these members are not asked; who said nothing is left out."""
    found = select(HelperRest).where(col(HelperRest.member_id).in_(member_ids))
    return {
        row.member_id: Rest(row.away_from, row.away_until, row.quiet_from, row.quiet_until, row.never)
        for row in work.scalars(found)
    }


def terms_row(work: Work, offer_id: int) -> HelperTerms | None:
    """Return what is stored about one offer."""
    return work.scalars(select(HelperTerms).where(col(HelperTerms.post_id) == offer_id)).first()


def rest_row(work: Work, member_id: int) -> HelperRest | None:
    """Return what is stored about when one member is not asked."""
    return work.scalars(select(HelperRest).where(col(HelperRest.member_id) == member_id)).first()


def _can_react(work: Work, member_ids: list[int]) -> set[int]:
    """Return which of these members may begin one more conversation today: who is new has few."""
    begun, found = begun_by_since(work, member_ids, work.now() - DAY), people.members(work, member_ids)
    return {one.id for one in found.values() if one.is_active and begun.get(one.id, 0) < _a_day(work, one)}


def _a_day(work: Work, member: people.Profile) -> int:
    return pace.allowance_at(work, member.municipality_id, member.level).conversations_a_day


def _waits(work: Work, one: Any) -> bool:
    return one.answer is InvitationAnswer.ASKED and one.created_at > work.now() - WAITS
