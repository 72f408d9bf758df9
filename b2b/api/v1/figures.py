"""Cijfers: what the site brings, month by month, small numbers left out."""

from collections.abc import Mapping, Sequence

from flask import g, url_for
from pydantic import Field

from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import for_everybody
from b2b.api.v1.places import here
from b2b.api.v1.shapes import Asked, Link, Sent
from b2b.api.v1.speaking import speaks
from b2b.insights import queries
from b2b.insights.queries import Published
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.open_data import BOUND_WORDS
from b2b.insights.rules.shapes import Measure


class MeasureShape(Sent):
    """What is counted."""

    code: str
    name: str = Field(serialization_alias="naam")
    definition: str = Field(serialization_alias="uitleg")
    cannot_say: str = Field(serialization_alias="zegtNiet", description="Wat dit cijfer niet zegt.")
    unit: str = Field(serialization_alias="eenheid")
    source: str = Field(serialization_alias="bron")
    version: int = Field(serialization_alias="versie", description="Gaat omhoog als de uitleg verandert.")


class MonthShape(Sent):
    """A month that is told."""

    period: str = Field(serialization_alias="periode", description="Jaar en maand, zoals 2026-10.")
    links: Mapping[str, Link] = Field(serialization_alias="_links", description="Adressen: self, csv en json.")


class FigureIndex(Sent):
    """What there is."""

    measures: Sequence[MeasureShape] = Field(serialization_alias="maten")
    results: Sequence[MonthShape] = Field(serialization_alias="resultaten", description="De nieuwste maand eerst.")


class FigureShape(Sent):
    """One figure."""

    measure: str = Field(serialization_alias="maat")
    area: str = Field(serialization_alias="gebied", description="De code van het CBS: GM…, WK… of BU….")
    area_name: str = Field(serialization_alias="gebiedsnaam")
    category: str | None = Field(
        default=None, serialization_alias="soortHulp", description="Er niet bij: alle soorten."
    )
    value: float = Field(serialization_alias="waarde", description="Afgerond. Een deel is een getal van 0 tot 1.")
    bound: str | None = Field(default=None, serialization_alias="grens", description="'meer dan' of 'minder dan'.")
    base: int | None = Field(default=None, serialization_alias="van", description="Waar een deel een deel van is.")
    version: int = Field(serialization_alias="versie", description="De versie van de uitleg waarmee geteld is.")


class FigureList(Sent):
    """The figures of one month. What is not in it is too small to tell, or would give a small number away."""

    period: str = Field(serialization_alias="periode")
    results: Sequence[FigureShape] = Field(serialization_alias="resultaten")


class Narrowing(Asked):
    """Which figures are asked for."""

    measure: str | None = Field(
        default=None, validation_alias="maat", pattern=r"^[a-z_]{1,32}$", description="De code van een maat."
    )
    area: str | None = Field(
        default=None, validation_alias="gebied", pattern=r"^(GM|WK|BU)[0-9]{4,8}$", description="De code van het CBS."
    )
    category: str | None = Field(
        default=None,
        validation_alias="soortHulp",
        pattern=r"^[a-z]{1,32}$",
        description="De code van een soort hulp.",
    )


@api_v1.get("/cijfers")
@for_everybody
@speaks("Welke cijfers er zijn, en over welke maanden", FigureIndex)
def figure_index() -> FigureIndex:
    """List the months that are told, and what is counted."""
    months = queries.counted_periods(g.work, here().municipality_id)[::-1]
    return FigureIndex(
        measures=[_measure(one) for one in MEASURES.values()],
        results=[MonthShape(period=code, links=_links(code)) for code in months],
    )


@api_v1.get("/cijfers/<slug:period>")
@for_everybody
@speaks("De cijfers van een maand", FigureList, query=Narrowing)
def figures_of(period: str, query: Narrowing) -> FigureList:
    """List the figures of one month."""
    figures = queries.whole_month(g.work, here().municipality_id, period)
    return FigureList(period=period, results=[_figure(one) for one in figures if _is_asked(one, query)])


def _is_asked(one: Published, query: Narrowing) -> bool:
    pairs = ((query.measure, one.measure), (query.area, one.area), (query.category, one.category))
    return all(wanted in (None, found) for wanted, found in pairs)


def _figure(one: Published) -> FigureShape:
    return FigureShape(
        measure=one.measure,
        area=one.area,
        area_name=one.area_name,
        category=one.category or None,
        value=one.value or 0,
        bound=BOUND_WORDS[one.bound] if one.bound else None,
        base=one.base,
        version=one.version,
    )


def _measure(one: Measure) -> MeasureShape:
    return MeasureShape(
        code=one.code,
        name=one.name,
        definition=one.definition,
        cannot_say=one.cannot_say,
        unit=one.unit,
        source=one.source,
        version=one.version,
    )


def _links(code: str) -> dict[str, Link]:
    found = {
        "self": url_for("api_v1.figures_of", period=code, _external=True),
        "csv": url_for("insights.month_as_csv", period=code, _external=True),
        "json": url_for("insights.month_as_json", period=code, _external=True),
    }
    return {name: Link(href=address) for name, address in found.items()}
