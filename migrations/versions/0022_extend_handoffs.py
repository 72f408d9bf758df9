"""Give questions to the municipality a clock, notes, and a state of waiting for the resident."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
STATES = ("new", "claimed", "in_contact", "done", "returned", "withdrawn")
TABLES = ("handoff_notes", "handoff_questions", "handoff_proposals", "referrals", "consent_exceptions")


def upgrade() -> None:
    check(*STATES, "waiting")
    op.add_column("handoffs", sa.Column("due_at", WHEN, nullable=True))
    # Questions from before there was a clock: their time is over, so that somebody looks at them first.
    op.execute("UPDATE handoffs SET due_at = created_at WHERE state IN ('new', 'claimed', 'in_contact')")
    op.drop_index("ix__handoffs__queue", table_name="handoffs")
    op.create_index("ix__handoffs__queue", "handoffs", ["municipality_id", "state", "due_at", "id"])
    op.create_index("ix__handoffs__member_id", "handoffs", ["member_id", "created_at"])
    op.execute(
        "ALTER TABLE handoffs ADD COLUMN helped VARCHAR(32)"
        " CONSTRAINT ck__handoffs__helped CHECK (helped IN ('yes', 'partly', 'no'))"
    )
    create_notes()
    create_questions()
    create_proposals()
    create_referrals()
    create_exceptions()
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_index("ix__handoffs__member_id", table_name="handoffs")
    op.drop_index("ix__handoffs__queue", table_name="handoffs")
    op.create_index("ix__handoffs__queue", "handoffs", ["municipality_id", "state", "created_at"])
    op.drop_column("handoffs", "due_at")
    op.execute("ALTER TABLE handoffs DROP COLUMN helped")
    op.execute("UPDATE handoffs SET state = 'in_contact' WHERE state = 'waiting'")
    check(*STATES)


def check(*values: str) -> None:
    """Let a state have these values. On SQLite the words of the table are changed, as in 0016."""
    listed = ", ".join(f"'{value}'" for value in values)
    constraint = f"CONSTRAINT ck__handoffs__handoffstate CHECK (state IN ({listed}))"
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE handoffs DROP CONSTRAINT ck__handoffs__handoffstate, ADD {constraint}")
        return
    old = bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'handoffs'")).scalar_one()
    new, changed = re.subn(r"CONSTRAINT ck__handoffs__handoffstate CHECK \([^()]*\([^()]*\)\)", constraint, old)
    if changed != 1:
        raise RuntimeError("handoffs has no check of its state")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    bind.execute(sa.text("UPDATE sqlite_master SET sql = :sql WHERE name = 'handoffs'"), {"sql": new})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk__{table}__{column}__{other}"))


def create_notes() -> None:
    op.create_table(
        "handoff_notes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("handoff_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("kind", one_of("notekind", "note", "call", "outcome", "forward", "reopen"), nullable=False),
        sa.Column("outcome", one_of("outcome", "spoken", "not_reached", "meeting", "referred"), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("for_resident", sa.Boolean(), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        to("handoff_notes", "municipality_id", "municipalities"),
        to("handoff_notes", "handoff_id", "handoffs"),
        to("handoff_notes", "author_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__handoff_notes")),
        sa.UniqueConstraint("author_id", "once", name=op.f("uq__handoff_notes__author_id_once")),
    )
    op.create_index(op.f("ix__handoff_notes__handoff_id"), "handoff_notes", ["handoff_id"])


def asked(table: str) -> list[sa.Column | sa.Constraint]:
    """Return what a question and a proposal have in common."""
    return [
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("handoff_id", BIG, nullable=False),
        sa.Column("asked_by_id", BIG, nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("asked_at", WHEN, nullable=False),
        sa.Column("due_at", WHEN, nullable=False),
        sa.Column("answered_at", WHEN, nullable=True),
        sa.Column("lapsed_at", WHEN, nullable=True),
        to(table, "municipality_id", "municipalities"),
        to(table, "handoff_id", "handoffs"),
        to(table, "asked_by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}")),
        sa.UniqueConstraint("asked_by_id", "once", name=op.f(f"uq__{table}__asked_by_id_once")),
    ]


def create_questions() -> None:
    op.create_table(
        "handoff_questions",
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.UniqueConstraint("reference", name=op.f("uq__handoff_questions__reference")),
        *asked("handoff_questions"),
    )
    op.create_index(op.f("ix__handoff_questions__handoff_id"), "handoff_questions", ["handoff_id"])
    op.create_index("ix__handoff_questions__due", "handoff_questions", ["due_at"])


def create_proposals() -> None:
    op.create_table(
        "handoff_proposals",
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("post_id", BIG, nullable=True),
        to("handoff_proposals", "post_id", "posts"),
        *asked("handoff_proposals"),
    )
    op.create_index(op.f("ix__handoff_proposals__handoff_id"), "handoff_proposals", ["handoff_id"])
    op.create_index("ix__handoff_proposals__due", "handoff_proposals", ["due_at"])


def create_referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("handoff_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("since", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        to("referrals", "municipality_id", "municipalities"),
        to("referrals", "handoff_id", "handoffs"),
        to("referrals", "member_id", "members"),
        to("referrals", "made_by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__referrals")),
        sa.UniqueConstraint("reference", name=op.f("uq__referrals__reference")),
    )
    op.create_index(op.f("ix__referrals__handoff_id"), "referrals", ["handoff_id"])
    op.create_index("ix__referrals__member_id", "referrals", ["member_id", "ended_at"])


def create_exceptions() -> None:
    table = "consent_exceptions"
    op.create_table(
        table,
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=False),
        sa.Column("handoff_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("ground", one_of("ground", "life", "child", "cannot_ask", "others"), nullable=False),
        sa.Column("organisation", sa.String(length=80), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("secret", sa.Boolean(), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("state", one_of("exceptionstate", "open", "confirmed", "refused", "lapsed"), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("due_at", WHEN, nullable=False),
        sa.Column("decided_by_id", BIG, nullable=True),
        sa.Column("decided_at", WHEN, nullable=True),
        sa.Column("told_at", WHEN, nullable=True),
        to(table, "municipality_id", "municipalities"),
        to(table, "neighbourhood_id", "neighbourhoods"),
        to(table, "handoff_id", "handoffs"),
        to(table, "member_id", "members"),
        to(table, "made_by_id", "members"),
        to(table, "decided_by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}")),
        sa.UniqueConstraint("made_by_id", "once", name=op.f(f"uq__{table}__made_by_id_once")),
        sa.UniqueConstraint("reference", name=op.f(f"uq__{table}__reference")),
    )
    op.create_index(op.f(f"ix__{table}__handoff_id"), table, ["handoff_id"])
    op.create_index(f"ix__{table}__due", table, ["state", "due_at"])
