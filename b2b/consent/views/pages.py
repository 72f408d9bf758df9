"""Pages that explain: rules, privacy, who is behind the site, and where help is when it is urgent."""

from typing import Any

from flask import g

from b2b.consent.rules import HOUSE_RULES, PRIVACY
from b2b.consent.signposts import DANGER, NOTED_ON, OWN_NUMBERS, SIGNPOSTS
from b2b.consent.views.blueprint import consent
from b2b.consent.views.texts import shown_text
from b2b.municipalities import queries as places
from b2b.web.guard import public
from b2b.web.i18n import date_words
from b2b.web.pages import page
from b2b.web.transactions import current_actor, current_site


@consent.get("/spelregels")
@public
def house_rules() -> Any:
    """Show the house rules that hold now."""
    return shown_text(HOUSE_RULES)


@consent.get("/privacy")
@public
def privacy() -> Any:
    """Show what happens with people's data."""
    return shown_text(PRIVACY)


@consent.get("/toegankelijkheid")
@public
def accessibility() -> Any:
    """Say how accessible the site is and how to report what is not."""
    return page("consent/accessibility.html")


@consent.get("/over-deze-site")
@public
def about() -> Any:
    """Say who is behind the site, and where it can be reached (DSA 11 and 12)."""
    chosen = places.settings(g.work, current_site().municipality_id or 0)
    residents, authorities = chosen.get("contact.residents", ""), chosen.get("contact.authorities", "")
    return page("consent/about.html", residents=residents, authorities=authorities)


@consent.get("/hulp")
@public
def help() -> Any:
    """Help with the site, and with what neighbours cannot do."""
    return page(
        "consent/help.html", places=[SIGNPOSTS[code] for code in ("geldfit", "juridisch-loket", "bibliotheek")]
    )


@consent.get("/hulp-bij-gevaar")
@public
def emergency() -> Any:
    """Show whom to call when there is danger."""
    noted_on = date_words(NOTED_ON, current_actor().language, year=True)
    own = [place for ask in OWN_NUMBERS for place in ask(g.work, current_site().municipality_id or 0)]
    national = [SIGNPOSTS[code] for code in DANGER]
    return page("consent/emergency.html", places=national, own=own, noted_on=noted_on)
