"""Let a question have its number in two systems: it is unique in each of them, not over both."""

from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

NAME = "uq__attempts__number"


def upgrade() -> None:
    op.drop_index(NAME, table_name="attempts")
    op.create_index(NAME, "attempts", ["municipality_id", "connector", "number"], unique=True)


def downgrade() -> None:
    # Before, a question could only have its number once: the delivery that came later loses it.
    op.execute(
        "UPDATE attempts SET number = NULL WHERE EXISTS (SELECT 1 FROM attempts earlier WHERE"
        " earlier.municipality_id = attempts.municipality_id AND earlier.number = attempts.number"
        " AND earlier.id < attempts.id)"
    )
    op.drop_index(NAME, table_name="attempts")
    op.create_index(NAME, "attempts", ["municipality_id", "number"], unique=True)
