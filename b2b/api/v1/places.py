"""Buurten and soorten-hulp: what the lists of the site are made of."""

from collections.abc import Mapping, Sequence

from flask import abort, g, url_for
from pydantic import Field

from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import for_everybody
from b2b.api.v1.shapes import Link, Sent
from b2b.api.v1.speaking import speaks
from b2b.municipalities import queries
from b2b.municipalities.queries import Hood, Places
from b2b.posts.categories import CATEGORIES, find_category
from b2b.posts.categories.shapes import Category
from b2b.web.transactions import current_site


class QuarterShape(Sent):
    """A wijk."""

    code: str = Field(description="De code van het CBS (WK…).")
    name: str = Field(serialization_alias="naam")


class HoodShape(Sent):
    """A buurt and where its lists are."""

    code: str = Field(description="De code van het CBS (BU…).")
    slug: str = Field(serialization_alias="naamInAdres", description="Zo heet de buurt in adressen.")
    name: str = Field(serialization_alias="naam")
    quarter: QuarterShape = Field(serialization_alias="wijk")
    links: Mapping[str, Link] = Field(
        serialization_alias="_links", description="Adressen: self, hulpvragen, hulpaanbod en site."
    )


class HoodList(Sent):
    """All buurten of the municipality."""

    vintage: int = Field(serialization_alias="jaargang", description="Het jaar van de kaart van het CBS.")
    results: Sequence[HoodShape] = Field(serialization_alias="resultaten")


class CategoryShape(Sent):
    """A kind of help."""

    code: str
    name: str = Field(serialization_alias="naam")
    example: str = Field(serialization_alias="voorbeeld")


class CategoryList(Sent):
    """All kinds of help."""

    results: Sequence[CategoryShape] = Field(serialization_alias="resultaten")


@api_v1.get("/buurten")
@for_everybody
@speaks("Alle buurten van deze gemeente", HoodList)
def hoods() -> HoodList:
    """List the neighbourhoods of this municipality."""
    known = here()
    return HoodList(
        vintage=known.vintage,
        results=[_hood(known, hood) for quarter in known.quarters for hood in quarter.hoods],
    )


@api_v1.get("/buurten/<slug:neighbourhood>")
@for_everybody
@speaks("Een buurt", HoodShape)
def hood(neighbourhood: str) -> HoodShape:
    """Show one neighbourhood."""
    known = here()
    return _hood(known, known.by_slug.get(neighbourhood) or abort(404))


@api_v1.get("/soorten-hulp")
@for_everybody
@speaks("Alle soorten hulp", CategoryList)
def categories() -> CategoryList:
    """List the kinds of help."""
    return CategoryList(results=[_category(one) for one in CATEGORIES.values()])


@api_v1.get("/soorten-hulp/<slug:category>")
@for_everybody
@speaks("Een soort hulp", CategoryShape)
def category(category: str) -> CategoryShape:
    """Show one kind of help."""
    return _category(find_category(category) or abort(404))


def here() -> Places:
    """Return the places of the municipality of this host; 404 where there is none."""
    return queries.places(g.work, current_site().municipality_id or abort(404))


def _hood(known: Places, hood: Hood) -> HoodShape:
    quarter = known.quarter_of(hood.id)
    addresses = {
        "self": url_for("api_v1.hood", neighbourhood=hood.slug, _external=True),
        "hulpvragen": url_for("api_v1.requests", buurt=hood.slug, _external=True),
        "hulpaanbod": url_for("api_v1.offers", buurt=hood.slug, _external=True),
        "site": url_for("posts.neighbourhood_feed", neighbourhood=hood.slug, _external=True),
    }
    return HoodShape(
        code=hood.code,
        slug=hood.slug,
        name=hood.name,
        quarter=QuarterShape(code=quarter.code, name=quarter.name),
        links={name: Link(href=address) for name, address in addresses.items()},
    )


def _category(one: Category) -> CategoryShape:
    return CategoryShape(code=one.code, name=one.label, example=one.example)
