"""Pages about places, and the colours of a municipality."""

from flask import Blueprint, Response, abort

from b2b.municipalities.site import theme_name
from b2b.municipalities.theme import DEFAULT_THEME, css
from b2b.web.guard import stateless

municipalities = Blueprint("municipalities", __name__)


@municipalities.get("/thema/<string(length=12):name>.css")
@stateless
def theme(name: str) -> Response:
    """Send the values of a theme; its name changes when they do."""
    if name != theme_name(DEFAULT_THEME):
        abort(404)
    response = Response(css(DEFAULT_THEME), mimetype="text/css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
