"""Rebuild what posts are found by: weighted terms in place of words. A job fills the table; nothing is lost."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_index("ix__post_words__word_post_id", table_name="post_words")
    op.drop_table("post_words")
    op.create_table(
        "post_terms",
        sa.Column(
            "term", sa.String(length=42).with_variant(sa.String(42, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("request", "offer", name="postkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__post_terms__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk__post_terms__post_id__posts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "municipality_id", "kind", "post_id", name=op.f("pk__post_terms")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix__post_terms__post_id"), "post_terms", ["post_id"], unique=False)
    op.create_table(
        "post_readings",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk__post_readings__post_id__posts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk__post_readings")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('post_terms')")


def downgrade() -> None:
    op.drop_table("post_readings")
    op.drop_index(op.f("ix__post_terms__post_id"), table_name="post_terms")
    op.drop_table("post_terms")
    op.create_table(
        "post_words",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk__post_words__post_id__posts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("post_id", "word", name=op.f("pk__post_words")),
    )
    op.create_index(op.f("ix__post_words__word_post_id"), "post_words", ["word", "post_id"], unique=False)
