"""Create handoffs."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handoffs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=True),
        sa.Column(
            "contact_way",
            sa.Enum("email", "phone", name="contactway", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("consent_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "new",
                "claimed",
                "in_contact",
                "done",
                "returned",
                "withdrawn",
                name="handoffstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("claimed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closing_note", sa.String(length=1000), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claimed_by_id"], ["members.id"], name=op.f("fk__handoffs__claimed_by_id__members")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__handoffs__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__handoffs__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk__handoffs__neighbourhood_id__neighbourhoods")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk__handoffs__post_id__posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__handoffs")),
        sa.UniqueConstraint("member_id", "once", name=op.f("uq__handoffs__member_id_once")),
        sa.UniqueConstraint("reference", name=op.f("uq__handoffs__reference")),
    )
    op.create_index(op.f("ix__handoffs__neighbourhood_id"), "handoffs", ["neighbourhood_id"], unique=False)
    op.create_index(op.f("ix__handoffs__post_id"), "handoffs", ["post_id"], unique=False)
    op.create_index("ix__handoffs__queue", "handoffs", ["municipality_id", "state", "created_at"], unique=False)
    op.create_table(
        "attempts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("handoff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("connector", sa.String(length=32), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "delivered",
                "failed",
                name="attemptstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("external_reference", sa.String(length=200), nullable=True),
        sa.Column("error", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"], name=op.f("fk__attempts__handoff_id__handoffs")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__attempts__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__attempts")),
        sa.UniqueConstraint("handoff_id", "connector", name=op.f("uq__attempts__handoff_id_connector")),
    )


def downgrade() -> None:
    op.drop_table("attempts")
    op.drop_index("ix__handoffs__queue", table_name="handoffs")
    op.drop_index(op.f("ix__handoffs__post_id"), table_name="handoffs")
    op.drop_index(op.f("ix__handoffs__neighbourhood_id"), table_name="handoffs")
    op.drop_table("handoffs")
