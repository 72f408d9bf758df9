"""Doorverwijzingen: how handoffs stand, for the systems of the municipality; and back, how they go there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import Response, abort, g, request, url_for
from pydantic import Field

from b2b.api.rules import Scope
from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import needs, token_key
from b2b.api.v1.once import once
from b2b.api.v1.places import here
from b2b.api.v1.posts import HelpPlace
from b2b.api.v1.problems import Mistake, Refused
from b2b.api.v1.shapes import Asked, Link, Page, Paging, Sent, following, links
from b2b.api.v1.speaking import send, speaks
from b2b.core import audit
from b2b.core.text import clean
from b2b.handoff import queries, service
from b2b.handoff.rules import NOTE_MAX, ContactWay, HandoffState
from b2b.municipalities.queries import Places
from b2b.web.aside import seen
from b2b.web.paging import read_cursor
from b2b.web.ratelimits import limiter


class Status(StrEnum):
    """How a handoff stands."""

    NEW = "nieuw"
    CLAIMED = "opgepakt"
    IN_CONTACT = "in-gesprek"
    WAITING = "wacht-op-bewoner"
    DONE = "klaar"
    RETURNED = "terug-naar-de-buurt"
    WITHDRAWN = "ingetrokken"


STATUS = {state: Status[state.name] for state in HandoffState}
STATES = {status: state for state, status in STATUS.items()}


class Step(StrEnum):
    """What a system can say of a handoff."""

    CLAIM = "oppakken"
    RELEASE = "teruggeven"
    CONTACT = "gesproken"
    FINISH = "afronden"
    RETURN = "terug-naar-de-buurt"


class Way(StrEnum):
    """How the resident wants to be reached."""

    EMAIL = "email"
    PHONE = "telefoon"


class HandoffShape(Sent):
    """A handoff: a reference and how it stands, no words of the resident."""

    reference: str = Field(serialization_alias="kenmerk", description="Zoals H-7K2M-9QXD.")
    status: Status
    place: HelpPlace = Field(serialization_alias="buurt")
    contact_way: Way = Field(serialization_alias="contactVia")
    asked_at: datetime = Field(serialization_alias="ingediendOp")
    claimed_at: datetime | None = Field(default=None, serialization_alias="opgepaktOp")
    contacted_at: datetime | None = Field(default=None, serialization_alias="gesprokenOp")
    closed_at: datetime | None = Field(default=None, serialization_alias="afgeslotenOp")
    links: Mapping[str, Link] = Field(
        serialization_alias="_links",
        description="Adressen: self, inhoud, stappen, voorstellen, en site voor medewerkers.",
    )


class HandoffPage(Page):
    """A page of handoffs, newest first."""

    results: Sequence[HandoffShape] = Field(serialization_alias="resultaten")


class HandoffQuery(Paging):
    """Which handoffs are asked for."""

    status: Status | None = Field(default=None, description="Alleen met deze status.")


class ContentShape(Sent):
    """What the resident said yes to sending."""

    reference: str = Field(serialization_alias="kenmerk")
    question: str = Field(serialization_alias="vraag")
    contact_way: Way = Field(serialization_alias="contactVia")
    contact: str
    agreed_at: datetime = Field(serialization_alias="akkoordOp", description="Toen zei de bewoner: verstuur dit.")


class StepBody(Asked):
    """What happened. The resident reads `note`."""

    step: Step = Field(validation_alias="stap")
    note: str = Field(
        default="",
        validation_alias="toelichting",
        max_length=NOTE_MAX,
        description="Leest de bewoner. Verplicht bij afronden en terug-naar-de-buurt.",
    )


@api_v1.get("/doorverwijzingen")
@needs(Scope.HANDOFFS_READ)
@speaks("Doorverwijzingen van deze gemeente, nieuwste eerst", HandoffPage, query=HandoffQuery)
def handoffs(query: HandoffQuery) -> HandoffPage:
    """List handoffs."""
    known, states = here(), [STATES[query.status]] if query.status else list(STATES.values())
    rows = queries.for_systems(g.work, known.municipality_id, states, read_cursor(query.after), query.most + 1)
    shown = rows[: query.most]
    last = (shown[-1].created_at, shown[-1].id or 0) if len(rows) > query.most else None
    return HandoffPage(links=links(request.url, following(last)), results=[_shape(known, row) for row in shown])


@api_v1.get("/doorverwijzingen/<ref:handoff>")
@needs(Scope.HANDOFFS_READ)
@speaks("Een doorverwijzing", HandoffShape)
def handoff(handoff: str) -> HandoffShape:
    """Show how one handoff stands."""
    return _shape(here(), _found(handoff))


@api_v1.get("/doorverwijzingen/<ref:handoff>/inhoud")
@needs(Scope.HANDOFFS_CONTENT)
@speaks("Wat de bewoner vroeg en hoe die te bereiken is", ContentShape, refuses=(410,))
def content(handoff: str) -> ContentShape:
    """Show the words of one handoff."""
    found = _found(handoff)
    if found.question is None or found.contact is None:
        raise Refused(410, "De inhoud is gewist: ingetrokken, of al een tijd afgesloten.")
    _note_seen(found)
    return ContentShape(
        reference=found.reference,
        question=found.question,
        contact_way=WAYS[found.contact_way],
        contact=found.contact,
        agreed_at=found.consented_at,
    )


@api_v1.post("/doorverwijzingen/<ref:handoff>/stappen")
@needs(Scope.HANDOFFS_MOVE)
@once
@speaks(
    "Doorgeven hoe het met een doorverwijzing gaat",
    HandoffShape,
    body=StepBody,
    status=201,
    refuses=(409,),
    once=True,
)
@limiter.limit("600/hour", key_func=token_key)
def take_step(handoff: str, body: StepBody) -> Response:
    """Say how one handoff goes."""
    found, note = _found(handoff), clean(body.note)
    if body.step in ENDINGS and not note:
        told = Mistake(part="body", location="/toelichting", code="missing", detail="Zeg de bewoner hoe het afliep.")
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=[told])
    STEPS[body.step](found, note)
    audit.note(g.work, "handoff.step", found, client=g.caller.reference, step=body.step)
    response = send(_shape(here(), found), 201)
    response.headers["Location"] = url_for("api_v1.handoff", handoff=found.reference, _external=True)
    return response


WAYS = {ContactWay.EMAIL: Way.EMAIL, ContactWay.PHONE: Way.PHONE}
ENDINGS = (Step.FINISH, Step.RETURN)
STEPS: dict[Step, Callable[[Any, str], None]] = {
    Step.CLAIM: lambda found, _note: service.claim(g.work, found),
    Step.RELEASE: lambda found, _note: service.release(g.work, found),
    Step.CONTACT: lambda found, _note: service.contact(g.work, found),
    Step.FINISH: lambda found, note: service.finish(g.work, found, note),
    Step.RETURN: lambda found, note: service.give_back(g.work, found, note),
}


def _found(reference: str) -> Any:
    return queries.for_system(g.work, here().municipality_id, reference) or abort(404)


def _note_seen(found: Any) -> None:
    client = g.caller.reference
    seen(lambda work: audit.note(work, "handoff.seen", found, client=client))


def _shape(known: Places, row: Any) -> HandoffShape:
    hood = known.hoods.get(row.neighbourhood_id)
    address = {name: url_for(f"api_v1.{view}", handoff=row.reference, _external=True) for name, view in VIEWS.items()}
    address["site"] = url_for("handoff.show", handoff=row.reference, _external=True)
    return HandoffShape(
        reference=row.reference,
        status=STATUS[row.state],
        place=HelpPlace(slug=hood.slug if hood else None, name=known.label(row.neighbourhood_id)),
        contact_way=WAYS[row.contact_way],
        asked_at=_second(row.created_at),
        claimed_at=_second(row.claimed_at),
        contacted_at=_second(row.contacted_at),
        closed_at=_second(row.closed_at),
        links={name: Link(href=href) for name, href in address.items()},
    )


VIEWS = {"self": "handoff", "inhoud": "content", "stappen": "take_step", "voorstellen": "proposals"}


def _second(moment: datetime | None) -> Any:
    return moment and moment.astimezone(UTC).replace(microsecond=0)
