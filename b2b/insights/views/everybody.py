"""What the site brings, for residents and the council: per wijk, in plain words."""

from typing import Any

from flask import abort, current_app, g
from markupsafe import Markup

from b2b.insights import queries
from b2b.insights.queries import Edition
from b2b.insights.rules.measures import DEFINED_ON, MEASURES
from b2b.insights.rules.sections import SECTIONS
from b2b.insights.rules.telling import HIDDEN
from b2b.insights.views.blueprint import MONTHS, cards, here, insights, town
from b2b.insights.views.drawn import drawn
from b2b.web.guard import public
from b2b.web.i18n import environment
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@insights.get("/cijfers")
@public
def figures() -> Any:
    """Show the figures of the whole municipality."""
    return _shown("", "")


@insights.get("/cijfers/<slug:wijk>")
@public
def figures_of(wijk: str) -> Any:
    """Show the figures of one wijk."""
    quarter = next((one for one in here().quarters if one.slug == wijk), None) or abort(404)
    return _shown(quarter.code, quarter.name)


@insights.get("/cijfers/uitleg")
@public
def definitions() -> Any:
    """Say what each figure counts, where it comes from, and what it cannot say."""
    found = [(section, [MEASURES[code] for code in section.measures]) for section in SECTIONS]
    return page("insights/definitions.html", sections=found, since=DEFINED_ON, hidden=HIDDEN)


def _shown(area: str, name: str) -> Any:
    language = current_actor().language
    charts = drawn(lambda edition: _charts(area, edition, language), "charts", area, name, language)
    return page(
        "insights/figures.html",
        charts=Markup(charts),  # noqa: S704 - a template made it
        name=name,
        wijken=here().quarters,
    )


def _charts(area: str, edition: Edition, language: str) -> str:
    months = [month for month, _counted in edition][-MONTHS:]
    lines = queries.lines(g.work, town(), list(MEASURES), months, areas=[area] if area else []) if months else []
    known = {card.line.measure.code: card for card in cards(lines)}
    sections = [(one, [known[code] for code in one.measures if code in known]) for one in SECTIONS]
    template = environment(current_app, language).get_template("insights/charts.html")
    return template.render(sections=[(one, found) for one, found in sections if found])
