"""Who fits what somebody asks or offers, for the pages of posts and for asking quietly."""

from collections.abc import Mapping
from typing import Any

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.matching import queries
from b2b.matching.queries import Hit, Reader
from b2b.matching.rules import Question
from b2b.matching.rules.ranking import Ranked
from b2b.matching.rules.types import types_of_ticks
from b2b.municipalities.queries import places
from b2b.posts.rules import PostKind
from b2b.posts.ticks import Ticked
from b2b.posts.wizard import ticks

OTHER = {PostKind.REQUEST: PostKind.OFFER, PostKind.OFFER: PostKind.REQUEST}


def reader_of(work: Work, member_id: int | None, proven: bool, municipality_id: int, hood_id: int) -> Reader:
    """Return who looks for somebody, from the neighbourhood where the help is."""
    hood = places(work, municipality_id).hoods.get(hood_id)
    hoods = (hood_id, *hood.adjacent) if hood else (hood_id,)
    return Reader(municipality_id, hoods, member_id, people.blocked_ids(work, member_id), proven)


def fitting_posts(
    work: Work, reader: Reader, kind: PostKind, said: Mapping[str, Any], when_words: str, most: int
) -> list[Hit]:
    """Return open posts of the other kind that fit what was said, the best first.

    `said` holds title, body, category and task, and all ticks of an offer, as the steps of placing a post call them.
    For each kind of help that an offer is for is asked by itself; what fits several counts where it fits best.
    """
    best: dict[int, tuple[Ranked, Question]] = {}
    for one in ticks(said) or [Ticked("")]:
        question = queries.question(
            work, reader.municipality_id, said.get("title", ""), said.get("body", ""), types_of_ticks([one])
        )
        for each in queries.fitting(work, question, reader, kinds=(OTHER[kind],), when_words=when_words):
            known = best.get(each.candidate.id)
            if known is None or each.score > known[0].score:
                best[each.candidate.id] = each, question
    order = sorted(best.values(), key=lambda pair: (-pair[0].score, -pair[0].candidate.id))[:most]
    found: dict[int, Hit] = {}
    for question in {id(question): question for _, question in order}.values():
        hits = queries.hits(work, question, [each for each, about in order if about is question])
        found |= {hit.row.id: hit for hit in hits}
    return [found[each.candidate.id] for each, _ in order if each.candidate.id in found]
