"""Whom to tell of a request: at once, neighbours whose open offer fits well, near first, and fairly spread; and in a list
of things that fit, who offers the same kind of help close by.

This says who is worth telling, and in which order. How many at a time, when, how often somebody
may be disturbed, and who takes a pause is for who sends: a feature above.
"""

from collections.abc import Collection
from dataclasses import dataclass

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.matching.queries.finding import Reader, fitting, terms_of
from b2b.matching.queries.learnt import question as asked_for
from b2b.matching.rules import Question
from b2b.matching.rules.alerts import ALERT_LEAST, fit_beyond_type, is_within_reach, told_first
from b2b.matching.rules.lexicon import concepts
from b2b.matching.rules.ranking import Ranked
from b2b.matching.rules.types import types_of
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind

LOOKED_AT = 1000
"""Offers that are weighed: more than a list needs, because the nearest is wanted and not the best worded."""


@dataclass(frozen=True)
class Helper:
    """A neighbour to tell: by which offer, how well it fits (0 to about 1), how far, and whether the moment suits.

    `km` and `moment` are None when we do not know. `why` is what the offer and the request share, in words.
    """

    member_id: int
    offer_id: int
    neighbourhood_id: int
    fit: float
    km: float | None
    moment: bool | None
    why: str


def worth_alerting(
    work: Work,
    post: Post,
    *,
    without: Collection[int] = (),
    hoods: Collection[int] | None = None,
    reaches: float = 1.0,
    most: int = 25,
) -> list[Helper]:
    """Return at most `most` helpers worth telling of this request, who to tell first first; each once.

    The request need not be open or public: a quiet one is asked about in the same way. Left out are
    its author, who is blocked in either direction or suspended, who may not read it (a post for
    neighbours and no proof of living here), and the members in `without` (who were told before, or
    take a pause). `hoods` keeps to offers in these neighbourhoods; `reaches` widens how far a helper
    may be. Order: near for this kind of help, can at that time, helped little this month, fits best.
    Six statements at most, whatever the number of offers.
    """
    question, order, stored = _offers(work, post, without)
    fits = [
        (each, fit)
        for each in order
        if (fit := fit_beyond_type(question, stored.get(each.candidate.id, {}))) >= ALERT_LEAST
        and is_within_reach(each.km, question.kinds_of_help, question.wanted, reaches=reaches)
        and (hoods is None or each.candidate.neighbourhood_id in hoods)
    ]
    return _helpers(work, post, question, told_first(fits))[:most]


def worth_listing(work: Work, post: Post, *, hoods: Collection[int], most: int = 60) -> list[Helper]:
    """Return at most `most` neighbours in whose list of requests that fit this one belongs, the best first; each once.

    Wider than `worth_alerting`: an open offer in `hoods` of the same type is enough, whatever else it says. Who may not
    read the request is left out here too.
    """
    question, order, stored = _offers(work, post, ())
    types = {f"t:{code}" for code in question.kinds_of_help}
    best = max((each.score for each in order), default=0.0) or 1.0
    fits = [
        (each, each.score / best)
        for each in order
        if each.candidate.neighbourhood_id in hoods and types & stored.get(each.candidate.id, {}).keys()
    ]
    return _helpers(work, post, question, fits)[:most]


def _offers(
    work: Work, post: Post, without: Collection[int]
) -> tuple[Question, list[Ranked], dict[int, dict[str, int]]]:
    """Return what a request asks, the open offers that fit it, and which terms each shares with it."""
    question = asked_for(work, post.municipality_id, post.title, post.body, types_of(post.category, post.task))
    hidden = people.blocked_ids(work, post.author_id) | {post.author_id} | frozenset(without)
    reader = Reader(post.municipality_id, (post.neighbourhood_id,), blocked=hidden, proven=True)
    order = fitting(work, question, reader, kinds=(PostKind.OFFER,), when_words=post.when_words, most=LOOKED_AT)
    return question, order, terms_of(work, [each.candidate.id for each in order], question)


def _helpers(work: Work, post: Post, question: Question, fits: list[tuple[Ranked, float]]) -> list[Helper]:
    """Return who is behind these offers, each by the first of theirs, without who may not read the request."""
    if post.for_neighbours and fits:
        may_read = people.proven_among(work, {each.candidate.author_id for each, _ in fits})
        fits = [pair for pair in fits if pair[0].candidate.author_id in may_read]
    why = concepts()[question.wanted].label if question.wanted else ""
    found: dict[int, Helper] = {}
    for each, fit in fits:
        offer = each.candidate
        if offer.author_id not in found:
            found[offer.author_id] = Helper(
                offer.author_id,
                offer.id,
                offer.neighbourhood_id,
                round(fit, 3),
                each.km,
                each.moment,
                why,
            )
    return list(found.values())
