"""Give messages a reference and a way to travel, people a say in our mail, and addresses that bounce a mark."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
UNREAD = sa.text("read_at IS NULL")
FOR_DIGEST = sa.text("channel = 'digest' AND mailed_at IS NULL AND read_at IS NULL")


def upgrade() -> None:
    op.add_column("members", sa.Column("email_failed_at", WHEN, nullable=True))
    with op.batch_alter_table("notifications") as table:
        table.add_column(sa.Column("reference", sa.String(length=11), nullable=True))
        table.add_column(sa.Column("channel", sa.String(length=32), nullable=False, server_default="mail"))
    name_the_old_ones()
    # What was sent before there was a list on the site is not new in it.
    op.execute("UPDATE notifications SET read_at = created_at WHERE read_at IS NULL")
    with op.batch_alter_table("notifications") as table:
        table.alter_column("reference", existing_type=sa.String(length=11), nullable=False)
        table.alter_column("channel", existing_type=sa.String(length=32), server_default=None)
        table.create_unique_constraint(op.f("uq__notifications__reference"), ["reference"])
        table.create_check_constraint(op.f("ck__notifications__channel"), "channel IN ('mail', 'digest', 'site')")
    for name, condition in (("unread", UNREAD), ("digest", FOR_DIGEST)):
        op.create_index(
            f"ix__notifications__{name}",
            "notifications",
            ["member_id"],
            sqlite_where=condition,
            postgresql_where=condition,
        )
    op.create_table(
        "mail_preferences",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("member_id", BIG, nullable=False),
        sa.Column("important", one_of("important", "at_once", "digest"), nullable=False),
        sa.Column("rest", one_of("rest", "daily", "weekly", "never"), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("paused_until", WHEN, nullable=True),
        sa.Column("changed_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__mail_preferences__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__mail_preferences__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__mail_preferences")),
        sa.UniqueConstraint("member_id", name=op.f("uq__mail_preferences__member_id")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT b2b_protect('mail_preferences')")


def downgrade() -> None:
    op.drop_table("mail_preferences")
    op.drop_index("ix__notifications__digest", table_name="notifications")
    op.drop_index("ix__notifications__unread", table_name="notifications")
    with op.batch_alter_table("notifications") as table:
        table.drop_constraint(op.f("ck__notifications__channel"), type_="check")
        table.drop_constraint(op.f("uq__notifications__reference"), type_="unique")
        table.drop_column("channel")
        table.drop_column("reference")
    op.drop_column("members", "email_failed_at")


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def name_the_old_ones() -> None:
    """Give every message a reference; by 500, so that the longest history needs no more memory than a short one."""
    bind = op.get_bind()
    name_one = sa.text("UPDATE notifications SET reference = :reference WHERE id = :id")
    while ids := list(bind.scalars(sa.text("SELECT id FROM notifications WHERE reference IS NULL LIMIT 500"))):
        bind.execute(name_one, [{"id": key, "reference": reference()} for key in ids])


def reference() -> str:
    body = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"J-{body[:4]}-{body[4:]}"
