"""Flask-Login's only door: its user id is the session token, whose hash is the key of a row."""

import logging

from flask import Flask, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.exc import OperationalError

from b2b.accounts import queries
from b2b.accounts.rules import SEEN_EVERY
from b2b.accounts.service import sessions
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.core.errors import Unavailable
from b2b.web.site import Site
from b2b.web.transactions import SAFE

log = logging.getLogger("b2b.accounts")
manager = LoginManager()
KEPT = ("neighbourhood", "drafts", "typed")
"""What a visitor brings along when signing in: a choice, what was begun, what was typed."""
manager.session_protection = None  # the session row is bound to its token; addresses change on phones


class Person(UserMixin):
    """What Flask-Login carries around: the token, and the actor it stands for."""

    def __init__(self, token: str, actor: Actor | None = None):
        self.token, self.actor = token, actor

    def get_id(self) -> str:
        return self.token


@manager.user_loader
def _load(token: str) -> Person | None:
    identity = queries.identify(g.work, sessions.session_key(token))
    if identity is None:
        return None
    if g.work.now() - identity.last_seen_at > SEEN_EVERY:
        _touch(identity.actor)
    return Person(token, identity.actor)


def load_actor(site: Site) -> Actor:
    """Return who asks: a member of this municipality, or nobody."""
    nobody = Actor(municipality_id=site.municipality_id)
    if "_user_id" not in session:
        return nobody
    person = current_user._get_current_object()  # looked up once, not at each question
    if not person.is_authenticated:
        return nobody
    actor: Actor = person.actor
    return actor if actor.municipality_id == site.municipality_id else nobody


def same_actor(work: Work, actor: Actor) -> bool:
    """Say whether somebody is who they were a moment ago. False too when their session is to be touched."""
    if actor.session_key is None:
        return True  # nobody in particular: the same cookie does not become somebody
    identity = queries.identify(work, actor.session_key)
    return identity is not None and identity.actor == actor and work.now() - identity.last_seen_at <= SEEN_EVERY


def remember(token: str) -> None:
    """Make this browser the holder of the session with this token."""
    kept = {name: session[name] for name in KEPT if name in session}
    session.clear()  # a new session id at sign-in: nothing from before counts as signed in
    session.update(kept)
    session.permanent = True
    login_user(Person(token))


def forget() -> None:
    """Take the session from this browser, and all that was typed in it: the next one may be somebody else."""
    logout_user()
    session.clear()


def _touch(actor: Actor) -> None:
    roles, key = frozenset(grant.role for grant in actor.grants), actor.session_key or b""
    if request.method not in SAFE:
        sessions.touch(g.work, key, roles)
        return
    try:
        with current_app.writing() as work:  # type: ignore[attr-defined]
            sessions.touch(work, key, roles)
    except (OperationalError, Unavailable):
        log.warning("a session could not be touched: the store is busy")


def init_app(app: Flask) -> None:
    """Let Flask-Login read our sessions."""
    manager.init_app(app)
