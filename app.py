"""The site for a WSGI server: `granian --interface wsgi app:app`. Its worker runs beside it: `b2b jobs work`."""

from contextlib import suppress

from sqlalchemy.exc import DBAPIError

from b2b.accounts.queries import check_keys
from b2b.config import Settings
from b2b.core.garbage import settle
from b2b.factory import create_app
from b2b.features import warm_up

app = create_app(Settings.from_environment())

# A database that is away, or has no tables yet, is said by a page; keys that do not fit it stop us here.
with suppress(DBAPIError), app.reading() as work:
    check_keys(work)

warm_up()

settle()
