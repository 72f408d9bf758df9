"""Posts as cards: labels from tables, HTML kept as long as nothing on it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from flask import current_app, g, url_for
from markupsafe import Markup

from b2b.core.clock import local
from b2b.core.text import excerpt
from b2b.municipalities.queries import Places
from b2b.posts.categories import CATEGORIES
from b2b.posts.labels import KIND_LABELS, STATE_LABELS
from b2b.posts.queries import CardRow
from b2b.web.i18n import date_words, environment, translations
from b2b.web.transactions import current_actor

KEPT_MAX = 5000
"""Cards kept in memory per process: about 2 kB each."""
SHORT, LONG = 90, 140
"""Characters of the body on a card, for visitors and for members."""


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
    place: str
    when: str
    author_name: str | None
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
        place=known.label(row.neighbourhood_id),
        when=ago(row.published_at or row.created_at, g.work.now(), current_actor().language),
        author_name=row.first_name if named else None,
        status_label=STATE_LABELS[row.state] if status else None,
    )


def rendered(rows: Iterable[CardRow], known: Places, *, named: bool) -> list[Markup]:
    """Return the HTML of cards; what was drawn before and did not change is taken from memory."""
    language, now = current_actor().language, g.work.now()
    kept: dict[object, Markup] = current_app.extensions.setdefault("b2b-cards", {})
    ui = environment(current_app, language).globals["ui"]
    if len(kept) > KEPT_MAX:
        kept.clear()
    drawn = []
    for row in rows:
        when = ago(row.published_at or row.created_at, now, language)
        key = (row.reference, row.version, language, when, row.first_name if named else None)
        html = kept.get(key)
        if html is None:
            html = kept[key] = ui.post_card(card(row, known, named=named))  # type: ignore[attr-defined]
        drawn.append(html)
    return drawn


def ago(moment: datetime, now: datetime, language: str) -> str:
    """Return how long ago in words: "2 uur geleden", "gisteren", "10 november"."""
    days = (local(now).date() - local(moment).date()).days
    if days == 0 or now - moment < timedelta(hours=6):
        return _words("hours", max(0, int((now - moment).total_seconds() // 3600)), language)
    if days < 7:
        return _words("days", days, language)
    return _date(local(moment).strftime("%Y-%m-%d"), local(now).year, language)


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
def _date(day: str, this_year: int, language: str) -> str:
    moment = datetime.strptime(day, "%Y-%m-%d").date()  # noqa: DTZ007 - a date has no zone
    return date_words(moment, language, year=moment.year != this_year)


def _prefix() -> str:
    """Return the address of a post without its reference: url_for twenty times a page costs a millisecond."""
    prefix: str | None = current_app.extensions.get("b2b-post-prefix")
    if prefix is None:
        prefix = url_for("posts.show", post="V-0000-0000").removesuffix("V-0000-0000")
        current_app.extensions["b2b-post-prefix"] = prefix
    return prefix
