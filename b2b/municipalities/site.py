"""The site of a municipality: found by host, kept in memory for a few seconds."""

import time
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from b2b.config import Settings
from b2b.core.db import Work
from b2b.municipalities import queries
from b2b.municipalities.models import Municipality
from b2b.municipalities.snapshots import turn
from b2b.municipalities.theme import DEFAULT_THEME, Theme, css
from b2b.web.site import NOWHERE, Site

FRESH_SECONDS = 10.0


def theme_name(theme: Theme) -> str:
    """Return the name of a theme's style sheet: a hash of what is in it, so it may be kept for ever."""
    return sha256(css(theme).encode()).hexdigest()[:12]


def site_for(settings: Settings) -> Callable[[Work, str], Site]:
    """Return the function that finds the site for a request's host."""
    known: dict[str, tuple[float, int, Site]] = {}

    def find(work: Work, host: str) -> Site:
        name = host.rsplit(":", 1)[0]
        until, then, site = known.get(name, (0.0, 0, NOWHERE))
        now = turn()
        if time.monotonic() >= until or then != now:  # what this process itself changed shows at once
            site = _read(work, name, settings)
            known[name] = (time.monotonic() + FRESH_SECONDS, now, site)
        return site

    return find


def site_of(work: Work, municipality_id: int, settings: Settings) -> Site:
    """Return the site of a municipality by its key: for mail, which has no host."""
    town = work.get(Municipality, municipality_id)
    return NOWHERE if town is None else _site(work, town, settings)


def address_of(work: Work, municipality_id: int, settings: Settings) -> str:
    """Return the address ("https://host") at which residents of a municipality find their site."""
    home = urlsplit(settings.base_url)
    shown = queries.municipality_for_host(work, home.hostname or "")
    if shown is not None and shown.id == municipality_id:
        return settings.base_url
    host = queries.host_of(work, municipality_id)
    return settings.base_url if host is None else f"{home.scheme}://{host}"


def _read(work: Work, host: str, settings: Settings) -> Site:
    town = queries.municipality_for_host(work, host)
    return NOWHERE if town is None else _site(work, town, settings)


def _site(work: Work, town: Municipality, settings: Settings) -> Site:
    chosen = queries.settings(work, town.id or 0)
    words = {name: str(chosen[name]) for name in ("name", "phone", "coordinator") if name in chosen}
    return Site(
        municipality_id=town.id,
        municipality_name=town.name,
        theme_url=f"/thema/{theme_name(DEFAULT_THEME)}.css",
        demo=settings.demo,
        is_open=town.opened_at is not None,
        asked=tuple(tuple(one) for one in chosen.get("terms.asked", ())),
        **words,
    )
