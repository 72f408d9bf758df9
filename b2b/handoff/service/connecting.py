"""Verbs of connections: what an administrator sets, tries out and takes away. A secret goes in and never comes out."""

from dataclasses import dataclass, field

from sqlmodel import select

from b2b.core import audit
from b2b.core.db import Work
from b2b.core.ids import new_reference
from b2b.handoff.models import Connection
from b2b.handoff.rules import AlreadyConnected
from b2b.jobs.service import enqueue

TEST = "handoff:test"


@dataclass(frozen=True)
class Setup:
    """What an administrator filled in. A `secret` of None keeps the one that is there."""

    connector: str
    district: str
    address: str
    secret: str | None = field(default=None, repr=False)
    callback_secret: str | None = field(default=None, repr=False)
    options: dict[str, str] = field(default_factory=dict)


def connect(work: Work, municipality_id: int, setup: Setup) -> Connection:
    """Add a connection and try it out. One that was taken away comes back in its place."""
    known = select(Connection).where(
        Connection.municipality_id == municipality_id,
        Connection.connector == setup.connector,
        Connection.district == setup.district,
    )
    connection = work.exec(known).first()
    if connection is not None and connection.is_active:
        raise AlreadyConnected()
    if connection is None:
        connection = Connection(
            reference=new_reference("U"),
            municipality_id=municipality_id,
            connector=setup.connector,
            district=setup.district,
            created_at=work.now(),
        )
        work.add(connection)
    connection.is_active = True
    _fill(connection, setup)
    work.flush()  # the test names it
    audit.note(work, "connection.made", connection, connector=setup.connector)
    ask_test(work, connection)
    return connection


def change(work: Work, connection: Connection, setup: Setup) -> None:
    """Set a connection anew and try it out; which connector and which wijk it is, stays."""
    _fill(connection, setup)
    audit.note(work, "connection.changed", connection, connector=connection.connector)
    ask_test(work, connection)


def disconnect(work: Work, connection: Connection) -> None:
    """Take a connection away: its secrets are emptied, what is on its way stops."""
    connection.is_active = False
    connection.secret = connection.callback_secret = None
    connection.fails, connection.rest_until = 0, None
    audit.note(work, "connection.ended", connection, connector=connection.connector)


def ask_test(work: Work, connection: Connection) -> None:
    """Let the worker try a connection out; what it finds stands on the page a moment later."""
    connection.findings = []
    connection.tested_at = None
    # A test after another change is another test; two clicks in one second are one.
    key = f"{TEST}:{connection.id}:{int(work.now().timestamp())}"
    enqueue(work, TEST, {"connection_id": connection.id}, dedupe_key=key)


def _fill(connection: Connection, setup: Setup) -> None:
    connection.address, connection.options = setup.address, setup.options
    if setup.secret is not None:
        connection.secret = setup.secret
    if setup.callback_secret is not None:
        connection.callback_secret = setup.callback_secret
    connection.fails, connection.rest_until, connection.failed_words = 0, None, None
