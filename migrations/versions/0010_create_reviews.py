"""Create reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state = 'waiting'")


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "review_items",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=False),
        sa.Column("target_kind", one_of("targetkind", "post", "message", "member"), nullable=False),
        sa.Column("target_id", BIG, nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("other_party_id", BIG, nullable=True),
        sa.Column("reason", one_of("reviewreason", "newcomer", "noticed"), nullable=False),
        sa.Column("state", one_of("reviewstate", "waiting", "decided", "lapsed"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("notices", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("called", sa.JSON(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk__review_items__author_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__review_items__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__review_items__neighbourhood_id__neighbourhoods"),
        ),
        sa.ForeignKeyConstraint(
            ["other_party_id"], ["members.id"], name=op.f("fk__review_items__other_party_id__members")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__review_items")),
        sa.UniqueConstraint("reference", name=op.f("uq__review_items__reference")),
    )
    op.create_index(op.f("ix__review_items__author_id"), "review_items", ["author_id"])
    op.create_index("ix__review_items__due", "review_items", ["state", "due_at"])
    op.create_index(op.f("ix__review_items__neighbourhood_id"), "review_items", ["neighbourhood_id"])
    op.create_index("ix__review_items__queue", "review_items", ["municipality_id", "state", "created_at", "id"])
    op.create_index("ix__review_items__target", "review_items", ["target_kind", "target_id"])
    op.create_index(
        "uq__review_items__open",
        "review_items",
        ["target_kind", "target_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "notices",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("review_item_id", BIG, nullable=False),
        sa.Column(
            "category",
            one_of(
                "noticecategory",
                "rude",
                "fraud",
                "private_data",
                "discrimination",
                "danger",
                "not_neighbour_help",
                "other",
            ),
            nullable=False,
        ),
        sa.Column("explanation", sa.String(length=2000), nullable=False),
        sa.Column("location", sa.String(length=300), nullable=False),
        sa.Column("snapshot_hash", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("notifier_id", BIG, nullable=True),
        sa.Column("notifier_name", sa.LargeBinary(), nullable=True),
        sa.Column("notifier_email", sa.LargeBinary(), nullable=True),
        sa.Column("good_faith", sa.Boolean(), nullable=False),
        sa.Column("once", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__notices__municipality_id__municipalities")
        ),
        sa.ForeignKeyConstraint(["notifier_id"], ["members.id"], name=op.f("fk__notices__notifier_id__members")),
        sa.ForeignKeyConstraint(
            ["review_item_id"], ["review_items.id"], name=op.f("fk__notices__review_item_id__review_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__notices")),
        sa.UniqueConstraint("once", name=op.f("uq__notices__once")),
        sa.UniqueConstraint("reference", name=op.f("uq__notices__reference")),
    )
    op.create_index(op.f("ix__notices__notifier_id"), "notices", ["notifier_id"])
    op.create_index(op.f("ix__notices__review_item_id"), "notices", ["review_item_id"])
    op.create_table(
        "decisions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("review_item_id", BIG, nullable=False),
        sa.Column(
            "kind",
            one_of("decisionkind", "place", "ask_change", "refuse", "hide", "warn", "no_action"),
            nullable=False,
        ),
        sa.Column("source", one_of("decisionsource", "first_look", "notice"), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=True),
        sa.Column("rules_version", sa.Integer(), nullable=True),
        sa.Column("explanation", sa.String(length=2000), nullable=False),
        sa.Column("seen_hash", sa.String(length=64), nullable=False),
        sa.Column("automated", sa.Boolean(), nullable=False),
        sa.Column("decided_by_id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind = 'place' OR explanation <> ''", name=op.f("ck__decisions__reasoned")),
        sa.CheckConstraint(
            "kind NOT IN ('refuse', 'hide', 'warn') OR rule IS NOT NULL", name=op.f("ck__decisions__ruled")
        ),
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
        sa.UniqueConstraint("review_item_id", name=op.f("uq__decisions__review_item_id")),
    )


def downgrade() -> None:
    op.drop_table("decisions")
    op.drop_table("notices")
    op.drop_table("review_items")
