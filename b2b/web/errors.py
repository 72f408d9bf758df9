"""Refusals and failures as pages: a status, a sentence, and what was typed is kept."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, make_response, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from b2b.core import errors
from b2b.core.traces import where
from b2b.web.guard import SecondStepNeeded, SignInNeeded
from b2b.web.pages import htmx, render
from b2b.web.transactions import SAFE

log = logging.getLogger("b2b.web")

STATUS: dict[type[errors.Refusal], int] = {
    errors.Missing: 404,
    errors.Forbidden: 403,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.TooFast: 429,
    errors.Unavailable: 503,
    errors.Refusal: 409,
}
OTHERWISE: dict[str, Callable[[int, str | None, int | None], Response]] = {}
"""Beginning of a path -> who answers a failure there: status, sentence, seconds to wait. Not every reader wants a page."""
PAGES = frozenset({400, 403, 404, 405, 409, 410, 413, 429, 500, 503})
SECRET_FIELDS = frozenset({"csrf_token", "code", "password", "token"})


@dataclass(frozen=True)
class Retry:
    """The form that could not be handled: where it goes and what was typed in it."""

    action: str
    fields: list[tuple[str, str]]


def failure(status: int, sentence: str | None = None, retry_after: int | None = None) -> Response:
    """Return the error page of `status`, with the typed form when trying again can help; see OTHERWISE."""
    for beginning, answer in OTHERWISE.items():
        if request.path.startswith(beginning):
            return answer(status, sentence, retry_after)
    shown = status if status in PAGES else (500 if status >= 500 else 400)
    html = render(f"errors/{shown}.html", sentence=sentence, retry=_typed(shown))
    response = make_response(html, status)
    if retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _typed(status: int) -> Retry | None:
    if request.method in SAFE or status not in (400, 409, 429, 503):
        return None
    fields = [(k, v) for k, v in request.form.items(multi=True) if k not in SECRET_FIELDS and v.strip()]
    return Retry(request.full_path.rstrip("?"), fields) if fields else None


def refused(error: errors.Refusal) -> Response:
    """Answer a refusal of a service."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    return failure(status, error.sentence, getattr(error, "retry_after", None))


def http_error(error: HTTPException) -> Any:
    """Answer what Werkzeug refuses; redirects pass."""
    if error.code is None or error.code < 400:
        return error
    response = failure(error.code)
    if allowed := getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(allowed)
    return response


def store_error(error: Exception) -> Response:
    """Answer a database that is locked, full, read-only or away: come back soon."""
    log.warning("the store is unavailable: %s", type(error).__name__)
    return failure(503, retry_after=errors.Unavailable.retry_after)


def twice(error: IntegrityError) -> Response:
    """Answer two requests that wanted the same one thing: the first has won."""
    log.warning("a constraint refused a change: %s", type(error.orig).__name__)
    return failure(409, errors.Conflict.sentence)


def crash(error: Exception) -> Response:
    """Answer what nobody foresaw, without saying what it was."""
    log.error("unforeseen: %s", where(error))
    return failure(500)


def sign_in_first(_error: SignInNeeded) -> Response:
    """Send somebody to the sign-in page, and back to where they were."""
    return _detour("accounts.sign_in")


def second_step_first(_error: SecondStepNeeded) -> Response:
    """Send a member of staff to the second step of signing in."""
    return _detour("accounts.second_step")


def _detour(endpoint: str) -> Response:
    back = request.full_path.rstrip("?") if request.method in SAFE else ""
    url = url_for(endpoint) + (f"?{urlencode({'next': back})}" if back else "")
    if htmx:
        response = make_response("", 200)
        response.headers["HX-Redirect"] = url
        return response
    return make_response(redirect(url, 303))


def lost_token(_error: CSRFError) -> Response:
    """Answer a form whose token ran out (a long pause, a second tab): the text is kept."""
    return failure(400, "Deze pagina stond te lang open. Probeer het nog een keer: je tekst is er nog.")


def init_app(app: Flask) -> None:
    """Give every failure its page."""
    app.register_error_handler(errors.Refusal, refused)
    app.register_error_handler(CSRFError, lost_token)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(SignInNeeded, sign_in_first)
    app.register_error_handler(SecondStepNeeded, second_step_first)
    app.register_error_handler(IntegrityError, twice)
    app.register_error_handler(OperationalError, store_error)
    app.register_error_handler(PoolTimeout, store_error)
    app.register_error_handler(DBAPIError, lambda e: store_error(e) if e.connection_invalidated else crash(e))
    app.register_error_handler(Exception, crash)
