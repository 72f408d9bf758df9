"""Let an appointment close of which nobody said how it went."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

STATES = ("proposed", "agreed", "declined", "cancelled", "done", "missed")


def upgrade() -> None:
    check(*STATES, "untold")


def downgrade() -> None:
    # The older word for an appointment that took place, without anything said about it.
    op.execute("UPDATE agreements SET state = 'done' WHERE state = 'untold'")
    check(*STATES)


def check(*values: str) -> None:
    """Let a state have these values. On SQLite the words of the table are changed, as in 0016."""
    listed = ", ".join(f"'{value}'" for value in values)
    constraint = f"CONSTRAINT ck__agreements__agreementstate CHECK (state IN ({listed}))"
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE agreements DROP CONSTRAINT ck__agreements__agreementstate, ADD {constraint}")
        return
    old = bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'agreements'")).scalar_one()
    new, changed = re.subn(r"CONSTRAINT ck__agreements__agreementstate CHECK \([^()]*\([^()]*\)\)", constraint, old)
    if changed != 1:
        raise RuntimeError("agreements has no check of its state")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    bind.execute(sa.text("UPDATE sqlite_master SET sql = :sql WHERE name = 'agreements'"), {"sql": new})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))
