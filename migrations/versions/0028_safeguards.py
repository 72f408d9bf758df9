"""Keep orders of authorities and disputes before independent bodies, and the figures of years that are forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CATEGORIES = (
    "rude",
    "fraud",
    "private_data",
    "discrimination",
    "danger",
    "not_neighbour_help",
    "other",
    "child_abuse",
)


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "outside_matters",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("kind", one_of("outsidekind", "remove", "inform", "dispute"), nullable=False),
        sa.Column("party", sa.String(length=120), nullable=False),
        sa.Column("category", one_of("noticecategory", *CATEGORIES), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("done", sa.LargeBinary(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", one_of("disputeoutcome", "stands", "partly", "reversed", "ended"), nullable=True),
        sa.Column("followed", sa.Boolean(), nullable=True),
        sa.Column("filed_by_id", BIG, nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("done_on IS NULL OR done_on >= received_on", name=op.f("ck__outside_matters__in_order")),
        sa.CheckConstraint(
            "kind = 'dispute' OR (outcome IS NULL AND followed IS NULL)",
            name=op.f("ck__outside_matters__outcome_of_a_dispute"),
        ),
        sa.ForeignKeyConstraint(
            ["filed_by_id"], ["members.id"], name=op.f("fk__outside_matters__filed_by_id__members")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__outside_matters__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__outside_matters")),
        sa.UniqueConstraint("once", name=op.f("uq__outside_matters__once")),
        sa.UniqueConstraint("reference", name=op.f("uq__outside_matters__reference")),
    )
    op.create_index(op.f("ix__outside_matters__done_on"), "outside_matters", ["done_on"])
    op.create_index("ix__outside_matters__period", "outside_matters", ["municipality_id", "received_on"])
    op.create_table(
        "frozen_years",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__frozen_years__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__frozen_years")),
        sa.UniqueConstraint("municipality_id", "year", name=op.f("uq__frozen_years__municipality_id_year")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('outside_matters')")
        op.execute("SELECT b2b_protect('frozen_years')")


def downgrade() -> None:
    op.drop_table("frozen_years")
    op.drop_table("outside_matters")
