"""Refusals and failures as problem+json (RFC 9457): a status, a title, a sentence, and all that was wrong."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

PROBLEM = "application/problem+json"

TITLES = {
    400: ("Onjuiste vraag", "Wij begrijpen deze vraag niet."),
    401: ("Niet aangemeld", "Stuur een geldig toegangstoken mee: Authorization: Bearer …"),
    403: ("Niet toegestaan", "Deze client mag dit niet."),
    404: ("Niet gevonden", "Dit bestaat niet (meer), of niet voor jou."),
    405: ("Methode kan hier niet", "Kijk in de header Allow welke methode hier wel kan."),
    406: ("Vorm kan niet", "Wij antwoorden met application/json."),
    409: ("Kan nu niet", "Dit is al gebeurd, of iemand was je voor."),
    410: ("Verlopen", "Dit was er, en komt niet terug."),
    413: ("Te groot", "Stuur minder tegelijk."),
    415: ("Vorm begrijpen wij niet", "Stuur de vorm die in openapi.json staat."),
    422: ("Past niet bij een eerdere vraag", "Deze Idempotency-Key is al gebruikt voor iets anders."),
    429: ("Te snel", "Wacht even en probeer het dan opnieuw; zie Retry-After."),
    500: ("Storing", "Er ging bij ons iets mis. Probeer het later opnieuw."),
    503: ("Even niet bereikbaar", "Probeer het over een paar tellen opnieuw; zie Retry-After."),
}

REASONS = {
    "missing": "Dit ontbreekt.",
    "extra_forbidden": "Dit kennen wij niet.",
    "json_invalid": "Dit is geen JSON.",
    "string_too_long": "Dit is te lang.",
    "string_too_short": "Dit is te kort.",
    "too_short": "Vul er minstens een in.",
    "too_long": "Dit zijn er te veel.",
    "enum": "Kies een van de waarden uit openapi.json.",
    "literal_error": "Kies een van de waarden uit openapi.json.",
    "int_parsing": "Vul een heel getal in.",
    "greater_than_equal": "Dit getal is te klein.",
    "less_than_equal": "Dit getal is te groot.",
    "string_pattern_mismatch": "Dit heeft niet de goede vorm.",
}
"""What is said about each kind of mistake; anything else: see its code."""


class Mistake(BaseModel):
    """One thing that is wrong with what was sent."""

    model_config = ConfigDict(title="Fout")

    part: str = Field(serialization_alias="in", description="query, body of header")
    location: str = Field(description="Waar het staat: de naam, of een JSON-pointer.")
    code: str = Field(description="Welke soort fout het is.")
    detail: str = Field(description="Wat er mis is, in een zin.")


class Problem(BaseModel):
    """What every refusal says."""

    model_config = ConfigDict(title="Probleem")

    type: str = Field(default="about:blank", description="Een adres dat de soort fout noemt.")
    title: str = Field(description="De soort fout in een paar woorden.")
    status: int = Field(description="De HTTP-status.")
    detail: str = Field(description="Wat er mis is, in een zin.")
    errors: Sequence[Mistake] | None = Field(default=None, description="Alles wat niet klopt aan wat je stuurde.")
    error: str | None = Field(default=None, description="Alleen bij een toegangstoken: de code van OAuth 2.0.")


class Refused(Exception):
    """An answer that is a problem, with what belongs to it: mistakes, an OAuth code, headers."""

    def __init__(self, status: int, detail: str | None = None, **more: Any):
        super().__init__(status)
        self.status, self.detail = status, detail
        self.headers: Mapping[str, str] = more.pop("headers", {})
        self.more = more


def problem(status: int, detail: str | None = None, **more: Any) -> Response:
    """Return the answer to something that cannot be."""
    title, usual = TITLES.get(status, TITLES[500 if status >= 500 else 400])
    said = Problem(title=title, status=status, detail=detail or usual, **more)
    return Response(said.model_dump_json(by_alias=True, exclude_none=True), status, mimetype=PROBLEM)


def failed(status: int, sentence: str | None, retry_after: int | None) -> Response:
    """Answer what `web/errors.py` answers with a page elsewhere."""
    response = problem(status, sentence)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def mistakes(part: str, error: ValidationError) -> list[Mistake]:
    """Return everything that pydantic found, in our words; nothing of what was sent is said back."""
    return [
        Mistake(
            part=part,
            location=_location(part, one["loc"]),
            code=one["type"],
            detail=REASONS.get(one["type"], "Dit klopt niet."),
        )
        for one in error.errors(include_url=False, include_input=False, include_context=False)
    ]


def _location(part: str, steps: Sequence[Any]) -> str:
    names = [json.dumps(str(step))[1:-1][:80] for step in steps]
    return "/" + "/".join(names) if part == "body" else ".".join(names)
