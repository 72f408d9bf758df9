"""Keep worries and early signals, two secrets of a subscription, and which message went where."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = ("worries", "early_signals", "api_messages")
KINDS = ("not_seen", "alone", "home", "care", "other")
SPOKEN = ("knows", "talked", "not_yet", "unsafe")
TOLD = ("spoken", "letter", "nobody", "dangerous")
WHY = ("worry", "crisis", "often", "unmet", "quiet")
STATES = ("open", "taken", "later", "done", "aside")
MESSAGES = ("waiting", "delivered", "failed")


def upgrade() -> None:
    create_worries()
    create_signals()
    op.add_column("api_subscriptions", sa.Column("old_secret", sa.LargeBinary(), nullable=True))
    op.add_column("api_subscriptions", sa.Column("old_secret_until", MOMENT, nullable=True))
    create_messages()
    let_systems_propose(allowed=True)
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")


def create_worries() -> None:
    op.create_table(
        "worries",
        *_keys("worries"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("spoken", sa.String(32), nullable=False),
        sa.Column("may_name", sa.Boolean(), nullable=False),
        sa.Column("once", sa.String(32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("told", sa.String(32), nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        _one_of("worries", "kind", "worrykind", KINDS),
        _one_of("worries", "spoken", "spoken", SPOKEN),
        _one_of("worries", "told", "told", TOLD),
        _to("worries", "neighbourhood_id", "neighbourhoods"),
        _to("worries", "member_id", "members"),
        sa.UniqueConstraint("reference", name=op.f("uq__worries__reference")),
        sa.UniqueConstraint("member_id", "once", name=op.f("uq__worries__member_id_once")),
    )
    op.create_index(op.f("ix__worries__closed_at"), "worries", ["closed_at"])


def create_signals() -> None:
    op.create_table(
        "early_signals",
        *_keys("early_signals"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("neighbourhood_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=True),
        sa.Column("why", sa.String(32), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("taken_by_id", BIG, nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("later_until", MOMENT, nullable=True),
        sa.Column("offered_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        _one_of("early_signals", "why", "why", WHY),
        _one_of("early_signals", "state", "signalstate", STATES),
        _to("early_signals", "neighbourhood_id", "neighbourhoods"),
        _to("early_signals", "member_id", "members"),
        _to("early_signals", "taken_by_id", "members"),
        sa.UniqueConstraint("reference", name=op.f("uq__early_signals__reference")),
        sa.UniqueConstraint(
            "municipality_id", "why", "subject", name=op.f("uq__early_signals__municipality_id_why_subject")
        ),
    )
    op.create_index("ix__early_signals__list", "early_signals", ["municipality_id", "state", "rank", "since", "id"])


def create_messages() -> None:
    op.create_table(
        "api_messages",
        *_keys("api_messages"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("subscription_id", BIG, nullable=False),
        sa.Column("happening", sa.String(40), nullable=False),
        sa.Column("about", sa.String(11), nullable=False),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("problem", sa.String(200), nullable=True),
        _one_of("api_messages", "state", "messagestate", MESSAGES),
        _to("api_messages", "subscription_id", "api_subscriptions"),
        sa.UniqueConstraint("reference", name=op.f("uq__api_messages__reference")),
    )
    op.create_index(op.f("ix__api_messages__subscription_id_id"), "api_messages", ["subscription_id", "id"])
    op.create_index(op.f("ix__api_messages__happened_at"), "api_messages", ["happened_at"])


def let_systems_propose(*, allowed: bool) -> None:
    """Let a proposal have nobody of the desk who made it. On SQLite the words of the table are changed, as in 0016."""
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.alter_column("handoff_proposals", "asked_by_id", nullable=allowed)
        return
    old = bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'handoff_proposals'")).scalar_one()
    new, changed = re.subn(r"(asked_by_id INTEGER)(?: NOT NULL)?", r"\1" if allowed else r"\1 NOT NULL", old, count=1)
    if changed != 1:
        raise RuntimeError("handoff_proposals does not say who asked")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    bind.execute(sa.text("UPDATE sqlite_master SET sql = :sql WHERE name = 'handoff_proposals'"), {"sql": new})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))


def downgrade() -> None:
    op.execute("DELETE FROM handoff_proposals WHERE asked_by_id IS NULL")
    let_systems_propose(allowed=False)
    op.drop_table("api_messages")
    op.drop_column("api_subscriptions", "old_secret_until")
    op.drop_column("api_subscriptions", "old_secret")
    op.drop_table("early_signals")
    op.drop_table("worries")


def _keys(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return what every table begins with: its key and its municipality."""
    return (
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{table}")),
        _to(table, "municipality_id", "municipalities"),
    )


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk__{table}__{column}__{target}"))


def _one_of(table: str, column: str, name: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck__{table}__{name}"))
