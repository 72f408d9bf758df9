"""Make room for help that comes back: a series, its turns, and the places in its team."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
STANDING = sa.text("state IN ('proposed', 'running')")


def upgrade() -> None:
    op.create_table(
        "help_series",
        sa.Column("id", KEY, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        *keys("municipality_id", "conversation_id", "post_id", "asker_id", "helper_id", "proposed_by_id"),
        sa.Column("first_at", WHEN, nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column(
            "state", one_of("seriesstate", "proposed", "running", "declined", "ended", "finished"), nullable=False
        ),
        sa.Column("team", sa.JSON(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("code_word", sa.String(length=32), nullable=False),
        sa.Column("helped", one_of("helped", "yes", "partly", "no"), nullable=True),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("over_at", WHEN, nullable=True),
        sa.CheckConstraint("every IN (1, 2) AND times BETWEEN 2 AND 26", name=op.f("ck__help_series__rhythm")),
        *points(
            "help_series",
            municipality_id="municipalities",
            conversation_id="conversations",
            post_id="posts",
            asker_id="members",
            helper_id="members",
            proposed_by_id="members",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__help_series")),
        sa.UniqueConstraint("reference", name=op.f("uq__help_series__reference")),
    )
    for column in ("conversation_id", "post_id", "asker_id"):
        op.create_index(op.f(f"ix__help_series__{column}"), "help_series", [column])
    op.create_index(
        "uq__help_series__standing",
        "help_series",
        ["conversation_id"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    op.create_table(
        "help_turns",
        sa.Column("id", KEY, nullable=False),
        *keys("municipality_id", "series_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", WHEN, nullable=False),
        sa.Column("helper_id", KEY, nullable=True),
        sa.Column(
            "state",
            one_of("turnstate", "planned", "open", "skipped", "cancelled", "done", "missed", "untold"),
            nullable=False,
        ),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("reminded_at", WHEN, nullable=True),
        sa.CheckConstraint(
            "(state NOT IN ('planned', 'done', 'untold') OR helper_id IS NOT NULL)"
            " AND (state <> 'open' OR helper_id IS NULL)",
            name=op.f("ck__help_turns__helper"),
        ),
        *points("help_turns", municipality_id="municipalities", series_id="help_series", helper_id="members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__help_turns")),
        sa.UniqueConstraint("series_id", "number", name=op.f("uq__help_turns__series_id_number")),
    )
    op.create_index(op.f("ix__help_turns__state_starts_at"), "help_turns", ["state", "starts_at"])
    op.create_index(op.f("ix__help_turns__helper_id_starts_at"), "help_turns", ["helper_id", "starts_at"])
    op.create_table(
        "help_places",
        sa.Column("id", KEY, nullable=False),
        *keys("municipality_id", "series_id", "member_id", "conversation_id"),
        sa.Column("state", one_of("placestate", "asked", "active", "declined", "left"), nullable=False),
        sa.Column("address_seen_at", WHEN, nullable=True),
        sa.Column("helped", one_of("helped", "yes", "partly", "no"), nullable=True),
        sa.Column("created_at", WHEN, nullable=False),
        *points(
            "help_places",
            municipality_id="municipalities",
            series_id="help_series",
            member_id="members",
            conversation_id="conversations",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__help_places")),
        sa.UniqueConstraint("series_id", "member_id", name=op.f("uq__help_places__series_id_member_id")),
    )
    op.create_index(op.f("ix__help_places__member_id"), "help_places", ["member_id"])
    if op.get_bind().dialect.name == "postgresql":
        for table in ("help_series", "help_turns", "help_places"):
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for table in ("help_places", "help_turns", "help_series"):
        op.drop_table(table)


def keys(*columns: str) -> list[sa.Column]:
    return [sa.Column(column, KEY, nullable=False) for column in columns]


def points(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"))
        for column, target in targets.items()
    ]


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)
