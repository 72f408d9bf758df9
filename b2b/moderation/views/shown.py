"""What the pages of review show: the queue as rows of words, one item, a notice and its receipt."""

from types import SimpleNamespace
from typing import Any

from flask import current_app, g, request, url_for

from b2b.accounts import queries as people
from b2b.conversations import queries as conversations
from b2b.conversations.queries import Message
from b2b.core.errors import Conflict
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import DecideForm
from b2b.moderation.models import ReviewItem
from b2b.moderation.queries import Counts, QueueRow, Target
from b2b.moderation.rules import (
    RULED,
    Circle,
    DecisionKind,
    ItemChanged,
    Lane,
    ReviewReason,
    ReviewState,
    TargetKind,
    Verdict,
    decisions_for,
)
from b2b.moderation.rules.words import CATEGORIES, HOUSE_RULES, LANES, choice
from b2b.moderation.views.around import around, claim_line, scope, why_words
from b2b.moderation.views.measures import advised
from b2b.municipalities import queries as areas
from b2b.posts.categories import find_category
from b2b.posts.labels import KIND_LABELS
from b2b.posts.queries import Post
from b2b.posts.rules import PostKind, PostState
from b2b.posts.ticks import lines
from b2b.web.pages import page
from b2b.web.transactions import current_actor

AROUND = 3
"""How many messages before and after the reported one a moderator reads."""


def queue() -> dict[str, Any]:
    """Return the rows, the chips with their numbers, and where the next page starts."""
    known = standing()
    lane, after = known["lane"], queries.read_place(request.args.get("na"))
    found, more = queries.queue(g.work, scope(), lane, after)
    return {
        **known,
        "rows": [_row(line, lane) for line in found],
        "more_url": url_for("moderation.queue", toon=lane.value, na=str(more)) if more else None,
        "begin_url": url_for("moderation.queue", toon=lane.value) if after else None,
    }


def standing() -> dict[str, Any]:
    """Return the part of the queue that is asked for, and how many wait in each."""
    asked = request.args.get("toon")
    lane = next((one for one in Lane if one.value == asked), Lane.ALL)
    numbers = queries.counts(g.work, scope())
    return {"lane": lane, "lanes": _chips(lane, numbers), "waiting": numbers.all}


def _chips(current: Lane, numbers: Counts) -> list[Any]:
    count = {
        Lane.ALL: numbers.all,
        Lane.NEW: numbers.new,
        Lane.NOTICED: numbers.noticed,
        Lane.LATE: numbers.late,
        Lane.CRISIS: numbers.crisis,
        Lane.MINE: numbers.mine,
    }
    return [
        SimpleNamespace(
            label=LANES[lane],
            url=url_for("moderation.queue", toon=None if lane is Lane.ALL else lane.value),
            current=lane is current,
            count=count[lane],
        )
        for lane in Lane
    ]


def _row(line: QueueRow, lane: Lane) -> Any:
    # What somebody reported is opened first; so is what another moderator looks at.
    waits = line.target_kind is TargetKind.POST and line.post_state is PostState.WAITING
    claim = claim_line(line)
    placeable = waits and not line.notices and (claim is None or claim.mine)
    return SimpleNamespace(
        reference=line.reference,
        url=url_for("moderation.review", reviewitem=line.reference),
        target_kind=line.target_kind.value,
        title=line.post_title,
        body=line.post_body,
        kind_label=KIND_LABELS[line.post_kind] if line.post_kind else None,
        is_request=line.post_kind is PostKind.REQUEST,
        author=line.author_name,
        place=areas.places(g.work, current_actor().municipality_id or 0).label(line.neighbourhood_id),
        since=line.created_at,
        badges=_badges(line, late=line.late_since is not None or line.due_at <= g.work.now()),
        version=line.version,
        why=why_words(line.priority_reasons, line.households),
        claim=claim,
        place_url=url_for("moderation.place", reviewitem=line.reference, toon=lane.value) if placeable else None,
    )


def _badges(line: QueueRow | ReviewItem, *, late: bool) -> list[tuple[str, str]]:
    every = [
        (line.crisis, N_("Nood"), "danger"),
        (line.urgent and not line.crisis, N_("Gevaar"), "danger"),
        (late, N_("Te laat"), "danger"),
        (line.notices > 0, N_("Gemeld"), "warning"),
        (line.reason is ReviewReason.NEWCOMER, N_("Nieuw"), "info"),
    ]
    return [(label, tone) for is_so, label, tone in every if is_so]


def form(item: ReviewItem) -> DecideForm:
    """Return the form of an item, with the decisions that fit what it is about now."""
    about = queries.target(g.work, item)
    kinds = decisions_for(about.kind, about.state, noticed=item.is_pointed_out) if about else ()
    return DecideForm(kinds, item.version)


def fresh_form(item: ReviewItem) -> DecideForm:
    """Return the form of an item as if nothing was sent: another form of the page was."""
    about = queries.target(g.work, item)
    kinds = decisions_for(about.kind, about.state, noticed=item.is_pointed_out) if about else ()
    found = DecideForm(kinds, item.version, formdata=None)
    found.version.data = str(item.version)
    return found


def placing() -> Verdict:
    """Return the wish to place what the queue showed."""
    typed = request.form.get("version", "")
    return Verdict(DecisionKind.PLACE, int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0)


def review(item: ReviewItem) -> dict[str, Any]:
    """Return all that a moderator sees of an item."""
    about = queries.target(g.work, item)
    waits = item.state is ReviewState.WAITING
    kinds = decisions_for(about.kind, about.state, noticed=item.is_pointed_out) if about and waits else ()
    return {
        "item": item,
        "waits": waits,
        "about": about,
        "thing": _thing(about) if about else None,
        "messages": _messages(about.thing) if waits and about and isinstance(about.thing, Message) else [],
        "seen": queries.signals.about(g.work, item.target_kind, item.target_id),
        "author": people.member(g.work, item.author_id),
        "placed": queries.placed_posts(g.work, item.author_id),
        "place": areas.places(g.work, item.municipality_id).label(item.neighbourhood_id),
        "badges": _badges(item, late=item.late_since is not None or item.due_at <= g.work.now()) if waits else [],
        "notices": [_notice(line) for line in queries.notice_lines(g.work, item.id or 0)],
        "past": [_past(item.target_kind, one) for one in queries.history(g.work, item.target_kind, item.target_id)],
        "options": [_option(item.target_kind, kind) for kind in kinds],
        "asks_change": DecisionKind.ASK_CHANGE in kinds,
        "asks_rule": bool(RULED & set(kinds)),
        "asks_words": set(kinds) != {DecisionKind.PLACE},
        "may_hand_on": waits and item.level < Circle.ADMINISTRATORS,
        "changed": None,
        "kept": None,
        "was_first": False,
        "advised": advised(item),
        **around(item, waits),
    }


def look_again(item: ReviewItem, typed: DecideForm, refusal: Conflict) -> Any:
    """Answer who was too late, or looks at other words by now: what is so, by whom, and what was typed (409)."""
    typed.version.data = str(item.version)
    kept = typed.explanation.data if item.state is not ReviewState.WAITING else None
    said = {"changed": refusal.sentence, "kept": kept, "was_first": not isinstance(refusal, ItemChanged)}
    return page("moderation/review.html", status=409, form=typed, **(review(item) | said))


def done(item: ReviewItem, kind: DecisionKind) -> str:
    """Return what was decided, for the queue."""
    return choice(item.target_kind, kind).done


def note_read(item: ReviewItem) -> None:
    """Note that somebody opens an item: in a transaction of its own, for this page only reads."""
    with current_app.writing() as work:  # type: ignore[attr-defined]
        work.actor_id = current_actor().member_id
        service.note_seen(work, item)


def _thing(about: Target) -> Any:
    if not isinstance(about.thing, Post):
        return about.thing
    post, category = about.thing, find_category(about.thing.category)
    return SimpleNamespace(
        kind=post.kind.value,
        kind_label=KIND_LABELS[post.kind],
        title=post.title,
        body=post.body,
        category_label=category.label if category else "",
        category_icon=category.icon if category else "dots",
        ticked=lines(post.ticks),
        when_words=post.when_words,
        where_words=post.where_words,
        for_somebody_else=post.for_somebody_else,
        placed=post.is_published,
        reference=post.reference,
    )


def _messages(reported: Message) -> list[Any]:
    around = conversations.around(g.work, reported, AROUND)
    names = people.names(g.work, {message.author_id for message in around})
    return [
        SimpleNamespace(
            mine=False,
            author_name=names.get(message.author_id, ""),
            body=message.body,
            at=message.created_at,
            reported=message.id == reported.id,
        )
        for message in around
    ]


def _notice(line: queries.NoticeLine) -> Any:
    return SimpleNamespace(
        category=CATEGORIES[line.category].label,
        explanation=line.explanation,
        by_neighbour=line.by_neighbour,
        at=line.created_at,
    )


def _past(kind: TargetKind, one: queries.Past) -> Any:
    return SimpleNamespace(
        reference=one.reference,
        label=choice(kind, one.kind).done,
        rule=HOUSE_RULES.get(one.rule or ""),
        explanation=one.explanation,
        by=one.by,
        at=one.at,
    )


def _option(target: TargetKind, kind: DecisionKind) -> Any:
    words = choice(target, kind)
    return SimpleNamespace(value=kind.value, label=words.label, icon=words.icon, help=words.consequence)
