"""Note also who read a private thank-you for a case, beside who read in a conversation."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

LINK = "CONSTRAINT fk__readings__thanks_id__thanks REFERENCES thanks (id)"
OF_A_MESSAGE = ("conversation_id", "message_id")


def upgrade() -> None:
    kind = "BIGINT" if op.get_bind().dialect.name == "postgresql" else "INTEGER"
    op.execute(f"ALTER TABLE readings ADD COLUMN thanks_id {kind} {LINK}")
    may_be_empty(True)


def downgrade() -> None:
    # The older table cannot say it; that the case was opened stays in the audit trail.
    op.execute("DELETE FROM readings WHERE message_id IS NULL")
    may_be_empty(False)
    op.execute("ALTER TABLE readings DROP COLUMN thanks_id")


def may_be_empty(empty: bool) -> None:
    """Let the columns of a message be empty, or not. On SQLite the words of the table are changed, as in 0016."""
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        for column in OF_A_MESSAGE:
            op.execute(f"ALTER TABLE readings ALTER COLUMN {column} {'DROP' if empty else 'SET'} NOT NULL")
        return
    sql = bind.execute(
        sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'readings'")
    ).scalar_one()
    for column in OF_A_MESSAGE:
        sql, changed = re.subn(
            rf"\b{column} INTEGER( NOT NULL)?,", f"{column} INTEGER{'' if empty else ' NOT NULL'},", sql
        )
        if changed != 1:
            raise RuntimeError(f"readings has no {column}")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    bind.execute(
        sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = 'readings'"), {"sql": sql}
    )
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))
