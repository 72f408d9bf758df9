"""Build the app. Read top to bottom: it is the table of contents."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

import b2b.tables  # noqa: F401 - every table, so that foreign keys by name are found
from b2b.accounts import login
from b2b.api.v1 import api_v1
from b2b.config import ROOT, Settings
from b2b.core import crypto
from b2b.core.clock import Clock, system_clock
from b2b.core.engines import Database, connect
from b2b.features import BLUEPRINTS, GATES, services
from b2b.municipalities.site import site_for
from b2b.reactions import REACTIONS
from b2b.web import converters, errors, headers, ratelimits
from b2b.web.cookies import CookieSessions
from b2b.web.guard import deny_by_default
from b2b.web.pages import htmx
from b2b.web.transactions import App

csrf = CSRFProtect()


def create_app(
    settings: Settings,
    database: Database | None = None,
    *,
    clock: Clock = system_clock,
    outside: Mapping[str, Any] | None = None,
) -> App:
    """Return the site. `outside` replaces doors to the outside world ("mail", "connectors")."""
    app = App("b2b", root_path=str(ROOT), static_folder=None)
    app.settings, app.clock = settings, clock
    app.database = database or connect(settings.database_url, busy_seconds=settings.busy_seconds)
    app.reactions = REACTIONS
    app.services = {**services(settings), **(outside or {})}
    crypto.use(crypto.Keyring.of(settings))
    configure(app, settings)
    app.session_interface = CookieSessions(app)

    app.load_site = site_for(settings)
    app.load_actor, app.same_actor = login.load_actor, login.same_actor
    app.gates = GATES
    login.init_app(app)
    htmx.init_app(app)
    csrf.init_app(app)
    csrf.exempt(api_v1)  # other systems call it: they have a token in a header, and no cookie
    csrf.exempt("b2b.handoff.views.connections.notified")  # a municipality's system, with a secret of its own
    csrf.exempt("b2b.accounts.views.provider.back_channel")  # a server asks, with a signed token and no cookie
    csrf.exempt("b2b.notifications.views.unsubscribing.do_unsubscribe")  # a mail program asks, with a signed link
    converters.init_app(app)
    headers.init_app(app)
    errors.init_app(app)
    ratelimits.init_app(app, app.database.write, settings.limits_url, settings.limits)
    app.before_request(deny_by_default)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)

    serve_files(app)
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    return app


def configure(app: App, settings: Settings) -> None:
    """Tell Flask and its extensions what the settings mean for them."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.secret_key_fallbacks),
        SESSION_COOKIE_NAME="__Host-b2b" if settings.https else "b2b",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=180),
        SESSION_REFRESH_EACH_REQUEST=False,
        MAX_CONTENT_LENGTH=256 * 1024,
        MAX_FORM_MEMORY_SIZE=128 * 1024,
        MAX_FORM_PARTS=200,
        TRUSTED_HOSTS=settings.hosts,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=True,
    )


def serve_files(app: App) -> None:
    """Send the built files straight from memory of their names, compressed, for a year."""
    built = ROOT / "static" / "dist"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(built) if built.is_dir() else None,
        prefix="static/dist/",
        max_age=60,
        immutable_file_test=r"\.[0-9a-f]{8,}\.\w+$",
    )
