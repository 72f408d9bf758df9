"""Run migrations on the connection that `b2b.cli.db` hands over, in one transaction."""

from alembic import context
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

import b2b.tables  # noqa: F401
from b2b.core.crypto import Sealed


def plain_sql(kind, item, _context):
    """Write SQLAlchemy's own types: a migration never imports our code or sqlmodel."""
    if kind != "type":
        return False
    if isinstance(item, AutoString):
        length = item.impl.length
        return f"sa.String(length={length})" if length else "sa.String()"
    if isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Sealed):
        return "sa.LargeBinary()"
    return False


def ours(_obj, name, kind, _reflected, _compare_to):
    """Leave SQLite's own tables alone."""
    return not (kind == "table" and name.startswith("sqlite_"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=plain_sql,
    include_object=ours,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
