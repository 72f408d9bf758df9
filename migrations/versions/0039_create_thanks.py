"""Make room for a thank-you after help, and let moderation look at one."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
KINDS = ("post", "message", "member", "handoff")
JUDGED = ("review_items", "statements", "signals")


def upgrade() -> None:
    op.create_table(
        "thanks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("neighbourhood_id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=True),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("receiver_id", KEY, nullable=False),
        sa.Column("body", sa.String(length=280), nullable=False),
        sa.Column("reach", one_of("reach", "private", "public"), nullable=False),
        sa.Column("for_neighbours", sa.Boolean(), nullable=False),
        sa.Column(
            "state", one_of("thanksstate", "waiting", "shown", "refused", "hidden", "withdrawn"), nullable=False
        ),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("shown_at", WHEN, nullable=True),
        to("municipality_id", "municipalities"),
        to("neighbourhood_id", "neighbourhoods"),
        to("conversation_id", "conversations"),
        to("author_id", "members"),
        to("receiver_id", "members"),
        sa.CheckConstraint("author_id <> receiver_id", name="ck__thanks__two_people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__thanks")),
        sa.UniqueConstraint("reference", name=op.f("uq__thanks__reference")),
    )
    op.create_index(op.f("ix__thanks__author_id"), "thanks", ["author_id"])
    op.create_index(op.f("ix__thanks__receiver_id"), "thanks", ["receiver_id"])
    op.create_index(
        "uq__thanks__standing",
        "thanks",
        ["conversation_id", "author_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'withdrawn'"),
        postgresql_where=sa.text("state <> 'withdrawn'"),
    )
    op.create_index(
        "ix__thanks__page",
        "thanks",
        ["neighbourhood_id", sa.text("shown_at DESC"), sa.text("id DESC")],
        sqlite_where=sa.text("state = 'shown' AND reach = 'public'"),
        postgresql_where=sa.text("state = 'shown' AND reach = 'public'"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('thanks')")
    for table in JUDGED:
        check(table, *KINDS, "thanks")


def downgrade() -> None:
    # Decisions and their reasons are kept by law: what they were about becomes the person who wrote it.
    op.execute("UPDATE review_items SET state = 'lapsed' WHERE target_kind = 'thanks' AND state = 'waiting'")
    op.execute("UPDATE review_items SET target_kind = 'member', target_id = author_id WHERE target_kind = 'thanks'")
    op.execute("UPDATE statements SET target_kind = 'member' WHERE target_kind = 'thanks'")
    op.execute("DELETE FROM signals WHERE target_kind = 'thanks'")
    for table in JUDGED:
        check(table, *KINDS)
    op.drop_table("thanks")


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def to(column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk__thanks__{column}__{other}"))


def check(table: str, *values: str) -> None:
    """Let a kind of thing have these values. On SQLite the words of the table are changed, as in 0016."""
    listed = ", ".join(f"'{value}'" for value in values)
    constraint = f"CONSTRAINT ck__{table}__targetkind CHECK (target_kind IN ({listed}))"
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck__{table}__targetkind, ADD {constraint}")
        return
    asked = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    old = bind.execute(asked, {"table": table}).scalar_one()
    new, changed = re.subn(rf"CONSTRAINT ck__{table}__targetkind CHECK \([^()]*\([^()]*\)\)", constraint, old)
    if changed != 1:
        raise RuntimeError(f"{table} has no check of the kind of thing")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    changing = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table")
    bind.execute(changing, {"sql": new, "table": table})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))
