"""Let who calls an appointment off say why, from a short list."""

from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

REASONS = ("cannot", "another_moment", "not_needed", "unsaid")


def upgrade() -> None:
    listed = ", ".join(f"'{reason}'" for reason in REASONS)
    # In raw words: rows point at this table, and SQLite would make it anew for a column with a check.
    checked = f"CONSTRAINT ck__agreements__cancelreason CHECK (cancelled_why IN ({listed}))"
    op.execute(f"ALTER TABLE agreements ADD COLUMN cancelled_why VARCHAR(32) {checked}")


def downgrade() -> None:
    op.drop_column("agreements", "cancelled_why")
