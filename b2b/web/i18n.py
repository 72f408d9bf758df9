"""Languages: Dutch is the source; each other language is a catalogue and an environment.

Translations are bound to a Jinja environment per locale, because looking the locale up for
every call costs more than all the rest of a page (ADR 0010).
"""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.support import NullTranslations, Translations
from flask import Flask, get_flashed_messages
from flask_wtf.csrf import generate_csrf
from jinja2 import Environment as AnyEnvironment
from jinja2 import StrictUndefined

from b2b.core.clock import local
from b2b.core.text import excerpt, paragraphs
from b2b.web.assets import assets
from b2b.web.components import Components
from b2b.web.folding import Environment, sentences
from b2b.web.guard import can

SOURCE = "nl"
TRANSLATIONS = Path(__file__).parents[2] / "translations"
COMPLETE: frozenset[str] = frozenset()
"""Translations that say everything; half a translation is no choice to offer. A test counts."""


def languages() -> list[str]:
    """Return the languages a reader can choose: Dutch, and every complete translation."""
    return [SOURCE, *sorted(COMPLETE)]


def is_compiled(language: str) -> bool:
    """Say whether there is a catalogue of `language`, complete or not."""
    return (TRANSLATIONS / language / "LC_MESSAGES" / "messages.mo").is_file()


def environment(app: Flask, language: str) -> AnyEnvironment:
    """Return the Jinja environment of `language`; an unknown one reads as Dutch."""
    environments: dict[str, AnyEnvironment] = app.extensions.setdefault("b2b-environments", {})
    if language not in environments:
        if language != SOURCE and not is_compiled(language):
            return environment(app, SOURCE)
        environments[language] = _build(app, language)
    return environments[language]


@cache
def translations(language: str) -> NullTranslations:
    """Return the catalogue of `language`; Dutch needs none."""
    if language == SOURCE:
        return NullTranslations()
    return Translations.load(TRANSLATIONS, [language])


def _build(app: Flask, language: str) -> AnyEnvironment:
    env = app.create_jinja_environment()
    env.add_extension("jinja2.ext.i18n")
    catalogue = translations(language)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.ugettext, catalogue.ungettext, newstyle=True
    )
    alone, with_values = sentences(catalogue.ugettext)
    env.undefined = StrictUndefined
    env.auto_reload = bool(app.debug)
    env.trim_blocks = env.lstrip_blocks = True
    ui = Components(env)
    env.globals.update(
        ui=ui,
        gettext=with_values,
        _=with_values,
        asset=assets,
        can=can,
        csrf_token=generate_csrf,
        url_for=_addresses(app),
        get_flashed_messages=get_flashed_messages,
    )
    env.filters.update(
        excerpt=excerpt,
        paragraphs=paragraphs,
        day=lambda moment: day(moment, language),
        moment=lambda moment: moment_words(moment, language),
        deadline=lambda moment: deadline_words(moment, language),
        month=lambda moment: month(moment, language),
        date=lambda moment: date_words(_date(moment), language, year=True),
        clock=clock_time,
        # For labels and errors that come from code: `_()` would trust them as markup.
        translated=catalogue.ugettext,
    )
    if isinstance(env, Environment):
        env.language = language
        env.constants = {"_": alone, "gettext": alone, "asset": assets, "ui.icon": ui.icon}
    return env


def _addresses(app: Flask) -> Any:
    """Return a `url_for` for pages: local addresses, each computed once."""
    build = app.url_map.bind("localhost").build
    known: dict[Any, str] = {}

    def address(endpoint: str, _anchor: str | None = None, **values: Any) -> str:
        key = (endpoint, _anchor, tuple(sorted(values.items())))
        if (url := known.get(key)) is None:
            if len(known) > 20_000:
                known.clear()
            url = build(endpoint, {k: v for k, v in values.items() if v is not None})
            url = known[key] = f"{url}#{_anchor}" if _anchor else url
        return url

    return address


def day(moment: datetime, language: str = SOURCE) -> str:
    """Return the date in words: "dinsdag 1 december"."""
    return format_date(local(moment), "EEEE d MMMM", locale=language)


def month(moment: datetime, language: str = SOURCE) -> str:
    """Return the month and the year: "december 2026"."""
    return format_date(local(moment), "MMMM y", locale=language)


def _date(moment: date) -> date:
    return local(moment).date() if isinstance(moment, datetime) else moment


def date_words(day: date, language: str = SOURCE, *, year: bool = False) -> str:
    """Return a date without its weekday: "10 november", or with its year."""
    return format_date(day, "d MMMM yyyy" if year else "d MMMM", locale=language)


def clock_time(moment: datetime) -> str:
    """Return the time of day as the Dutch write it: "10.00 uur"."""
    return f"{local(moment):%-H.%M} uur"


def deadline_words(moment: datetime, language: str = SOURCE) -> str:
    """Return what stands behind "voor": the time of day too, unless it is the first of the day."""
    return day(moment, language) if local(moment).time() == time() else moment_words(moment, language)


def moment_words(moment: datetime, language: str = SOURCE) -> str:
    """Return date and time: "dinsdag 1 december om 10.00 uur"."""
    return f"{day(moment, language)} om {clock_time(moment)}"
