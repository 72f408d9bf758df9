"""Create signals."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "signals",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("target_kind", one_of("targetkind", "post", "message", "member", "handoff"), nullable=False),
        sa.Column("target_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", one_of("action", "none", "hint", "refuse", "warn", "hold", "crisis"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk__signals__author_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__signals__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__signals")),
        sa.UniqueConstraint("target_kind", "target_id", "code", name=op.f("uq__signals__target_kind_target_id_code")),
    )
    op.add_column("messages", sa.Column("marked", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(op.f("ix__signals__expires_at"), "signals", ["expires_at"])


def downgrade() -> None:
    op.drop_table("signals")
    with op.batch_alter_table("messages") as batch:
        batch.drop_column("marked")
