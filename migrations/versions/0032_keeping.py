"""What is kept is written down in code and counted in the audit trail: it needed no table of its own."""

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to make."""


def downgrade() -> None:
    """Nothing to take away."""
