"""Create invitations and signposts; let a request be quiet, say for whom it is, and let a neighbour say "not now".

The index of the feed leaves quiet requests out: no list reads one, not even to pass it over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
FEED = (
    "neighbourhood_id",
    sa.text("published_at DESC"),
    sa.text("id DESC"),
    "kind",
    "category",
    "for_neighbours",
)
# As the feed asks it: a database uses such an index only when it sees the same words.
LOUD = {"sqlite": "state = 'open' AND quiet = 0", "postgresql": "state = 'open' AND NOT quiet"}
OPEN = {"sqlite": "state = 'open'", "postgresql": "state = 'open'"}


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}"))


def link(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"))


def protect(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"SELECT b2b_protect('{table}')")


def index_feed(words: dict[str, str]) -> None:
    op.drop_index("ix__posts__feed", table_name="posts")
    wheres = {f"{dialect}_where": sa.text(condition) for dialect, condition in words.items()}
    op.create_index("ix__posts__feed", "posts", list(FEED), **wheres)


def upgrade() -> None:
    op.add_column("posts", sa.Column("quiet", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("posts", sa.Column("invited", sa.JSON(), server_default="[]", nullable=False))
    index_feed(LOUD)
    # A check of the column itself, which SQLite can add and take away without making the table anew.
    op.execute(
        "ALTER TABLE posts ADD COLUMN behalf VARCHAR(32)"
        " CONSTRAINT ck__posts__behalf CHECK (behalf IN ('family', 'neighbour', 'client'))"
    )
    op.add_column("posts", sa.Column("meet_them", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("conversations", sa.Column("not_now_at", MOMENT, nullable=True))
    op.create_table(
        "invitations",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("post_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("how", one_of("invitationhow", "picked", "near"), nullable=False),
        sa.Column("state", one_of("invitationstate", "waiting", "asked", "not_now"), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        link("invitations", "municipality_id", "municipalities"),
        link("invitations", "post_id", "posts"),
        link("invitations", "member_id", "members"),
        key("invitations"),
        sa.UniqueConstraint("post_id", "member_id", name=op.f("uq__invitations__post_id_member_id")),
    )
    op.create_index(op.f("ix__invitations__member_id"), "invitations", ["member_id"])
    protect("invitations")
    op.create_table(
        "signposts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("for_whom", sa.String(length=160), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("web", sa.String(length=200), nullable=False),
        sa.Column("hours", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        link("signposts", "municipality_id", "municipalities"),
        key("signposts"),
        sa.UniqueConstraint("reference", name=op.f("uq__signposts__reference")),
        sa.UniqueConstraint(
            "municipality_id", "category", "name", name=op.f("uq__signposts__municipality_id_category_name")
        ),
    )
    op.create_index(op.f("ix__signposts__municipality_id"), "signposts", ["municipality_id"])
    protect("signposts")


def downgrade() -> None:
    # Who asked quietly must not be read by everybody: such a request goes with its invitations.
    op.execute("UPDATE posts SET state = 'withdrawn' WHERE quiet AND state IN ('open', 'matched', 'fulfilled')")
    op.drop_table("signposts")
    op.drop_table("invitations")
    index_feed(OPEN)
    op.drop_column("conversations", "not_now_at")
    op.drop_column("posts", "meet_them")
    op.drop_column("posts", "behalf")
    op.drop_column("posts", "invited")
    op.drop_column("posts", "quiet")
