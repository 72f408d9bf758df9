"""Create post words."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "post_words",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("word", sa.String(length=40), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"], ["posts.id"], name=op.f("fk__post_words__post_id__posts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("post_id", "word", name=op.f("pk__post_words")),
    )
    op.create_index(op.f("ix__post_words__word_post_id"), "post_words", ["word", "post_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix__post_words__word_post_id"), table_name="post_words")
    op.drop_table("post_words")
