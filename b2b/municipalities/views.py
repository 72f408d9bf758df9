"""Pages about places: choose a neighbourhood, where the map comes from, the colours of a municipality."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, request, session, url_for

from b2b.core.paths import local_path
from b2b.core.words import N_
from b2b.municipalities import queries
from b2b.municipalities.forms import ChoiceForm, PostcodeForm
from b2b.municipalities.maps import Picture, picture
from b2b.municipalities.site import theme_name
from b2b.municipalities.snapshots import Places, Quarter
from b2b.municipalities.theme import DEFAULT_THEME, css
from b2b.web.guard import public, stateless
from b2b.web.pages import page
from b2b.web.transactions import current_site

municipalities = Blueprint("municipalities", __name__)


@dataclass(frozen=True)
class Area:
    """A wijk on the map."""

    name: str
    url: str
    path: str
    current: bool
    number: int
    spot: tuple[int, int] | None


@municipalities.get("/buurten")
@public
def picker() -> Any:
    """Show the neighbourhoods by wijk; a postcode or a wijk in the address narrows the list."""
    places = _places()
    form = PostcodeForm(places, formdata=request.args)
    if "postcode" in request.args and not form.validate():
        return _picker(places, form, status=422)
    quarter = form.suggestion or next((q for q in places.quarters if q.slug == request.args.get("wijk")), None)
    return _picker(places, form, quarter)


@municipalities.post("/buurten")
@public
def choose() -> Any:
    """Remember the neighbourhood in this browser, also of somebody without an account."""
    places = _places()
    form = ChoiceForm(places)
    if not form.validate_on_submit() or form.hood is None:
        return _picker(places, PostcodeForm(places, formdata=None), problem=form, status=422)
    session["neighbourhood"] = form.hood.slug
    session.permanent = True
    flash(N_("Je buurt is opgeslagen."), "ok")
    home = url_for("posts.neighbourhood_feed", neighbourhood=form.hood.slug)
    return redirect(local_path(form.next.data) or home, 303)


@municipalities.get("/bron")
@public
def source() -> Any:
    """Say where the map comes from, how old it is and what may be done with it."""
    return page("municipalities/source.html", places=_places())


@municipalities.get("/thema/<string(length=12):name>.css")
@stateless
def theme(name: str) -> Response:
    """Send the values of a theme; its name changes when they do."""
    if name != theme_name(DEFAULT_THEME):
        abort(404)
    response = Response(css(DEFAULT_THEME), mimetype="text/css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _places() -> Places:
    site = current_site()
    if site.municipality_id is None:
        abort(404)
    return queries.places(g.work, site.municipality_id)


def _picker(
    places: Places, form: PostcodeForm, quarter: Quarter | None = None, *, problem: Any = None, status: int = 200
) -> Response:
    after = local_path(request.values.get("next")) or ""
    drawn: Picture = picture(places)
    here = places.by_slug.get(session.get("neighbourhood", ""))
    return page(
        "municipalities/picker.html",
        status=status,
        places=places,
        form=form,
        problem=problem,
        errors=status == 422,
        quarter=quarter,
        suggested=form.suggestion is not None,
        mixed=places.is_mixed(form.digits),
        here=here,
        after=after,
        numbers={q.id: number for number, q in enumerate(places.quarters, start=1)},
        areas=[
            Area(
                q.name,
                url_for(".picker", wijk=q.slug, next=after or None),
                drawn.paths[q.id],
                q is quarter,
                number,
                drawn.spots.get(q.id),
            )
            for number, q in enumerate(places.quarters, start=1)
            if q.id in drawn.paths
        ],
        view_box=drawn.view_box,
    )
