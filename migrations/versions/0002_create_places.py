"""Create places."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "municipalities",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__municipalities")),
        sa.UniqueConstraint("code", name=op.f("uq__municipalities__code")),
        sa.UniqueConstraint("slug", name=op.f("uq__municipalities__slug")),
    )
    op.create_table(
        "municipality_hosts",
        sa.Column("host", sa.String(length=253), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__municipality_hosts__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("host", name=op.f("pk__municipality_hosts")),
    )
    op.create_index(
        op.f("ix__municipality_hosts__municipality_id"), "municipality_hosts", ["municipality_id"], unique=False
    )
    op.create_table(
        "districts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("vintage", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("outline", sa.String(length=20000), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__districts__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__districts")),
        sa.UniqueConstraint(
            "municipality_id", "code", "vintage", name=op.f("uq__districts__municipality_id_code_vintage")
        ),
    )
    op.create_table(
        "neighbourhoods",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("district_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("vintage", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("outline", sa.String(length=20000), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["districts.id"], name=op.f("fk__neighbourhoods__district_id__districts")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__neighbourhoods__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__neighbourhoods")),
        sa.UniqueConstraint(
            "municipality_id", "code", "vintage", name=op.f("uq__neighbourhoods__municipality_id_code_vintage")
        ),
        sa.UniqueConstraint("municipality_id", "slug", name=op.f("uq__neighbourhoods__municipality_id_slug")),
    )
    op.create_index(op.f("ix__neighbourhoods__district_id"), "neighbourhoods", ["district_id"], unique=False)
    op.create_table(
        "neighbourhood_successions",
        sa.Column("predecessor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("successor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["predecessor_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__neighbourhood_successions__predecessor_id__neighbourhoods"),
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__neighbourhood_successions__successor_id__neighbourhoods"),
        ),
        sa.PrimaryKeyConstraint("predecessor_id", "successor_id", name=op.f("pk__neighbourhood_successions")),
    )
    op.create_table(
        "adjacencies",
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("adjacent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("border_m", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["adjacent_id"], ["neighbourhoods.id"], name=op.f("fk__adjacencies__adjacent_id__neighbourhoods")
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__adjacencies__neighbourhood_id__neighbourhoods"),
        ),
        sa.PrimaryKeyConstraint("neighbourhood_id", "adjacent_id", name=op.f("pk__adjacencies")),
    )
    op.create_table(
        "postcode_hints",
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("pc4", sa.String(length=4), nullable=False),
        sa.Column("district_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("share", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["district_id"], ["districts.id"], name=op.f("fk__postcode_hints__district_id__districts")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__postcode_hints__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("municipality_id", "pc4", name=op.f("pk__postcode_hints")),
    )
    op.create_table(
        "settings",
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__settings__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("municipality_id", "key", name=op.f("pk__settings")),
    )


def downgrade() -> None:
    op.drop_table("settings")
    op.drop_table("postcode_hints")
    op.drop_table("adjacencies")
    op.drop_table("neighbourhood_successions")
    op.drop_index(op.f("ix__neighbourhoods__district_id"), table_name="neighbourhoods")
    op.drop_table("neighbourhoods")
    op.drop_table("districts")
    op.drop_index(op.f("ix__municipality_hosts__municipality_id"), table_name="municipality_hosts")
    op.drop_table("municipality_hosts")
    op.drop_table("municipalities")
