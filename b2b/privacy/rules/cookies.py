"""Every cookie that the site sets, and why it cannot do without. A test holds this against what a browser gets. Pure."""

from dataclasses import dataclass

from b2b.core.words import N_


@dataclass(frozen=True)
class Cookie:
    """One cookie. `code` is its name without the prefix that a browser checks ("__Host-"), which https adds."""

    code: str
    purpose: str
    kept: str


COOKIES = (
    Cookie(
        "b2b",
        N_("Onthoudt dat je bent ingelogd, welke buurt je koos en welk bericht je begon. Beschermt formulieren."),
        N_("Tot je uitlogt, of tot je de browser sluit. Koos je een buurt of log je in? Dan hooguit 180 dagen."),
    ),
    Cookie(
        "lc",
        N_("Zorgt dat de code uit je mail alleen werkt in de browser waarin je erom vroeg."),
        N_("Hooguit een uur. Weg zodra je bent ingelogd."),
    ),
)


def name_of(cookie: Cookie, *, https: bool) -> str:
    """Return how a browser shows it."""
    return f"__Host-{cookie.code}" if https else cookie.code
