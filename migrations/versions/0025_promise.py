"""Keep the answer promise: its clock, the rungs that were taken, who was invited, and how helpers want to be asked."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
STATES = ("running", "answered", "offered", "stopped")
RUNGS = ("first_wave", "next_wave", "around", "moderator", "handoff")
ANSWERS = ("asked", "yes", "not_now")
REACHES = ("own", "around", "town")
SAID = ("no_word", "had_word", "came_late", "was_there", "forgot", "could_not", "not_sure")
TABLES = ("promises", "promise_steps", "help_asks", "nudges", "helper_terms", "helper_rests", "no_shows")
WORDS = {"code_word": 32, "asker_sign": 120, "helper_sign": 120}


def upgrade() -> None:
    op.create_table(
        "promises",
        *_keys("promises"),
        sa.Column("post_id", BIG, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.Column("stopped_at", MOMENT, nullable=True),
        _one_of("promises", "state", "promisestate", STATES),
        _to("promises", "post_id", "posts"),
        sa.UniqueConstraint("post_id", name=op.f("uq__promises__post_id")),
    )
    op.create_index(op.f("ix__promises__state_next_at"), "promises", ["state", "next_at"])
    op.create_table(
        "promise_steps",
        *_keys("promise_steps"),
        sa.Column("promise_id", BIG, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(32), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _one_of("promise_steps", "rung", "rung", RUNGS),
        _to("promise_steps", "promise_id", "promises"),
        sa.UniqueConstraint("promise_id", "round", "rung", name=op.f("uq__promise_steps__promise_id_round_rung")),
    )
    op.create_table(
        "help_asks",
        *_keys("help_asks"),
        sa.Column("reference", sa.String(11), nullable=False),
        sa.Column("post_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("rung", sa.String(32), nullable=False),
        sa.Column("answer", sa.String(32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        _one_of("help_asks", "rung", "rung", RUNGS),
        _one_of("help_asks", "answer", "invitationanswer", ANSWERS),
        _to("help_asks", "post_id", "posts"),
        _to("help_asks", "member_id", "members"),
        sa.UniqueConstraint("reference", name=op.f("uq__help_asks__reference")),
        sa.UniqueConstraint("post_id", "member_id", name=op.f("uq__help_asks__post_id_member_id")),
    )
    op.create_index(op.f("ix__help_asks__member_id_created_at"), "help_asks", ["member_id", "created_at"])
    op.create_table(
        "nudges",
        *_keys("nudges"),
        sa.Column("conversation_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _to("nudges", "conversation_id", "conversations"),
        _to("nudges", "member_id", "members"),
        sa.UniqueConstraint("conversation_id", "member_id", name=op.f("uq__nudges__conversation_id_member_id")),
    )
    op.create_table(
        "helper_terms",
        *_keys("helper_terms"),
        sa.Column("post_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("parts", sa.String(240), nullable=False),
        sa.Column("reach", sa.String(32), nullable=False),
        sa.Column("monthly_max", sa.Integer(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        _one_of("helper_terms", "reach", "reach", REACHES),
        _to("helper_terms", "post_id", "posts"),
        _to("helper_terms", "member_id", "members"),
        sa.UniqueConstraint("post_id", name=op.f("uq__helper_terms__post_id")),
    )
    op.create_table(
        "helper_rests",
        *_keys("helper_rests"),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("away_from", sa.Date(), nullable=True),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("never", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        _to("helper_rests", "member_id", "members"),
        sa.UniqueConstraint("member_id", name=op.f("uq__helper_rests__member_id")),
    )
    op.create_table(
        "no_shows",
        *_keys("no_shows"),
        sa.Column("agreement_id", BIG, nullable=False),
        sa.Column("asker_id", BIG, nullable=False),
        sa.Column("helper_id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("asker_said", sa.String(32), nullable=True),
        sa.Column("helper_said", sa.String(32), nullable=True),
        _one_of("no_shows", "asker_said", "asker_said", SAID),
        _one_of("no_shows", "helper_said", "helper_said", SAID),
        _to("no_shows", "agreement_id", "agreements"),
        _to("no_shows", "asker_id", "members"),
        _to("no_shows", "helper_id", "members"),
        sa.UniqueConstraint("agreement_id", name=op.f("uq__no_shows__agreement_id")),
    )
    op.create_index(op.f("ix__no_shows__helper_id"), "no_shows", ["helper_id"])
    for column, length in WORDS.items():
        op.add_column("agreements", sa.Column(column, sa.String(length), server_default="", nullable=False))
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")


def downgrade() -> None:
    for column in reversed(WORDS):
        op.drop_column("agreements", column)
    for table in reversed(TABLES):
        op.drop_table(table)


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
