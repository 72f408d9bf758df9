"""The blueprint, and what its pages share: which browser this is, which places there are."""

from hashlib import sha256

from flask import Blueprint, g, session

from b2b.core.ids import new_token
from b2b.municipalities.queries import Hood, Places, places
from b2b.web.transactions import current_actor, current_site

posts = Blueprint("posts", __name__)


def here() -> Places:
    """Return the places of this municipality; Missing pages follow when there is none."""
    return places(g.work, current_site().municipality_id or 0)


def own_hood() -> Hood | None:
    """Return the neighbourhood of who looks: of their account, or chosen in this browser."""
    known = here()
    if current_actor().neighbourhood_id is not None:
        return known.hoods.get(current_actor().neighbourhood_id or 0)
    return known.by_slug.get(session.get("neighbourhood") or "")


def browser_key(*, make: bool = False) -> bytes | None:
    """Return the key under which drafts of this browser are kept; `make` gives it one when it has none."""
    token = session.get("drafts")
    if token is None and make:
        token = session["drafts"] = new_token()
        session.permanent = True
    return sha256(token.encode()).digest() if token else None
