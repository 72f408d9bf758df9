"""Who fits what somebody asks or offers, for the pages of posts and for asking quietly."""

from collections.abc import Mapping
from typing import Any

from b2b.accounts import queries as people
from b2b.core.db import Work
from b2b.matching import queries
from b2b.matching.queries import Hit, Reader
from b2b.matching.rules.types import types_of
from b2b.municipalities.queries import places
from b2b.posts.rules import PostKind

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

    `said` holds title, body, category and task, as the steps of placing a post call them.
    """
    types = types_of(said.get("category", ""), said.get("task", "") or "")
    question = queries.question(work, reader.municipality_id, said.get("title", ""), said.get("body", ""), types)
    order = queries.fitting(work, question, reader, kinds=(OTHER[kind],), when_words=when_words)
    return queries.hits(work, question, order[:most])
