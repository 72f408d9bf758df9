"""What an operation takes and gives: read from the request, checked, sent, and told in openapi.json."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from typing import Any

from flask import Response, request
from pydantic import BaseModel, ValidationError

from b2b.api.v1.problems import PROBLEM, Mistake, Refused, mistakes
from b2b.api.v1.shapes import Page

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Operation:
    """One operation as openapi.json tells it. `summary` is Dutch: it is documentation."""

    summary: str
    answer: type[BaseModel] | None
    query: type[BaseModel] | None
    body: type[BaseModel] | None
    form: type[BaseModel] | None
    status: int
    refuses: tuple[int, ...]
    once: bool


def speaks(
    summary: str,
    answer: type[BaseModel] | None,
    *,
    query: type[BaseModel] | None = None,
    body: type[BaseModel] | None = None,
    form: type[BaseModel] | None = None,
    status: int = 200,
    refuses: tuple[int, ...] = (),
    once: bool = False,
) -> Callable[..., Any]:
    """Hand the view its checked `query` and `body`, and send the shape it returns.

    `refuses`: statuses that this operation may answer besides those that follow from what it takes.
    `once`: an Idempotency-Key makes a repeated request one (`api/v1/once.py`).
    """
    told = Operation(summary, answer, query, body, form, status, refuses, once)

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def spoken(**given: Any) -> Response:
            _check_accept()
            if query is not None:
                given["query"] = read(query, "query", _lone(request.args))
            if body is not None:
                given["body"] = _read_body(body)
            if form is not None:
                _check_type(FORM)
                given["form"] = read(form, "body", _lone(request.form))
            return send(view(**given), status)

        spoken.operation = told  # type: ignore[attr-defined]
        return spoken

    return decorate


def send(said: BaseModel | Response | None, status: int = 200) -> Response:
    """Return a shape as JSON with its ETag; 304 when the client has this very answer."""
    if isinstance(said, Response):
        return said
    if said is None:
        return Response(status=204)
    text = said.model_dump_json(by_alias=True, exclude_none=True)
    response = Response(text, status, mimetype=JSON)
    if isinstance(said, Page) and "next" in said.links:
        response.headers["Link"] = f'<{said.links["next"].href}>; rel="next"'
    if request.method in ("GET", "HEAD"):
        response.set_etag(blake2b(text.encode(), digest_size=12).hexdigest())
        response.make_conditional(request)
    return response


def read(shape: type[BaseModel], part: str, given: Any) -> BaseModel:
    """Return what was sent in its shape, or refuse with everything that is wrong."""
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=mistakes(part, error)) from None


def _read_body(shape: type[BaseModel]) -> BaseModel:
    _check_type(JSON)
    try:
        return shape.model_validate_json(request.get_data())
    except ValidationError as error:
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=mistakes("body", error)) from None


def _lone(values: Any) -> dict[str, Any]:
    """Return each value by its name; a name that comes twice is a mistake, not a choice of ours."""
    twice = [name for name, listed in values.lists() if len(listed) > 1]
    if twice:
        told = [
            Mistake(part="query", location=name[:80], code="twice", detail="Stuur dit een keer.") for name in twice
        ]
        raise Refused(400, "Niet alles klopt. Bij errors staat wat.", errors=told)
    return dict(values.items())


def _check_type(wanted: str) -> None:
    if request.mimetype != wanted:
        raise Refused(415, f"Stuur {wanted}.")


def _check_accept() -> None:
    """Refuse a client that can read neither JSON nor a problem."""
    if request.accept_mimetypes and not request.accept_mimetypes.best_match([JSON, PROBLEM]):
        raise Refused(406)
