"""Create proofs of address, vouching, words about roles and strikes; let a post be for neighbours only.

A member gets two columns that follow from these tables, because every request asks for them. The
index of the feed gets the audience of a post, so that a page for who may see less is still read
from the index alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
LETTER_STANDS = sa.text("state IN ('waiting', 'printing', 'sent')")
VOUCH_STANDS = sa.text("taken_back_at IS NULL")
IS_OPEN = sa.text("state = 'open'")
FEED = ("neighbourhood_id", sa.text("published_at DESC"), sa.text("id DESC"), "kind", "category")


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}"))


def reference(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("reference", name=op.f(f"uq__{table}__reference"))


def link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"))


def index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix__{table}__{'_'.join(columns)}"), table, list(columns))


def upgrade() -> None:
    op.create_table(
        "letter_runs",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("printed_at", MOMENT, nullable=True),
        link("letter_runs", "municipality_id", "municipalities"),
        link("letter_runs", "made_by_id", "members"),
        key("letter_runs"),
        reference("letter_runs"),
    )
    index("letter_runs", "municipality_id")
    _create_letters()
    _create_vouches()
    _create_proofs()
    op.create_table(
        "strikes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("about_id", BIG, nullable=True),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("cleared_at", MOMENT, nullable=True),
        link("strikes", "municipality_id", "municipalities"),
        link("strikes", "member_id", "members"),
        link("strikes", "about_id", "members"),
        key("strikes"),
    )
    index("strikes", "member_id")
    index("strikes", "about_id")
    op.add_column("members", sa.Column("proven_at", MOMENT, nullable=True))
    op.add_column("members", sa.Column("known_at", MOMENT, nullable=True))
    op.add_column("posts", sa.Column("for_neighbours", sa.Boolean(), server_default=sa.false(), nullable=False))
    _index_feed(*FEED, "for_neighbours")


def _create_letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("run_id", BIG, nullable=True),
        sa.Column(
            "state",
            one_of("letterstate", "waiting", "printing", "sent", "used", "withdrawn", "expired", "spent"),
            nullable=False,
        ),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("address_key", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.LargeBinary(), nullable=True),
        sa.Column("code_salt", sa.LargeBinary(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("printed_at", MOMENT, nullable=True),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        link("letters", "municipality_id", "municipalities"),
        link("letters", "member_id", "members"),
        link("letters", "run_id", "letter_runs"),
        key("letters"),
        reference("letters"),
    )
    index("letters", "municipality_id", "state", "id")
    index("letters", "address_key", "asked_at")
    index("letters", "member_id")
    index("letters", "run_id")
    index("letters", "expires_at")
    op.create_index(
        "uq__letters__standing",
        "letters",
        ["member_id"],
        unique=True,
        sqlite_where=LETTER_STANDS,
        postgresql_where=LETTER_STANDS,
    )


def _create_vouches() -> None:
    op.create_table(
        "vouches",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("voucher_id", BIG, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("taken_back_at", MOMENT, nullable=True),
        sa.Column("struck_at", MOMENT, nullable=True),
        link("vouches", "municipality_id", "municipalities"),
        link("vouches", "member_id", "members"),
        link("vouches", "voucher_id", "members"),
        key("vouches"),
    )
    index("vouches", "voucher_id")
    op.create_index(
        "uq__vouches__standing",
        "vouches",
        ["member_id", "voucher_id"],
        unique=True,
        sqlite_where=VOUCH_STANDS,
        postgresql_where=VOUCH_STANDS,
    )


def _create_proofs() -> None:
    op.create_table(
        "proofs",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("kind", one_of("proofkind", "letter", "vouching", "desk"), nullable=False),
        sa.Column("given_by_id", BIG, nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        link("proofs", "municipality_id", "municipalities"),
        link("proofs", "member_id", "members"),
        link("proofs", "given_by_id", "members"),
        key("proofs"),
        reference("proofs"),
    )
    index("proofs", "member_id")
    op.create_table(
        "vouched_roles",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("role", sa.String(length=80), nullable=False),
        sa.Column("seen_by", sa.String(length=80), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("given_by_id", BIG, nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        link("vouched_roles", "municipality_id", "municipalities"),
        link("vouched_roles", "member_id", "members"),
        link("vouched_roles", "given_by_id", "members"),
        key("vouched_roles"),
        reference("vouched_roles"),
    )
    index("vouched_roles", "member_id")


def _index_feed(*columns: object) -> None:
    op.drop_index("ix__posts__feed", table_name="posts")
    op.create_index("ix__posts__feed", "posts", list(columns), sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)


def downgrade() -> None:
    _index_feed(*FEED)
    op.drop_column("posts", "for_neighbours")
    op.drop_column("members", "known_at")
    op.drop_column("members", "proven_at")
    for table in ("strikes", "vouched_roles", "proofs", "vouches", "letters", "letter_runs"):
        op.drop_table(table)
