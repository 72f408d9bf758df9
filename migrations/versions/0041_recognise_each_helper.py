"""Give each helper of a series a word and a sign of their own, and let the link of one turn be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
STANDING = sa.text("ended_at IS NULL")
SHARES = "help_turn_shares"
# Who helps now knows the word that all of them had; who joins later gets another.
HANDED_OUT = """
UPDATE help_places SET code_word = (SELECT code_word FROM help_series WHERE help_series.id = help_places.series_id)
WHERE state = 'active'
"""
BACK = """
UPDATE help_series SET code_word = COALESCE((
  SELECT code_word FROM help_places
  WHERE help_places.series_id = help_series.id AND help_places.member_id = help_series.helper_id
), '')
"""


def upgrade() -> None:
    op.add_column("help_series", words("asker_sign", 120))
    op.add_column("help_places", words("code_word", 32))
    op.add_column("help_places", words("sign", 120))
    op.execute(HANDED_OUT)
    op.drop_column("help_series", "code_word")
    op.create_table(
        SHARES,
        sa.Column("id", KEY, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", KEY, nullable=False),
        sa.Column("turn_id", KEY, nullable=False),
        sa.Column("made_at", WHEN, nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        to("municipality_id", "municipalities"),
        to("turn_id", "help_turns"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{SHARES}")),
        sa.UniqueConstraint("reference", name=op.f(f"uq__{SHARES}__reference")),
    )
    op.create_index(op.f(f"ix__{SHARES}__made_at"), SHARES, ["made_at"])
    op.create_index(
        f"uq__{SHARES}__standing",
        SHARES,
        ["turn_id"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"SELECT b2b_protect('{SHARES}')")


def downgrade() -> None:
    op.drop_table(SHARES)
    op.add_column("help_series", words("code_word", 32))
    op.execute(BACK)
    op.drop_column("help_series", "asker_sign")
    for column in ("code_word", "sign"):
        op.drop_column("help_places", column)


def words(column: str, length: int) -> sa.Column:
    return sa.Column(column, sa.String(length=length), nullable=False, server_default="")


def to(column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk__{SHARES}__{column}__{other}"))
