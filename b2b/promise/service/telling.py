"""A quiet word to a moderator about how an appointment went."""

from dataclasses import dataclass

from b2b.accounts import queries as people
from b2b.agreements.queries import Agreement
from b2b.core.db import Work
from b2b.core.errors import Missing
from b2b.moderation import queries as reviews
from b2b.moderation import service as reviewing
from b2b.moderation.rules import Filed, NoticeCategory


@dataclass(frozen=True)
class NotGood:
    """What was not right, in somebody's own words. `unsafe` puts it on top of the queue."""

    words: str
    once: str
    unsafe: bool = False


def tell_moderator(work: Work, agreement: Agreement, member_id: int, said: NotGood) -> str:
    """Write it down as a notice about the other person, who is not told; return its reference. Twice is one."""
    other = people.member(work, agreement.other(member_id))
    about = reviews.target_by_reference(work, other.reference, agreement.municipality_id) if other else None
    if about is None:
        raise Missing()
    category = NoticeCategory.DANGER if said.unsafe else NoticeCategory.OTHER
    return reviewing.file_notice(work, about, Filed(category, said.words, said.once, notifier_id=member_id)).reference
