"""Let an offer be for more kinds of help than its main one, and let the feed find it under each of them.

What is ticked besides stands in the index of the feed, so that choosing a kind of help still reads that index alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

FEED = (
    "neighbourhood_id",
    sa.text("published_at DESC"),
    sa.text("id DESC"),
    "kind",
    "category",
    "for_neighbours",
)
# As the feed asks it: a database uses such an index only when it sees the same words.
LOUD = {"sqlite": "state = 'open' AND quiet = 0", "postgresql": "state = 'open' AND NOT quiet"}


def index_feed(*more: str) -> None:
    wheres = {f"{dialect}_where": sa.text(condition) for dialect, condition in LOUD.items()}
    op.create_index("ix__posts__feed", "posts", [*FEED, *more], **wheres)


def upgrade() -> None:
    # In raw words: rows point at this table, and SQLite would make it anew for a column with a check.
    checked = "CONSTRAINT ck__posts__also CHECK (also = '' OR kind = 'offer')"
    op.execute(f"ALTER TABLE posts ADD COLUMN also VARCHAR(400) DEFAULT '' NOT NULL {checked}")
    op.drop_index("ix__posts__feed", table_name="posts")
    index_feed("also")


def downgrade() -> None:
    op.drop_index("ix__posts__feed", table_name="posts")
    op.drop_column("posts", "also")
    index_feed()
