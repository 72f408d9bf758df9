"""Let an old e-mail address come back for three days."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "email_undos",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.LargeBinary(), nullable=False),
        sa.Column("email_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__email_undos__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__email_undos__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__email_undos")),
        sa.UniqueConstraint("key", name=op.f("uq__email_undos__key")),
    )
    op.create_index(op.f("ix__email_undos__expires_at"), "email_undos", ["expires_at"])
    op.create_index(op.f("ix__email_undos__member_id"), "email_undos", ["member_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('email_undos')")


def downgrade() -> None:
    op.drop_table("email_undos")
