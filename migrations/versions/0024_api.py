"""Create what the API needs: an index for the open posts of a municipality."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix__posts__open_data",
        "posts",
        ["municipality_id", sa.text("published_at DESC"), sa.text("id DESC")],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def downgrade() -> None:
    op.drop_index("ix__posts__open_data", table_name="posts")
