"""Keep what residents ask about their data: copies, requests, deletions, and which deletions a backup must hear of."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = ("data_copies", "data_requests", "erasures", "erasure_marks")


def upgrade() -> None:
    op.add_column("members", sa.Column("paused_at", MOMENT, nullable=True))
    op.create_table(
        "data_copies",
        *of_a_member("data_copies"),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("state", one_of("copystate", "asked", "ready", "over"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("ready_at", MOMENT, nullable=True),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("fetched_at", MOMENT, nullable=True),
        sa.UniqueConstraint("reference", name=op.f("uq__data_copies__reference")),
    )
    op.create_index(op.f("ix__data_copies__member_id"), "data_copies", ["member_id"])
    op.create_index("ix__data_copies__expiry", "data_copies", ["state", "expires_at"])
    standing("uq__data_copies__asked", "data_copies", "state = 'asked'")
    op.create_table(
        "data_requests",
        *of_a_member("data_requests"),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("kind", one_of("requestkind", "object", "rectify", "restrict", "question"), nullable=False),
        sa.Column(
            "about",
            one_of("about", "asking", "digests", "learning", "figures", "moderation", "other"),
            nullable=False,
        ),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("state", one_of("requeststate", "open", "granted", "partly", "refused"), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by_id", KEY, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["members.id"], name=op.f("fk__data_requests__answered_by_id__members")
        ),
        sa.UniqueConstraint("member_id", "once", name=op.f("uq__data_requests__member_id_once")),
        sa.UniqueConstraint("reference", name=op.f("uq__data_requests__reference")),
    )
    op.create_index(op.f("ix__data_requests__member_id"), "data_requests", ["member_id"])
    op.create_index("ix__data_requests__queue", "data_requests", ["municipality_id", "state", "due_on", "id"])
    op.create_table(
        "erasures",
        *of_a_member("erasures"),
        sa.Column("state", one_of("erasurestate", "asked", "undone", "at_work", "erased"), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
    )
    op.create_index(op.f("ix__erasures__member_id"), "erasures", ["member_id"])
    op.create_index("ix__erasures__due", "erasures", ["state", "due_at"])
    standing("uq__erasures__standing", "erasures", "state IN ('asked', 'at_work')")
    op.create_table(
        "erasure_marks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("erased_at", MOMENT, nullable=False),
        sa.Column("keep_until", MOMENT, nullable=False),
        in_municipality("erasure_marks"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__erasure_marks")),
        sa.UniqueConstraint("mark", name=op.f("uq__erasure_marks__mark")),
    )
    op.create_index(op.f("ix__erasure_marks__keep_until"), "erasure_marks", ["keep_until"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("members", "paused_at")


def of_a_member(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return the columns and keys of a table that points at a member."""
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        in_municipality(table),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f(f"fk__{table}__member_id__members")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}")),
    )


def in_municipality(table: str) -> sa.ForeignKeyConstraint:
    """Return the key by which a table belongs to a municipality."""
    return sa.ForeignKeyConstraint(
        ["municipality_id"], ["municipalities.id"], name=op.f(f"fk__{table}__municipality_id__municipalities")
    )


def one_of(name: str, *values: str) -> sa.Enum:
    """Return the type of a column that holds one of these."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def standing(name: str, table: str, which: str) -> None:
    """Let one member have one row of a table that still stands."""
    only = sa.text(which)
    op.create_index(name, table, ["member_id"], unique=True, sqlite_where=only, postgresql_where=only)
