"""Keep figures that may be told, and what help was worth to both sides."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ANSWERS = {"worth": ("much", "some", "little"), "otherwise": ("municipality", "family", "nobody")}


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    for column, values in ANSWERS.items():
        listed = ", ".join(f"'{value}'" for value in values)
        op.execute(
            f"ALTER TABLE outcomes ADD COLUMN {column} VARCHAR(32) "
            f"CONSTRAINT ck__outcomes__{column} CHECK ({column} IN ({listed}))"
        )
    op.create_table(
        "figure_periods",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__figure_periods__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__figure_periods")),
        sa.UniqueConstraint("municipality_id", "period", name=op.f("uq__figure_periods__municipality_id_period")),
    )
    op.create_table(
        "figures",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("measure", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("level", one_of("level", "municipality", "district", "neighbourhood"), nullable=False),
        sa.Column("area", sa.String(length=10), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("numerator", sa.Integer(), nullable=True),
        sa.Column("denominator", sa.Integer(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("bound", one_of("bound", "more_than", "less_than"), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__figures__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__figures")),
        sa.UniqueConstraint(
            "municipality_id",
            "period",
            "measure",
            "area",
            "category",
            name=op.f("uq__figures__municipality_id_period_measure_area_category"),
        ),
    )
    op.create_index("ix__figures__series", "figures", ["municipality_id", "measure", "area", "category", "period"])
    if op.get_bind().dialect.name == "postgresql":
        for table in ("figure_periods", "figures"):
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    op.drop_table("figures")
    op.drop_table("figure_periods")
    for column in reversed(ANSWERS):
        op.drop_column("outcomes", column)
