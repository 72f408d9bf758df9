"""Remember which devices want to hear that there is news."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "push_subscriptions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("member_id", KEY, nullable=False),
        sa.Column("session_key", sa.LargeBinary(), nullable=False),
        sa.Column("endpoint_key", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__push_subscriptions__municipality_id__municipalities"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk__push_subscriptions__member_id__members")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__push_subscriptions")),
        sa.UniqueConstraint("session_key", name=op.f("uq__push_subscriptions__session_key")),
        sa.UniqueConstraint("endpoint_key", name=op.f("uq__push_subscriptions__endpoint_key")),
    )
    op.create_index(op.f("ix__push_subscriptions__member_id"), "push_subscriptions", ["member_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('push_subscriptions')")


def downgrade() -> None:
    op.drop_table("push_subscriptions")
