"""The blueprint of pilots, and what its pages share."""

from typing import Any

from flask import Blueprint, g, redirect, url_for

from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.telling import dutch_number
from b2b.municipalities.queries import Places, places
from b2b.pilots.models import Pilot, PilotHypothesis
from b2b.pilots.rules import unit_of
from b2b.web.transactions import current_site

pilots = Blueprint("pilots", __name__)


def town() -> int:
    """Return the municipality of this page."""
    return current_site().municipality_id or 0


def here() -> Places:
    """Return the places of this municipality."""
    return places(g.work, town())


def back_to(pilot: Pilot) -> Any:
    """Go to the page of a pilot, after a change."""
    return redirect(url_for("pilots.show", pilot=pilot.reference), 303)


def target_words(one: PilotHypothesis) -> tuple[str, str, str]:
    """Return (name of the measure, number, unit) of an assumption."""
    measure = MEASURES[one.measure]
    return measure.name, dutch_number(one.target), unit_of(measure.kind)
