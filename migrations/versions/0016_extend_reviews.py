"""Give reviews a place in the queue, claims, cover, ready-made texts and a log of what was read."""

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
KINDS = ("post", "message", "member")
CATEGORIES = ("rude", "fraud", "private_data", "discrimination", "danger", "not_neighbour_help", "other")


def item_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("priority", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("priority_reasons", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("crisis", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("households", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("circles", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("claimed_by_id", BIG, nullable=True),
        sa.Column("claimed_at", WHEN, nullable=True),
        sa.Column("claim_until", WHEN, nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("claim_note", sa.String(length=200), nullable=False, server_default=""),
        sa.Column("covering", sa.String(length=2000), nullable=False, server_default=","),
        sa.Column("conflicted", sa.String(length=2000), nullable=False, server_default=","),
        sa.Column("precaution_at", WHEN, nullable=True),
    ]


def notice_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("notifier_key", sa.LargeBinary(), nullable=True),
        sa.Column("source_key", sa.LargeBinary(), nullable=True),
        sa.Column("on_behalf_of", sa.LargeBinary(), nullable=True),
        sa.Column("rule", sa.String(length=64), nullable=True),
        sa.Column("legal_provision", sa.String(length=300), nullable=False, server_default=""),
        sa.Column("content_url", sa.String(length=500), nullable=False, server_default=""),
        sa.Column("trusted_flagger", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("duplicate_of_id", BIG, nullable=True),
        sa.Column("receipt_sent_at", WHEN, nullable=True),
        sa.Column("answered_at", WHEN, nullable=True),
    ]


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    for column in item_columns():
        op.add_column("review_items", column)
    op.create_index(
        "ix__review_items__order", "review_items", ["municipality_id", "state", "priority", "created_at", "id"]
    )
    check("review_items", "targetkind", "target_kind", *KINDS, "handoff")
    check("notices", "noticecategory", "category", *CATEGORIES, "child_abuse")
    for column in notice_columns():
        op.add_column("notices", column)
    op.execute(
        "ALTER TABLE notices ADD COLUMN ground VARCHAR(32) DEFAULT 'unsure' NOT NULL"
        " CONSTRAINT ck__notices__noticeground CHECK (ground IN ('unsure', 'illegal', 'rules'))"
    )
    op.create_index("ix__notices__period", "notices", ["municipality_id", "created_at"])
    op.create_index("ix__notices__notifier_key", "notices", ["notifier_key"])
    create_flaggers()
    create_absences()
    create_texts()
    create_readings()


def downgrade() -> None:
    for table in ("readings", "ready_texts", "absences", "trusted_flaggers"):
        op.drop_table(table)
    op.drop_index("ix__notices__notifier_key", "notices")
    op.drop_index("ix__notices__period", "notices")
    for name in ("ground", *(column.name for column in notice_columns())):
        op.execute(f"ALTER TABLE notices DROP COLUMN {name}")
    # There is no older word for these: a child in danger is danger, a hand-over was judged by an administrator.
    op.execute("UPDATE notices SET category = 'danger' WHERE category = 'child_abuse'")
    op.execute(
        "UPDATE review_items SET target_kind = 'member', target_id = author_id, state = 'lapsed'"
        " WHERE target_kind = 'handoff'"
    )
    check("notices", "noticecategory", "category", *CATEGORIES)
    check("review_items", "targetkind", "target_kind", *KINDS)
    op.drop_index("ix__review_items__order", "review_items")
    for column in item_columns():
        op.drop_column("review_items", column.name)


def check(table: str, name: str, column: str, *values: str) -> None:
    """Let an enum have these values. On SQLite the words of the table are changed, not its rows.

    Making the table anew, as a batch does, would drop it for a moment: rows that point at it forbid that.
    """
    listed = ", ".join(f"'{value}'" for value in values)
    constraint = f"CONSTRAINT ck__{table}__{name} CHECK ({column} IN ({listed}))"
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck__{table}__{name}, ADD {constraint}")
        return
    asked = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :table")
    old = bind.execute(asked, {"table": table}).scalar_one()
    new, changed = re.subn(rf"CONSTRAINT ck__{table}__{name} CHECK \([^()]*\([^()]*\)\)", constraint, old)
    if changed != 1:
        raise RuntimeError(f"{table} has no check called {name}")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    changing = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = :table")
    bind.execute(changing, {"sql": new, "table": table})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))


def town(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["municipality_id"], ["municipalities.id"], name=op.f(f"fk__{table}__municipality_id__municipalities")
    )


def to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk__{table}__{column}__{other}"))


def create_flaggers() -> None:
    op.create_table(
        "trusted_flaggers",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("email_key", sa.LargeBinary(), nullable=False),
        sa.Column("added_by_id", BIG, nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        town("trusted_flaggers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__trusted_flaggers")),
        sa.UniqueConstraint("reference", name=op.f("uq__trusted_flaggers__reference")),
    )
    op.create_index(
        op.f("ix__trusted_flaggers__municipality_id_email_key"), "trusted_flaggers", ["municipality_id", "email_key"]
    )


def create_absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("cover_id", BIG, nullable=True),
        sa.Column("starts_at", WHEN, nullable=False),
        sa.Column("ends_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.Column("applied_at", WHEN, nullable=True),
        sa.Column("created_at", WHEN, nullable=False),
        town("absences"),
        to("absences", "member_id", "members"),
        to("absences", "cover_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__absences")),
        sa.UniqueConstraint("reference", name=op.f("uq__absences__reference")),
    )
    op.create_index(op.f("ix__absences__member_id"), "absences", ["member_id"])
    op.create_index("ix__absences__cover", "absences", ["cover_id", "ends_at"])
    op.create_index("ix__absences__period", "absences", ["municipality_id", "ends_at"])


def create_texts() -> None:
    op.create_table(
        "ready_texts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("body", sa.String(length=1200), nullable=False),
        sa.Column("decisions", sa.String(length=200), nullable=False),
        sa.Column("changed_by_id", BIG, nullable=False),
        sa.Column("changed_at", WHEN, nullable=False),
        sa.Column("retired_at", WHEN, nullable=True),
        town("ready_texts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__ready_texts")),
        sa.UniqueConstraint("municipality_id", "code", name=op.f("uq__ready_texts__municipality_id_code")),
    )


def create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("review_item_id", BIG, nullable=False),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("reader_id", BIG, nullable=False),
        sa.Column("why", one_of("readingwhy", "notice", "signal"), nullable=False),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("told_at", WHEN, nullable=True),
        town("readings"),
        to("readings", "review_item_id", "review_items"),
        to("readings", "conversation_id", "conversations"),
        to("readings", "message_id", "messages"),
        to("readings", "reader_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__readings")),
    )
    op.create_index("ix__readings__conversation", "readings", ["conversation_id", "at"])
    op.create_index("ix__readings__reader", "readings", ["reader_id", "at"])
    op.create_index("ix__readings__item", "readings", ["review_item_id"])
