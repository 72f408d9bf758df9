"""Create agreements."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("series", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("helper_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "agreed",
                "declined",
                "cancelled",
                "done",
                "missed",
                name="agreementstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("address_shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("address_seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("address_gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asker_id"],
            ["members.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
        ),
        sa.ForeignKeyConstraint(
            ["helper_id"],
            ["members.id"],
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["posts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["members.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index(op.f("ix__agreements__asker_id"), "agreements", ["asker_id"], unique=False)
    op.create_index(op.f("ix__agreements__conversation_id"), "agreements", ["conversation_id"], unique=False)
    op.create_index(op.f("ix__agreements__helper_id"), "agreements", ["helper_id"], unique=False)
    op.create_index(op.f("ix__agreements__post_id"), "agreements", ["post_id"], unique=False)
    op.create_index(op.f("ix__agreements__state_starts_at"), "agreements", ["state", "starts_at"], unique=False)
    op.create_index(
        "uq__agreements__standing",
        "agreements",
        ["conversation_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('proposed', 'agreed')"),
        postgresql_where=sa.text("state IN ('proposed', 'agreed')"),
    )
    op.create_index(
        "ix__agreements__address",
        "agreements",
        ["starts_at"],
        sqlite_where=sa.text("address IS NOT NULL"),
        postgresql_where=sa.text("address IS NOT NULL"),
    )
    op.create_table(
        "outcomes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("agreement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "happened",
            sa.Enum(
                "yes",
                "nobody_came",
                "not_needed",
                name="happened",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "helped",
            sa.Enum("yes", "partly", "no", name="helped", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreements.id"],
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["members.id"],
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("agreement_id", "member_id"),
    )


def downgrade() -> None:
    op.drop_table("outcomes")
    op.drop_index("ix__agreements__address", table_name="agreements")
    op.drop_index("uq__agreements__standing", table_name="agreements")
    op.drop_index(op.f("ix__agreements__state_starts_at"), table_name="agreements")
    op.drop_index(op.f("ix__agreements__post_id"), table_name="agreements")
    op.drop_index(op.f("ix__agreements__helper_id"), table_name="agreements")
    op.drop_index(op.f("ix__agreements__conversation_id"), table_name="agreements")
    op.drop_index(op.f("ix__agreements__asker_id"), table_name="agreements")
    op.drop_table("agreements")
