"""Create conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("responder_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "response",
            sa.Enum(
                "yes",
                "partly",
                "know_someone",
                "question",
                name="responsekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "chosen",
                "not_chosen",
                "closed",
                name="conversationstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_message_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("responder_read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"],
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
            ["responder_id"],
            ["members.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("post_id", "responder_id"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index(op.f("ix__conversations__closes_at"), "conversations", ["closes_at"], unique=False)
    op.create_index(
        "uq__conversations__chosen",
        "conversations",
        ["post_id"],
        unique=True,
        sqlite_where=sa.text("state = 'chosen'"),
        postgresql_where=sa.text("state = 'chosen'"),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.String(length=2000), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["members.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("conversation_id", "author_id", "once"),
        sa.UniqueConstraint("reference"),
    )
    op.create_index(op.f("ix__messages__conversation_id_id"), "messages", ["conversation_id", "id"], unique=False)
    for side in ("author", "responder"):
        op.create_index(
            f"ix__conversations__{side}", "conversations", [f"{side}_id", sa.text("last_message_at DESC")]
        )


def downgrade() -> None:
    for side in ("author", "responder"):
        op.drop_index(f"ix__conversations__{side}", table_name="conversations")
    op.drop_index(op.f("ix__messages__conversation_id_id"), table_name="messages")
    op.drop_table("messages")
    op.drop_index(
        "uq__conversations__chosen",
        table_name="conversations",
        sqlite_where=sa.text("state = 'chosen'"),
        postgresql_where=sa.text("state = 'chosen'"),
    )
    op.drop_index(op.f("ix__conversations__closes_at"), table_name="conversations")
    op.drop_table("conversations")
