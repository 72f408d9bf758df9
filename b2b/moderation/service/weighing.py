"""Where an item stands in the queue, and who may not judge it: written on the item, so that one statement can ask."""

from sqlmodel import col, select

from b2b.accounts import queries as people
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Message
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.models import Notice, ReviewItem
from b2b.moderation.queries import Target, signals
from b2b.moderation.rules import TargetKind, column_of
from b2b.moderation.rules.priority import Facts, Reporter, accuracy, priority
from b2b.posts.categories import find_category
from b2b.posts.categories.shapes import Risk
from b2b.posts.queries import Post


def weigh(work: Work, item: ReviewItem) -> None:
    """Give the item its place in the queue, with the reasons, and note who has an interest in it."""
    about = queries.target(work, item)
    found = list(work.scalars(select(Notice).where(col(Notice.review_item_id) == item.id)))
    place = priority(
        Facts(
            categories=frozenset(notice.category for notice in found),
            reporters=_reporters(work, found),
            crisis=item.crisis,
            signalled=bool(signals.about(work, item.target_kind, item.target_id)),
            trusted_flagger=any(notice.trusted_flagger for notice in found),
            vulnerable=_is_vulnerable(work, about),
            circles=item.circles,
        )
    )
    item.priority, item.households = place.points, place.households
    item.priority_reasons = [str(why) for why in place.reasons]
    item.conflicted = column_of(interested(work, item, about, found))


def interested(work: Work, item: ReviewItem, about: Target | None, found: list[Notice]) -> set[int]:
    """Return who should not judge beside the author and the other party.

    Who reported it, whom the author blocked or who blocked the author, who lives at the author's address, and who
    talks with the author about this.
    """
    ids = {notice.notifier_id for notice in found if notice.notifier_id is not None}
    for person in filter(None, (item.author_id, item.other_party_id)):
        ids |= people.blocked_ids(work, person) | people.housemates(work, person)
    if item.target_kind is TargetKind.MEMBER:
        ids |= conversations.partners(work, item.author_id)
    elif about is not None and isinstance(about.thing, Post):
        ids |= {talk.responder_id for talk in conversations.of_post(work, about.id)}
    return ids - {item.author_id, item.other_party_id}


def _reporters(work: Work, found: list[Notice]) -> list[Reporter]:
    past = queries.accuracies(work, {notice.notifier_key for notice in found if notice.notifier_key is not None})
    homes = people.home_keys(work, {notice.notifier_id for notice in found if notice.notifier_id is not None})
    return [_reporter(notice, past, homes) for notice in found]


def _reporter(notice: Notice, past: dict[bytes, tuple[int, int]], homes: dict[int, bytes]) -> Reporter:
    keys = {f"notice:{notice.id}"}
    if notice.notifier_key is not None:
        keys.add(f"who:{notice.notifier_key.hex()}")
    if notice.source_key is not None:
        keys.add(f"from:{notice.source_key.hex()}")
    if notice.notifier_id in homes:
        keys.add(f"home:{homes[notice.notifier_id or 0].hex()}")
    return Reporter(frozenset(keys), accuracy(*past.get(notice.notifier_key or b"", (0, 0))))


def _is_vulnerable(work: Work, about: Target | None) -> bool:
    """Say whether it is about a kind of help in which somebody can be hurt, or help for somebody else."""
    thing = about.thing if about else None
    if isinstance(thing, Message):
        talk = conversations.conversation(work, thing.conversation_id)
        thing = conversations.post_of(work, talk) if talk else None
    if not isinstance(thing, Post):
        return False
    kinds = [find_category(one.category) for one in thing.ticks]
    return thing.for_somebody_else or any(kind is not None and kind.risk is Risk.HARD for kind in kinds)
