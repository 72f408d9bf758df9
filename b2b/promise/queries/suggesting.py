"""In whose digest a request belongs: neighbours who offer such help here or next door, to whom it is news."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from b2b.accounts import queries as people
from b2b.conversations import queries as talks
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.matching.queries import Helper, worth_listing
from b2b.municipalities.queries import adjacent_ids
from b2b.notifications.queries import told_about
from b2b.notifications.words import Detail
from b2b.posts import queries as posts
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.promise.queries.helpers import rests_of, terms_of
from b2b.promise.queries.things import invited_to
from b2b.promise.rules.suggesting import SUGGESTION, Listener
from b2b.promise.rules.terms import Rest, Terms


def to_suggest(work: Work, post_id: int) -> list[Helper]:
    """Return whose next digest names this request; nobody when it is not open or on no list (any more)."""
    post = posts.post(work, post_id)
    if post is None or post.state is not PostState.OPEN or post.quiet:
        return []
    hoods = {post.neighbourhood_id, *adjacent_ids(work, post.municipality_id, post.neighbourhood_id)}
    fitting = worth_listing(work, post, hoods=hoods)
    heard = _listeners(work, post, fitting)
    return [one for one in fitting if heard[one.member_id].hears(work.now())]


def told(work: Work, member_id: int, rows: Sequence[Any]) -> dict[int, Detail]:
    """Return for messages about a request that fits, by key: its title and page, while anybody may read it."""
    about = {row.id: row.subject["post"] for row in rows if row.event == SUGGESTION}
    if not about:
        return {}
    blocked = people.blocked_ids(work, member_id)
    known = {
        row.id: Detail(row.title, "posts.show", {"post": row.reference}, N_("Naar het bericht"))
        for row in posts.cards(work, about.values())
        if row.state is PostState.OPEN and not row.for_neighbours and row.author_id not in blocked
    }
    return {key: known[post_id] for key, post_id in about.items() if post_id in known}


def _listeners(work: Work, post: Post, fitting: list[Helper]) -> dict[int, Listener]:
    members = [one.member_id for one in fitting]
    rests, terms = rests_of(work, members), terms_of(work, [one.offer_id for one in fitting])
    told = told_about(work, SUGGESTION, members)
    waiting = Counter(row.member_id for row in told if row.read_at is None)
    know = {row.member_id for row in told if row.subject["post"] == post.id}
    know |= {one.member_id for one in invited_to(work, post.id or 0)}
    know |= {talk.responder_id for talk in talks.of_post(work, post.id or 0)}
    unreachable = people.without_address_among(work, members)
    return {
        one.member_id: Listener(
            one.neighbourhood_id == post.neighbourhood_id,
            terms.get(one.offer_id, Terms()),
            rests.get(one.member_id, Rest()),
            one.member_id in know,
            waiting[one.member_id],
            one.member_id not in unreachable,
        )
        for one in fitting
    }
