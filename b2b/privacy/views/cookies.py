"""Which cookies there are: only those that the site cannot do without."""

from typing import Any

from flask import current_app

from b2b.privacy.rules.cookies import COOKIES, name_of
from b2b.privacy.views.blueprint import privacy
from b2b.web.guard import public
from b2b.web.pages import page


@privacy.get("/cookies")
@public
def cookies() -> Any:
    """Name every cookie, why it is there and until when."""
    https = current_app.config["SESSION_COOKIE_SECURE"]
    return page("privacy/cookies.html", cookies=[(name_of(one, https=https), one) for one in COOKIES])
