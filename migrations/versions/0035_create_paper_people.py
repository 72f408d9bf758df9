"""Let people without e-mail take part: who they are at the desk, what was said by phone, a code on paper; share an appointment."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("paper_people", "paper_calls", "paper_codes", "agreement_shares")


def key(table: str, column: str, target: str, **more: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"), **more)


def upgrade() -> None:
    op.create_table(
        "paper_people",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("phone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("once", sa.String(length=32), nullable=False),
        key("paper_people", "municipality_id", "municipalities"),
        key("paper_people", "member_id", "members"),
        key("paper_people", "made_by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__paper_people")),
        sa.UniqueConstraint("member_id", name=op.f("uq__paper_people__member_id")),
        sa.UniqueConstraint("once", name=op.f("uq__paper_people__once")),
    )
    op.create_table(
        "paper_calls",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "spoke",
                "called_back",
                "at_the_desk",
                "printed",
                "no_answer",
                "left_word",
                name="calloutcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        key("paper_calls", "municipality_id", "municipalities"),
        key("paper_calls", "member_id", "members"),
        key("paper_calls", "by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__paper_calls")),
        sa.UniqueConstraint("once", name=op.f("uq__paper_calls__once")),
    )
    op.create_index(op.f("ix__paper_calls__member_id_at"), "paper_calls", ["member_id", "at"])
    op.create_index(op.f("ix__paper_calls__at"), "paper_calls", ["at"])
    op.create_table(
        "paper_codes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=True),
        sa.Column("code", sa.LargeBinary(), nullable=True),
        sa.Column("code_salt", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        key("paper_codes", "municipality_id", "municipalities"),
        key("paper_codes", "member_id", "members"),
        key("paper_codes", "made_by_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__paper_codes")),
    )
    op.create_index(op.f("ix__paper_codes__expires_at"), "paper_codes", ["expires_at"])
    op.create_index(
        "uq__paper_codes__standing",
        "paper_codes",
        ["member_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "agreement_shares",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("agreement_id", BIG, nullable=False),
        sa.Column("with_address", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        key("agreement_shares", "municipality_id", "municipalities"),
        key("agreement_shares", "agreement_id", "agreements"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__agreement_shares")),
        sa.UniqueConstraint("reference", name=op.f("uq__agreement_shares__reference")),
    )
    op.create_index(
        "uq__agreement_shares__standing",
        "agreement_shares",
        ["agreement_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(op.f("ix__agreement_shares__made_at"), "agreement_shares", ["made_at"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")
    start_clocks(datetime.now(UTC))


def start_clocks(now: datetime) -> None:
    """Promise an answer to who asked before there was a promise, unless somebody can help or chose already.

    The first rung is taken on the next working morning, the last two working days after it; holidays are not known here.
    """
    first, last = mornings(now)
    op.get_bind().execute(
        sa.text(
            "INSERT INTO promises (municipality_id, post_id, state, round, step, urgent, begun_at, due_at, next_at)"
            " SELECT municipality_id, id, 'running', 1, 0, :no, :now, :last, :first FROM posts"
            " WHERE kind = 'request' AND state = 'open'"
            " AND NOT EXISTS (SELECT 1 FROM promises WHERE promises.post_id = posts.id)"
            " AND NOT EXISTS (SELECT 1 FROM conversations WHERE conversations.post_id = posts.id"
            " AND conversations.response IN ('yes', 'partly') AND conversations.state = 'open')"
        ).bindparams(
            sa.bindparam("now", now, sa.DateTime(timezone=True)),
            sa.bindparam("first", first, sa.DateTime(timezone=True)),
            sa.bindparam("last", last, sa.DateTime(timezone=True)),
            sa.bindparam("no", value=False, type_=sa.Boolean()),
        )
    )


def mornings(now: datetime) -> tuple[datetime, datetime]:
    """Return nine o'clock UTC on the next working day, and on the third."""
    days = (now + timedelta(days=ahead) for ahead in range(1, 8))
    working = [day.replace(hour=9, minute=0, second=0, microsecond=0) for day in days if day.weekday() < 5]
    return working[0], working[2]


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
