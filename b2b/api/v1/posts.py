"""Hulpvragen and hulpaanbod: what a visitor who is not signed in sees, and nothing more. No names."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import NoReturn

from flask import abort, g, request, url_for
from pydantic import Field

from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import for_everybody
from b2b.api.v1.places import here
from b2b.api.v1.problems import Mistake, Refused
from b2b.api.v1.shapes import Link, Page, Paging, Sent, following, links
from b2b.api.v1.speaking import speaks
from b2b.core.text import excerpt
from b2b.municipalities.queries import Places
from b2b.posts import queries
from b2b.posts.categories import CATEGORIES
from b2b.posts.queries import OpenRow
from b2b.posts.rules import VISITORS_READ, PostKind, PostState
from b2b.posts.ticks import unpacked
from b2b.web.paging import read_cursor


class Status(StrEnum):
    """How a post stands, in the words of the API."""

    OPEN = "open"
    CHOSEN = "gekozen"
    DONE = "gelukt"


STATUS = {PostState.OPEN: Status.OPEN, PostState.MATCHED: Status.CHOSEN, PostState.FULFILLED: Status.DONE}


class HelpKind(Sent):
    """Which kind of help it is."""

    code: str
    name: str = Field(serialization_alias="naam")


class HelpPlace(Sent):
    """Where it is: no closer than the neighbourhood. `slug` is not there for one that ended."""

    slug: str | None = Field(default=None, serialization_alias="naamInAdres")
    name: str = Field(serialization_alias="naam")


class HelpShape(Sent):
    """A request or an offer, as a visitor sees it."""

    reference: str = Field(serialization_alias="kenmerk", description="Zoals V-7K2M-9QXD.")
    title: str = Field(serialization_alias="titel")
    opening: str = Field(
        serialization_alias="begin", description=f"De eerste woorden, hoogstens {VISITORS_READ} tekens."
    )
    kind_of_help: HelpKind = Field(serialization_alias="soortHulp")
    also: Sequence[HelpKind] = Field(
        serialization_alias="ookVoor",
        description="Andere soorten hulp die iemand aanbiedt. Leeg bij een hulpvraag: die gaat over 1 soort hulp.",
    )
    place: HelpPlace = Field(serialization_alias="buurt")
    status: Status
    placed_at: datetime = Field(serialization_alias="geplaatstOp", description="Op het uur afgerond, in UTC.")
    links: Mapping[str, Link] = Field(
        serialization_alias="_links", description="Adressen: self, en site voor mensen."
    )


class HelpPage(Page):
    """A page of posts that stand open, newest first."""

    results: Sequence[HelpShape] = Field(serialization_alias="resultaten")


class HelpQuery(Paging):
    """Which posts are asked for."""

    place: str | None = Field(
        default=None, validation_alias="buurt", max_length=80, description="naamInAdres van een buurt."
    )
    category: str | None = Field(
        default=None,
        validation_alias="soortHulp",
        max_length=32,
        description="De code van een soort hulp, ook als aanbod die erbij heeft.",
    )


@api_v1.get("/hulpvragen")
@for_everybody
@speaks("Hulpvragen die open staan, nieuwste eerst", HelpPage, query=HelpQuery)
def requests(query: HelpQuery) -> HelpPage:
    """List open requests."""
    return _listed(PostKind.REQUEST, query)


@api_v1.get("/hulpvragen/<ref:post>")
@for_everybody
@speaks("Een hulpvraag", HelpShape)
def request_for_help(post: str) -> HelpShape:
    """Show one request."""
    return _one(PostKind.REQUEST, post)


@api_v1.get("/hulpaanbod")
@for_everybody
@speaks("Hulpaanbod dat open staat, nieuwste eerst", HelpPage, query=HelpQuery)
def offers(query: HelpQuery) -> HelpPage:
    """List open offers."""
    return _listed(PostKind.OFFER, query)


@api_v1.get("/hulpaanbod/<ref:post>")
@for_everybody
@speaks("Een hulpaanbod", HelpShape)
def offer_of_help(post: str) -> HelpShape:
    """Show one offer."""
    return _one(PostKind.OFFER, post)


ADDRESS = {PostKind.REQUEST: "api_v1.request_for_help", PostKind.OFFER: "api_v1.offer_of_help"}


def _listed(kind: PostKind, asked: HelpQuery) -> HelpPage:
    known = here()
    rows = queries.open_data(
        g.work,
        known.municipality_id,
        kind=kind,
        neighbourhood_id=_chosen_place(known, asked.place),
        category=_chosen_category(asked.category),
        after=read_cursor(asked.after),
        most=asked.most + 1,
    )
    shown = rows[: asked.most]
    last = (shown[-1].published_at, shown[-1].id) if len(rows) > asked.most else None
    return HelpPage(links=links(request.url, following(last)), results=[_shape(known, row) for row in shown])


def _one(kind: PostKind, reference: str) -> HelpShape:
    known = here()
    row = queries.open_data_post(g.work, known.municipality_id, kind, reference)
    return _shape(known, row or abort(404))


def _chosen_place(known: Places, slug: str | None) -> int | None:
    if slug is None:
        return None
    hood = known.by_slug.get(slug)
    return hood.id if hood else _unknown("buurt", "Deze buurt kennen wij niet.")


def _chosen_category(code: str | None) -> str | None:
    return code if code is None or code in CATEGORIES else _unknown("soortHulp", "Deze soort hulp kennen wij niet.")


def _unknown(name: str, sentence: str) -> NoReturn:
    told = Mistake(part="query", location=name, code="unknown", detail=sentence)
    raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=[told])


def _shape(known: Places, row: OpenRow) -> HelpShape:
    hood, sort = known.hoods.get(row.neighbourhood_id), CATEGORIES.get(row.category) or CATEGORIES["anders"]
    others = unpacked(row.category, "", row.also)[1:]
    own = url_for(ADDRESS[row.kind], post=row.reference, _external=True)
    site = url_for("posts.show", post=row.reference, _external=True)
    return HelpShape(
        reference=row.reference,
        title=row.title,
        opening=excerpt(row.opening, VISITORS_READ),
        kind_of_help=HelpKind(code=sort.code, name=sort.label),
        also=[HelpKind(code=one.category, name=CATEGORIES[one.category].label) for one in others],
        place=HelpPlace(slug=hood.slug if hood else None, name=known.label(row.neighbourhood_id)),
        status=STATUS[row.state],
        placed_at=row.published_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0),
        links={"self": Link(href=own), "site": Link(href=site)},
    )
