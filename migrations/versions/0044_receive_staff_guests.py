"""Remember whose worker somebody is who serves a municipality for another one, with which it shares a desk."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "staff_guests"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("home_id", BIG, nullable=False),
        sa.Column("town", sa.String(length=80), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        to("municipality_id", "municipalities"),
        to("member_id", "members"),
        to("home_id", "municipalities"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__staff_guests")),
        sa.UniqueConstraint("municipality_id", "member_id", name=op.f("uq__staff_guests__municipality_id_member_id")),
    )
    op.create_index(op.f("ix__staff_guests__member_id"), TABLE, ["member_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"SELECT b2b_protect('{TABLE}')")


def downgrade() -> None:
    # A question that a guest had goes back to the own list: without this table nobody could say whose it is.
    op.execute(
        "UPDATE handoffs SET claimed_by_id = NULL, claimed_at = NULL, state = 'new'"
        " WHERE state IN ('claimed', 'in_contact', 'waiting') AND EXISTS (SELECT 1 FROM staff_guests"
        " WHERE staff_guests.municipality_id = handoffs.municipality_id"
        " AND staff_guests.member_id = handoffs.claimed_by_id)"
    )
    op.drop_table(TABLE)


def to(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{TABLE}__{column}__{target}"))
