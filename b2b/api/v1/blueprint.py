"""The blueprint of version 1, and what each of its answers says about itself: also a refusal."""

from flask import Blueprint, Response, current_app, request

from b2b.api.v1.endings import ENDINGS
from b2b.api.v1.problems import Refused, failed, problem
from b2b.web import errors

VERSION = "1.1.0"
"""The version of the contract (semantic versioning). Its first number is the one in the address."""
PREFIX = "/api/v1"
EVERYTHING = "/api/"

FROM_ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For what everybody may read: pages of any site may ask for it."""

api_v1 = Blueprint("api_v1", __name__, url_prefix=PREFIX)
errors.OTHERWISE[EVERYTHING] = failed


@api_v1.after_app_request
def sign(response: Response) -> Response:
    """Put on every answer under /api what the NL API Design Rules ask for."""
    if not request.path.startswith(EVERYTHING):
        return response
    response.headers["API-Version"] = VERSION
    # Clients keep an ETag themselves; what a browser or proxy keeps may be somebody else's answer.
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response.vary.discard("Cookie")
    if getattr(current_app.view_functions.get(request.endpoint or ""), "open_data", False):
        response.headers.extend(FROM_ANY_SITE)
    if ending := ENDINGS.get(request.endpoint or ""):
        response.headers.extend(ending.headers())
    return response


@api_v1.errorhandler(Refused)
def refused(refusal: Refused) -> Response:
    """Answer what an operation refuses, with all that was wrong."""
    response = problem(refusal.status, refusal.detail, **refusal.more)
    response.headers.extend(refusal.headers)
    return response
