"""What surrounds an item on the desk: whose it is, who looks at it, why it stands there, what comes next."""

from types import SimpleNamespace
from typing import Any

from flask import g, request, url_for

from b2b.authz.predicates import Role
from b2b.core.errors import Missing
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.models import ReviewItem
from b2b.moderation.queries import QueueRow
from b2b.moderation.rules import Lane, Scope, decisions_for
from b2b.moderation.rules.claims import in_the_way, may_take_over, stands
from b2b.moderation.rules.priority import WORDS as WHY_WORDS
from b2b.moderation.rules.priority import Why
from b2b.moderation.rules.ready import Ready
from b2b.moderation.rules.welfare import ADVICE, DAILY_LIMIT, Advice, advice
from b2b.municipalities import queries as areas
from b2b.web.transactions import current_actor


def scope() -> Scope:
    """Return which part of the queue is the actor's."""
    actor = current_actor()
    hoods = None if actor.has(Role.ADMINISTRATOR) else actor.neighbourhoods(Role.MODERATOR)
    town = actor.municipality_id or 0
    near = {beside for hood in hoods or () for beside in areas.adjacent_ids(g.work, town, hood)}
    return Scope(town, actor.member_id or 0, hoods, frozenset(near), actor.has(Role.ADMINISTRATOR))


def check_interest(item: ReviewItem) -> None:
    """Answer 404 to who has an interest in the item: also when that is newer than the item itself."""
    if current_actor().member_id in service.interests(g.work, item):
        raise Missing()


def onwards(item: ReviewItem) -> str:
    """Return where to go after a decision: the list, or the next item for who asked for that."""
    if request.form.get("daarna") == "volgende":
        return url_for("moderation.next_item", na=item.reference)
    return url_for("moderation.queue")


def next_item() -> str:
    """Return the address of what this moderator had best do next; the list when there is nothing."""
    me, now = current_actor().member_id, g.work.now()
    found, _ = queries.queue(g.work, scope(), Lane.ALL)
    free = (
        row
        for row in found
        if row.reference != request.args.get("na") and not in_the_way(row.claimed_by_id, row.claim_until, me, now)
    )
    first = next(free, None)
    return url_for("moderation.review", reviewitem=first.reference) if first else url_for("moderation.queue")


def around(item: ReviewItem, waits: bool) -> dict[str, Any]:
    """Return what the desk adds to an item: who looks at it, why it stands where it stands, ready-made texts."""
    standing = service.claim_of(g.work, item)
    mine = standing is not None and standing.by_id == current_actor().member_id
    urgent = item.urgent or item.crisis
    return {
        "claim": standing,
        "claimed_by_me": mine,
        "may_take_over": standing is not None and not mine and may_take_over(urgent=urgent, held=standing.held),
        "why": why_words(item.priority_reasons, item.households),
        "due_at": item.due_at if waits else None,
        "ready": ready(item) if waits else [],
        "load": welfare(),
    }


def why_words(codes: list[str], households: int) -> list[str]:
    """Return why an item stands where it stands, in words; how often reporters were right is not among them."""
    known = {why.value: words for why, words in WHY_WORDS.items() if why is not Why.HOUSEHOLDS}
    words = [known[code] for code in codes if code in known]
    if households > 1:
        words.append(N_("{number} huishoudens melden dit").format(number=households))
    return words


def ready(item: ReviewItem) -> list[Ready]:
    """Return the ready-made texts that fit what can be decided about this item, and what was reported."""
    about = queries.target(g.work, item)
    kinds = decisions_for(about.kind, about.state, noticed=item.is_pointed_out) if about else ()
    categories = {line.category for line in queries.notice_lines(g.work, item.id or 0)}
    return [text for text in queries.ready_texts(g.work, item.municipality_id) if text.fits(kinds, categories)]


def welfare() -> str | None:
    """Return a kind word for who has done much today or read much that is heavy; None when all is fine."""
    actor = current_actor()
    limit = areas.setting(g.work, actor.municipality_id or 0, "moderation.daily_limit", DAILY_LIMIT)
    said = advice(queries.load(g.work, actor.member_id or 0), int(limit))
    return None if said is Advice.FINE else ADVICE[said]


def claim_line(line: QueueRow) -> Any:
    """Return who looks at a line of the queue now, if anybody."""
    if line.claimed_by_id is None or not stands(line.claim_until, g.work.now()):
        return None
    mine = line.claimed_by_id == current_actor().member_id
    return SimpleNamespace(
        name=line.claimed_by, mine=mine, held=line.held, at=line.claimed_at, until=line.claim_until
    )
