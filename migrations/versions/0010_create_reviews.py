"""Create reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review_items",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "target_kind",
            sa.Enum(
                "post", "message", "member", name="targetkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("target_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "reason",
            sa.Enum("newcomer", "noticed", name="reviewreason", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "decided",
                "lapsed",
                name="reviewstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk__review_items__author_id__members")),
        sa.ForeignKeyConstraint(
            ["claimed_by_id"], ["members.id"], name=op.f("fk__review_items__claimed_by_id__members")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__review_items__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__review_items__neighbourhood_id__neighbourhoods"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__review_items")),
        sa.UniqueConstraint("reference", name=op.f("uq__review_items__reference")),
    )
    op.create_index(op.f("ix__review_items__due_at"), "review_items", ["due_at"], unique=False)
    op.create_index(op.f("ix__review_items__neighbourhood_id"), "review_items", ["neighbourhood_id"], unique=False)
    op.create_index(
        "ix__review_items__queue", "review_items", ["municipality_id", "state", "created_at"], unique=False
    )
    op.create_index(
        "uq__review_items__open",
        "review_items",
        ["target_kind", "target_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("review_item_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "rude",
                "fraud",
                "private_data",
                "discrimination",
                "danger",
                "not_neighbour_help",
                "other",
                name="noticecategory",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("explanation", sa.String(length=2000), nullable=False),
        sa.Column("notifier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("notifier_name", sa.LargeBinary(), nullable=True),
        sa.Column("notifier_email", sa.LargeBinary(), nullable=True),
        sa.Column("good_faith", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__notices__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(["notifier_id"], ["members.id"], name=op.f("fk__notices__notifier_id__members")),
        sa.ForeignKeyConstraint(
            ["review_item_id"], ["review_items.id"], name=op.f("fk__notices__review_item_id__review_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__notices")),
        sa.UniqueConstraint("reference", name=op.f("uq__notices__reference")),
    )
    op.create_index(op.f("ix__notices__notifier_id"), "notices", ["notifier_id"], unique=False)
    op.create_index(op.f("ix__notices__review_item_id"), "notices", ["review_item_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("review_item_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "place",
                "ask_change",
                "refuse",
                "hide",
                "no_action",
                name="decisionkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("rule", sa.String(length=64), nullable=True),
        sa.Column("explanation", sa.String(length=2000), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["members.id"], name=op.f("fk__decisions__decided_by_id__members")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__decisions__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["review_item_id"], ["review_items.id"], name=op.f("fk__decisions__review_item_id__review_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__decisions")),
        sa.UniqueConstraint("reference", name=op.f("uq__decisions__reference")),
    )
    op.create_index(op.f("ix__decisions__review_item_id"), "decisions", ["review_item_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix__decisions__review_item_id"), table_name="decisions")
    op.drop_table("decisions")
    op.drop_index(op.f("ix__notices__review_item_id"), table_name="notices")
    op.drop_index(op.f("ix__notices__notifier_id"), table_name="notices")
    op.drop_table("notices")
    op.drop_index(
        "uq__review_items__open",
        table_name="review_items",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_index("ix__review_items__queue", table_name="review_items")
    op.drop_index(op.f("ix__review_items__neighbourhood_id"), table_name="review_items")
    op.drop_index(op.f("ix__review_items__due_at"), table_name="review_items")
    op.drop_table("review_items")
