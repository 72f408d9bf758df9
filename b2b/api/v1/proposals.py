"""Voorstellen: a system asks whether a post may be placed in the neighbourhood; the resident says yes or no."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import Response, abort, g, url_for
from pydantic import Field

from b2b.api.rules import Scope
from b2b.api.v1.blueprint import api_v1
from b2b.api.v1.guard import needs, token_key
from b2b.api.v1.once import once
from b2b.api.v1.places import here
from b2b.api.v1.posts import STATUS as POST_STATUS
from b2b.api.v1.problems import Mistake, Refused
from b2b.api.v1.shapes import Asked, Link, Sent
from b2b.api.v1.speaking import send, speaks
from b2b.core import audit
from b2b.core.ids import new_reference
from b2b.core.text import clean, clean_line
from b2b.handoff import queries, service
from b2b.handoff.rules import ASK_DAYS, Proposing
from b2b.posts import queries as posts
from b2b.posts.categories import CATEGORIES
from b2b.posts.rules import BODY_MAX, TITLE_MAX
from b2b.web.ratelimits import limiter


class Answer(StrEnum):
    """What the resident said."""

    WAITING = "wacht-op-bewoner"
    YES = "ja"
    NO = "nee"
    LAPSED = "geen-antwoord"


class ProposalShape(Sent):
    """A proposal: what the resident said, and what came of it. Not the words: the system wrote those itself."""

    category: str = Field(serialization_alias="soortHulp", description="De code van een soort hulp.")
    answer: Answer = Field(serialization_alias="antwoord")
    asked_at: datetime = Field(serialization_alias="gevraagdOp")
    due_at: datetime = Field(serialization_alias="antwoordVoor")
    post: str | None = Field(default=None, serialization_alias="hulpvraag", description="Zoals V-7K2M-9QXD.")
    status: str | None = Field(
        default=None, description="Hoe die hulpvraag staat: open, gekozen of gelukt; anders is hij er niet meer."
    )
    links: Mapping[str, Link] = Field(serialization_alias="_links", description="Adressen: doorverwijzing.")


class ProposalList(Sent):
    """All proposals of one handoff, the newest first."""

    results: Sequence[ProposalShape] = Field(serialization_alias="resultaten")


class ProposalBody(Asked):
    """A post for the neighbourhood, in the name of the resident. The resident reads it and says yes or no."""

    category: str = Field(validation_alias="soortHulp", max_length=32, description="De code van een soort hulp.")
    title: str = Field(validation_alias="titel", min_length=1, max_length=TITLE_MAX)
    body: str = Field(validation_alias="tekst", min_length=1, max_length=BODY_MAX)
    days: int = Field(
        default=ASK_DAYS[1],
        validation_alias="werkdagen",
        ge=min(ASK_DAYS),
        le=max(ASK_DAYS),
        description="Zo veel werkdagen krijgt de bewoner om te antwoorden.",
    )


@api_v1.get("/doorverwijzingen/<ref:handoff>/voorstellen")
@needs(Scope.HANDOFFS_READ)
@speaks("Wat de buurt kan doen: voorstellen aan de bewoner", ProposalList)
def proposals(handoff: str) -> ProposalList:
    """Say of each proposal what the resident answered and how the request stands."""
    found = _handoff(handoff)
    return ProposalList(results=[_shape(found, one) for one in queries.proposals(g.work, found)])


@api_v1.post("/doorverwijzingen/<ref:handoff>/voorstellen")
@needs(Scope.HANDOFFS_MOVE)
@once
@speaks(
    "De bewoner vragen of de buurt dit mag doen",
    ProposalShape,
    body=ProposalBody,
    status=201,
    refuses=(409,),
    once=True,
)
@limiter.limit("600/hour", key_func=token_key)
def propose(handoff: str, body: ProposalBody) -> Response:
    """Ask the resident; without a yes nothing is placed."""
    found, title, text = _handoff(handoff), clean_line(body.title), clean(body.body)
    wrong = _mistakes(body.category, title, text)
    if wrong:
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=wrong)
    made = service.propose(g.work, found, Proposing(body.category, title, text, body.days, new_reference("O")))
    audit.note(g.work, "handoff.proposed", found, client=g.caller.reference)
    response = send(_shape(found, made), 201)
    response.headers["Location"] = url_for("api_v1.proposals", handoff=found.reference, _external=True)
    return response


def _mistakes(category: str, title: str, text: str) -> list[Mistake]:
    told = []
    if category not in CATEGORIES:
        told.append(_mistake("soortHulp", "Deze soort hulp kennen wij niet."))
    told += [_mistake(name, "Schrijf hier iets.") for name, words in (("titel", title), ("tekst", text)) if not words]
    return told


def _mistake(name: str, words: str) -> Mistake:
    return Mistake(part="body", location=f"/{name}", code="value", detail=words)


def _handoff(reference: str) -> Any:
    return queries.for_system(g.work, here().municipality_id, reference) or abort(404)


def _shape(handoff: Any, made: Any) -> ProposalShape:
    post = posts.post(g.work, made.post_id) if made.post_id else None
    return ProposalShape(
        category=made.category,
        answer=_answer(made),
        asked_at=_second(made.asked_at),
        due_at=_second(made.due_at),
        post=post.reference if post else None,
        status=POST_STATUS.get(post.state) if post else None,
        links={"doorverwijzing": Link(href=url_for("api_v1.handoff", handoff=handoff.reference, _external=True))},
    )


def _answer(made: Any) -> Answer:
    if made.agreed is not None:
        return Answer.YES if made.agreed else Answer.NO
    return Answer.LAPSED if made.lapsed_at else Answer.WAITING


def _second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
