"""Ask the heaviest terms first, count what was tapped and accepted, and let a municipality add words of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORD = sa.String(40).with_variant(sa.String(40, collation="C"), "postgresql")
COLUMNS = "term, municipality_id, kind, post_id, weight"
HEAVIEST_FIRST = ("term", "municipality_id", "kind", "weight", "post_id")
BY_POST = ("term", "municipality_id", "kind", "post_id")


def upgrade() -> None:
    rebuild(HEAVIEST_FIRST, ["post_id", "term", "weight"])
    op.create_table(
        "tap_counts",
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column(
            "source",
            sa.Enum("tap", "match", name="tapsource", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("guessed", sa.String(length=32), nullable=False),
        sa.Column("chosen", sa.String(length=32), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__tap_counts__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint(
            "municipality_id", "source", "year", "guessed", "chosen", name=op.f("pk__tap_counts")
        ),
    )
    words("own_words", sa.Column("added_at", sa.DateTime(timezone=True), nullable=False))
    words("unknown_words", sa.Column("authors", sa.Integer(), nullable=False))
    if op.get_bind().dialect.name == "postgresql":
        for table in ("tap_counts", "own_words", "unknown_words"):
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for table in ("unknown_words", "own_words", "tap_counts"):
        op.drop_table(table)
    rebuild(BY_POST, ["post_id"])


def words(table: str, more: sa.Column) -> None:
    """Make a table of words of a municipality, each with a concept."""
    op.create_table(
        table,
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("word", WORD, nullable=False),
        sa.Column("concept", sa.String(length=40), nullable=False),
        more,
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f(f"fk__{table}__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("municipality_id", "word", name=op.f(f"pk__{table}")),
    )


def rebuild(key: tuple[str, ...], by_post: list[str]) -> None:
    """Store the terms of posts in the order of `key`, with all that is in them."""
    for name in ("ix__post_terms__post_id", "ix__post_terms__post_id_term_weight"):
        op.execute(f"DROP INDEX IF EXISTS {name}")
    op.rename_table("post_terms", "post_terms_before")
    if op.get_bind().dialect.name == "postgresql":  # names of constraints belong to a table there too, and go with it
        op.execute("ALTER TABLE post_terms_before RENAME CONSTRAINT pk__post_terms TO pk__post_terms_before")
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
        sa.PrimaryKeyConstraint(*key, name=op.f("pk__post_terms")),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO post_terms ({COLUMNS}) SELECT {COLUMNS} FROM post_terms_before")
    op.drop_table("post_terms_before")
    op.create_index(op.f(f"ix__post_terms__{'_'.join(by_post)}"), "post_terms", by_post, unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('post_terms')")
