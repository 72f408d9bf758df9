"""Create posts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("request", "offer", name="postkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("task", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("body", sa.String(length=2000), nullable=False),
        sa.Column("when_words", sa.String(length=160), nullable=False),
        sa.Column("where_words", sa.String(length=160), nullable=False),
        sa.Column("for_somebody_else", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "change_asked",
                "refused",
                "open",
                "matched",
                "fulfilled",
                "withdrawn",
                "expired",
                "hidden",
                name="poststate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_still_needed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk__posts__author_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__posts__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"], ["neighbourhoods.id"], name=op.f("fk__posts__neighbourhood_id__neighbourhoods")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__posts")),
        sa.UniqueConstraint("reference", name=op.f("uq__posts__reference")),
    )
    op.create_index("ix__posts__expiry", "posts", ["state", "expires_at"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("browser_key", sa.LargeBinary(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("request", "offer", name="postkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__drafts__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__drafts__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk__drafts__post_id__posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__drafts")),
        sa.UniqueConstraint("reference", name=op.f("uq__drafts__reference")),
    )
    op.create_index(op.f("ix__drafts__browser_key"), "drafts", ["browser_key"], unique=False)
    op.create_index(op.f("ix__drafts__expires_at"), "drafts", ["expires_at"], unique=False)
    op.create_index(op.f("ix__drafts__member_id"), "drafts", ["member_id"], unique=False)
    op.create_table(
        "feed_versions",
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__feed_versions__neighbourhood_id__neighbourhoods"),
        ),
        sa.PrimaryKeyConstraint("neighbourhood_id", name=op.f("pk__feed_versions")),
    )
    op.create_index(
        "ix__posts__feed",
        "posts",
        ["neighbourhood_id", sa.text("published_at DESC"), sa.text("id DESC"), "kind", "category"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("ix__posts__mine", "posts", ["author_id", sa.text("id DESC")])


def downgrade() -> None:
    op.drop_index("ix__posts__mine", table_name="posts")
    op.drop_index("ix__posts__feed", table_name="posts")
    op.drop_table("feed_versions")
    op.drop_index(op.f("ix__drafts__member_id"), table_name="drafts")
    op.drop_index(op.f("ix__drafts__expires_at"), table_name="drafts")
    op.drop_index(op.f("ix__drafts__browser_key"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_index("ix__posts__expiry", table_name="posts")
    op.drop_table("posts")
