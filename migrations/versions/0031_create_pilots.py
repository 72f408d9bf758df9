"""Create pilots: their neighbourhoods, what was assumed, and notes of the team."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = ("pilots", "pilot_neighbourhoods", "pilot_hypotheses", "pilot_notes")
STATES = ("planned", "running", "ended")
DIRECTIONS = ("at-least", "at-most")


def upgrade() -> None:
    op.create_table(
        "pilots",
        *_keys("pilots"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("once", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("only_here", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("baseline_from", sa.Date(), nullable=False),
        sa.Column("baseline_until", sa.Date(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        _one_of("pilots", "state", "pilotstate", STATES),
        sa.UniqueConstraint("reference", name=op.f("uq__pilots__reference")),
        sa.UniqueConstraint("once", name=op.f("uq__pilots__once")),
    )
    op.create_index(op.f("ix__pilots__municipality_id"), "pilots", ["municipality_id"])
    op.create_table(
        "pilot_neighbourhoods",
        *_keys("pilot_neighbourhoods"),
        sa.Column("pilot_id", BIG, nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=True),
        _to("pilot_neighbourhoods", "pilot_id", "pilots"),
        _to("pilot_neighbourhoods", "neighbourhood_id", "neighbourhoods"),
        sa.UniqueConstraint(
            "pilot_id", "neighbourhood_id", name=op.f("uq__pilot_neighbourhoods__pilot_id_neighbourhood_id")
        ),
    )
    op.create_table(
        "pilot_hypotheses",
        *_keys("pilot_hypotheses"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("once", sa.String(64), nullable=False),
        sa.Column("pilot_id", BIG, nullable=False),
        sa.Column("words", sa.String(200), nullable=False),
        sa.Column("measure", sa.String(64), nullable=False),
        sa.Column("direction", sa.String(32), nullable=False),
        sa.Column("target", sa.Float(), nullable=False),
        _one_of("pilot_hypotheses", "direction", "direction", DIRECTIONS),
        _to("pilot_hypotheses", "pilot_id", "pilots"),
        sa.UniqueConstraint("reference", name=op.f("uq__pilot_hypotheses__reference")),
        sa.UniqueConstraint("once", name=op.f("uq__pilot_hypotheses__once")),
    )
    op.create_index(op.f("ix__pilot_hypotheses__pilot_id"), "pilot_hypotheses", ["pilot_id"])
    op.create_table(
        "pilot_notes",
        *_keys("pilot_notes"),
        sa.Column("once", sa.String(64), nullable=False),
        sa.Column("pilot_id", BIG, nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("written_by_id", BIG, nullable=True),
        sa.Column("written_at", MOMENT, nullable=False),
        _to("pilot_notes", "pilot_id", "pilots"),
        _to("pilot_notes", "written_by_id", "members"),
        sa.UniqueConstraint("once", name=op.f("uq__pilot_notes__once")),
    )
    op.create_index(op.f("ix__pilot_notes__pilot_id"), "pilot_notes", ["pilot_id"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _keys(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return what every table begins with: its key and its municipality."""
    return (
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}")),
        _to(table, "municipality_id", "municipalities"),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"))


def _one_of(table: str, column: str, name: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck__{table}__{name}"))
