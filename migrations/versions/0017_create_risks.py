"""Create the risk register, incidents and the go-live list."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    grow_texts()
    open_what_runs()
    create_ticks()
    create_risks()
    create_incidents()


def grow_texts() -> None:
    op.add_column("terms", sa.Column("what_changed", sa.String(length=300), nullable=False, server_default=""))
    op.add_column("terms", sa.Column("significant", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("terms", sa.Column("written_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("terms", sa.Column("written_by_id", BIG, nullable=True))
    op.add_column("acceptances", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("acceptances", sa.Column("language", sa.String(length=8), nullable=False, server_default="nl"))
    op.execute(
        "UPDATE acceptances SET version = (SELECT version FROM terms WHERE terms.id = acceptances.terms_id),"
        " language = (SELECT language FROM terms WHERE terms.id = acceptances.terms_id)"
    )
    # Said twice in one moment: the first time counts.
    op.execute(
        "DELETE FROM acceptances WHERE post_id IS NULL AND id NOT IN"
        " (SELECT MIN(id) FROM acceptances WHERE post_id IS NULL GROUP BY member_id, terms_id)"
    )
    op.create_index(
        "uq__acceptances__without_post",
        "acceptances",
        ["member_id", "terms_id"],
        unique=True,
        sqlite_where=sa.text("post_id IS NULL"),
        postgresql_where=sa.text("post_id IS NULL"),
    )


def open_what_runs() -> None:
    """A municipality that takes part already goes on: it does not close because a list came."""
    op.add_column("municipalities", sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True))
    town = sa.table("municipalities", sa.column("opened_at", sa.DateTime(timezone=True)))
    op.execute(town.update().values(opened_at=datetime.now(UTC)))


def create_ticks() -> None:
    op.create_table(
        "golive_ticks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("signed_by", sa.String(length=80), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("ticked_by_id", BIG, nullable=True),
        sa.Column("ticked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipalities.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("municipality_id", "item"),
    )


def create_risks() -> None:
    op.create_table(
        "risks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("category", sa.String(length=32), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=False),
        sa.Column("effect", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=1000), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("likelihood BETWEEN 1 AND 5", name="likelihood"),
        sa.CheckConstraint("effect BETWEEN 1 AND 5", name="effect"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipalities.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
        sa.UniqueConstraint("municipality_id", "code"),
    )


def create_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("once", sa.String(length=64), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=True),
        sa.Column("risk_id", BIG, nullable=False),
        sa.Column("about", sa.String(length=11), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("done", sa.LargeBinary(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "closed", name="incidentstate", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("filed_by_id", BIG, nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipalities.id"]),
        sa.ForeignKeyConstraint(["neighbourhood_id"], ["neighbourhoods.id"]),
        sa.ForeignKeyConstraint(["risk_id"], ["risks.id"]),
        sa.ForeignKeyConstraint(["filed_by_id"], ["members.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reference"),
        sa.UniqueConstraint("once"),
    )
    op.create_index(
        op.f("ix__incidents__municipality_id"), "incidents", ["municipality_id", "happened_on"], unique=False
    )
    op.create_index(op.f("ix__incidents__risk_id"), "incidents", ["risk_id"], unique=False)
    op.create_index(op.f("ix__incidents__closed_at"), "incidents", ["closed_at"], unique=False)


def downgrade() -> None:
    op.drop_table("incidents")
    op.drop_table("risks")
    op.drop_table("golive_ticks")
    op.drop_column("municipalities", "opened_at")
    op.drop_index("uq__acceptances__without_post", table_name="acceptances")
    for column in ("language", "version"):
        op.drop_column("acceptances", column)
    for column in ("written_by_id", "written_at", "significant", "what_changed"):
        op.drop_column("terms", column)
