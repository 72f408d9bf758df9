"""Make room for closing notes of the desk that are sealed.

A migration has no key, so it marks what was readable: four zero bytes stand where the number of a key
will be, and the words follow. The program seals what is marked so as soon as the schema is there.
Going back, what is sealed is lost, because nobody here can open it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

MARKED = {
    "postgresql": r"'\x00000000'::bytea || convert_to(closing_note, 'UTF8')",
    "sqlite": "CAST(CAST(X'00000000' AS TEXT) || closing_note AS BLOB)",
}
READABLE = {
    "postgresql": "CASE WHEN substr(closing_note, 1, 4) = '\\x00000000'::bytea "
    "THEN convert_from(substr(closing_note, 5), 'UTF8') END",
    "sqlite": "CASE WHEN substr(closing_note, 1, 4) = X'00000000' THEN CAST(substr(closing_note, 5) AS TEXT) END",
}


def upgrade() -> None:
    replace(sa.LargeBinary(), MARKED)


def downgrade() -> None:
    replace(sa.String(length=1000), READABLE)


def replace(kind: sa.types.TypeEngine, words: dict[str, str]) -> None:
    """Put a column of another type in the place of `closing_note`, filled with these words."""
    op.add_column("handoffs", sa.Column("closing_words", kind, nullable=True))
    op.execute(
        f"UPDATE handoffs SET closing_words = {words[op.get_bind().dialect.name]} WHERE closing_note IS NOT NULL"
    )
    op.drop_column("handoffs", "closing_note")
    op.execute("ALTER TABLE handoffs RENAME COLUMN closing_words TO closing_note")
