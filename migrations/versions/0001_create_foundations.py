"""Create foundations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=128), nullable=True),
        sa.Column(
            "state",
            sa.Enum("ready", "done", "dead", name="jobstate", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_by", sa.String(length=64), nullable=True),
        sa.Column("last_error", sa.String(length=300), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__jobs")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq__jobs__dedupe_key")),
    )
    op.create_index(op.f("ix__jobs__state_run_at"), "jobs", ["state", "run_at"], unique=False)
    op.create_table(
        "limit_counters",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("hits", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk__limit_counters")),
    )
    op.create_index(op.f("ix__limit_counters__expires_at"), "limit_counters", ["expires_at"], unique=False)
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("thing", sa.String(length=32), nullable=True),
        sa.Column("thing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__audit_entries")),
    )
    op.create_index(op.f("ix__audit_entries__actor_id_at"), "audit_entries", ["actor_id", "at"], unique=False)
    op.create_index(
        op.f("ix__audit_entries__thing_thing_id_at"), "audit_entries", ["thing", "thing_id", "at"], unique=False
    )
    op.create_table(
        "moves",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("thing", sa.String(length=32), nullable=False),
        sa.Column("thing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=True),
        sa.Column("after", sa.String(length=32), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__moves")),
    )
    op.create_index(op.f("ix__moves__thing_thing_id_id"), "moves", ["thing", "thing_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix__moves__thing_thing_id_id"), table_name="moves")
    op.drop_table("moves")
    op.drop_index(op.f("ix__audit_entries__thing_thing_id_at"), table_name="audit_entries")
    op.drop_index(op.f("ix__audit_entries__actor_id_at"), table_name="audit_entries")
    op.drop_table("audit_entries")
    op.drop_index(op.f("ix__limit_counters__expires_at"), table_name="limit_counters")
    op.drop_table("limit_counters")
    op.drop_index(op.f("ix__jobs__state_run_at"), table_name="jobs")
    op.drop_table("jobs")
