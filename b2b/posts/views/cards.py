"""Posts as cards: labels from tables, the HTML of a list through stencils."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from flask import current_app, g, url_for
from markupsafe import Markup

from b2b.core.clock import local
from b2b.core.text import excerpt
from b2b.municipalities.queries import Places
from b2b.posts.categories import CATEGORIES
from b2b.posts.labels import KIND_LABELS, STATE_LABELS
from b2b.posts.queries import CardRow
from b2b.posts.rules import VISITORS_READ, PostKind
from b2b.posts.ticks import labels, unpacked
from b2b.web.i18n import date_words, environment, translations
from b2b.web.stencils import Stencil, filled, mark
from b2b.web.transactions import current_actor

SHORT, LONG = VISITORS_READ, 140
"""Characters of the body on a card, for visitors and for members."""
STILL_HOURS = timedelta(hours=6)
"""Until then the evening before is "5 uur geleden", not "gisteren"."""


@dataclass(frozen=True, slots=True)
class Card:
    """What `ui.post_card` shows."""

    reference: str
    url: str
    kind: str
    kind_label: str
    title: str
    excerpt: str
    category_label: str
    category_icon: str
    also: str | None
    place: str
    when: str
    author_name: str | None
    for_neighbours: bool
    status_label: str | None


def card(row: CardRow, known: Places, *, named: bool, status: bool = False) -> Card:
    """Return a post for a list: with the author's first name for members, with its state for its author."""
    category = CATEGORIES.get(row.category) or CATEGORIES["anders"]
    return Card(
        reference=row.reference,
        url=f"{_prefix()}{row.reference}",
        kind=row.kind.value,
        kind_label=KIND_LABELS[row.kind],
        title=row.title,
        excerpt=excerpt(row.opening, LONG if named else SHORT),
        category_label=category.label,
        category_icon=category.icon,
        also=also_words(row, current_actor().language) or None,
        place=known.label(row.neighbourhood_id),
        when=ago(row.since, g.work.now(), current_actor().language),
        author_name=row.first_name if named else None,
        for_neighbours=row.for_neighbours,
        status_label=STATE_LABELS[row.state] if status else None,
    )


def rendered(rows: Iterable[CardRow], known: Places, language: str, now: datetime, *, named: bool) -> list[Markup]:
    """Return the HTML of cards as seen at `now`: `ui.post_card` of each, through stencils."""
    since, prefix, length = seen_from(now, language), _prefix(), LONG if named else SHORT
    kept: dict[object, Stencil] = current_app.extensions.setdefault("b2b-card-stencils", {})
    drawn = []
    for row in rows:
        also = also_words(row, language) if row.also else ""
        key = (language, row.kind, row.category, named, row.for_neighbours, bool(also))
        stencil = kept.get(key)
        if stencil is None:
            stencil = kept[key] = _stencil(*key)
        address, when = f"{prefix}{row.reference}", since(row.since)
        words, place = excerpt(row.opening, length), known.label(row.neighbourhood_id)
        drawn.append((stencil, (row.reference, address, row.title, words, place, when, row.first_name, also)))
    return filled(drawn)


def also_words(row: CardRow, language: str) -> str:
    """Return what an offer is for besides its main kind of help: "Huisdieren, Klus in huis"; nothing when that is all."""
    t = translations(language)
    return ", ".join(t.ugettext(label) for label in labels(unpacked(row.category, "", row.also)[1:]))


def _stencil(
    language: str, kind: PostKind, category: str, named: bool, for_neighbours: bool, with_also: bool
) -> Stencil:
    """Return the card of this kind and category, with holes for what `rendered` fills in."""
    ui: Any = environment(current_app, language).globals["ui"]
    sort = CATEGORIES.get(category) or CATEGORIES["anders"]
    blank = Card(
        reference=mark(0),
        url=mark(1),
        kind=kind.value,
        kind_label=KIND_LABELS[kind],
        title=mark(2),
        excerpt=mark(3),
        category_label=sort.label,
        category_icon=sort.icon,
        also=mark(7) if with_also else None,
        place=mark(4),
        when=mark(5),
        author_name=mark(6) if named else None,
        for_neighbours=for_neighbours,
        status_label=None,
    )
    return Stencil(ui.post_card(blank))


def ago(moment: datetime, now: datetime, language: str) -> str:
    """Return how long ago in words: "2 uur geleden", "gisteren", "10 november"."""
    return seen_from(now, language)(moment)


def seen_from(now: datetime, language: str) -> Callable[[datetime], str]:
    """Return `ago` for many moments seen from the same now."""
    today = local(now)

    def since(moment: datetime) -> str:
        day = local(moment).toordinal()
        days = today.toordinal() - day
        if days == 0 or now - moment < STILL_HOURS:
            return _words("hours", max(0, int((now - moment).total_seconds() // 3600)), language)
        return _words("days", days, language) if days < 7 else _date(day, today.year, language)

    return since


@lru_cache(maxsize=1000)
def _words(unit: str, number: int, language: str) -> str:
    t = translations(language)
    if unit == "hours":
        if number < 1:
            return t.ugettext("net geplaatst")
        return t.ungettext("%(number)s uur geleden", "%(number)s uur geleden", number) % {"number": number}
    if number == 1:
        return t.ugettext("gisteren")
    return t.ungettext("%(number)s dag geleden", "%(number)s dagen geleden", number) % {"number": number}


@lru_cache(maxsize=1000)
def _date(day: int, this_year: int, language: str) -> str:
    moment = date.fromordinal(day)
    return date_words(moment, language, year=moment.year != this_year)


def _prefix() -> str:
    """Return the address of a post without its reference: url_for twenty times a page costs a millisecond."""
    prefix: str | None = current_app.extensions.get("b2b-post-prefix")
    if prefix is None:
        prefix = url_for("posts.show", post="V-0000-0000").removesuffix("V-0000-0000")
        current_app.extensions["b2b-post-prefix"] = prefix
    return prefix
