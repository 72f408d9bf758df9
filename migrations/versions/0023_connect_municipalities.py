"""Let an administrator connect a municipality's systems, and let a delivery be taken up where it stopped."""

import re
import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
STATES = ("planned", "delivered", "failed")
TABLES = ("connections", "desk_links")
SETTING = "handoff_connectors"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def upgrade() -> None:
    check(*STATES, "taken_back", "kept_there")
    create_connections()
    extend_attempts()
    create_links()
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"SELECT b2b_protect('{table}')")
    carry_over()


def downgrade() -> None:
    put_back()
    op.drop_table("desk_links")
    op.drop_index("ix__attempts__task", table_name="attempts")
    op.drop_index("uq__attempts__number", table_name="attempts")
    for column in ("seen_at", "seen", "task", "steps", "message", "object_id", "number", "connection_id"):
        op.execute(f"ALTER TABLE attempts DROP COLUMN {column}")
    op.execute("UPDATE attempts SET state = 'failed' WHERE state IN ('taken_back', 'kept_there')")
    check(*STATES)
    op.drop_table("connections")


def check(*values: str) -> None:
    """Let the state of a delivery have these values. On SQLite the words of the table are changed, as in 0016."""
    listed = ", ".join(f"'{value}'" for value in values)
    constraint = f"CONSTRAINT ck__attempts__attemptstate CHECK (state IN ({listed}))"
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE attempts DROP CONSTRAINT ck__attempts__attemptstate, ADD {constraint}")
        return
    old = bind.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'attempts'")).scalar_one()
    new, changed = re.subn(r"CONSTRAINT ck__attempts__attemptstate CHECK \([^()]*\([^()]*\)\)", constraint, old)
    if changed != 1:
        raise RuntimeError("attempts has no check of its state")
    bind.execute(sa.text("PRAGMA writable_schema=ON"))
    bind.execute(sa.text("UPDATE sqlite_master SET sql = :sql WHERE name = 'attempts'"), {"sql": new})
    bind.execute(sa.text("PRAGMA writable_schema=RESET"))


def to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk__{table}__{column}__{other}"))


def extend_attempts() -> None:
    # Column by column and in raw words: handoffs' deliveries exist already, and SQLite would make the table anew.
    reference = "CONSTRAINT fk__attempts__connection_id__connections REFERENCES connections (id)"
    sealed, big = ("BYTEA", "BIGINT") if op.get_bind().dialect.name == "postgresql" else ("BLOB", "INTEGER")
    moment = "TIMESTAMP WITH TIME ZONE" if op.get_bind().dialect.name == "postgresql" else "DATETIME"
    for column in (
        f"connection_id {big} {reference}",
        "number VARCHAR(10)",
        "object_id VARCHAR(36)",
        f"message {sealed}",
        "steps JSON DEFAULT '{}' NOT NULL",
        "task VARCHAR(64)",
        "seen VARCHAR(32)",
        f"seen_at {moment}",
    ):
        op.execute(f"ALTER TABLE attempts ADD COLUMN {column}")
    op.create_index("uq__attempts__number", "attempts", ["municipality_id", "number"], unique=True)
    op.create_index("ix__attempts__task", "attempts", ["connection_id", "task"])


def create_connections() -> None:
    op.create_table(
        "connections",
        sa.Column("id", BIG, nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("connector", sa.String(length=32), nullable=False),
        sa.Column("district", sa.String(length=8), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=True),
        sa.Column("callback_secret", sa.LargeBinary(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("fails", sa.Integer(), nullable=False),
        sa.Column("rest_until", WHEN, nullable=True),
        sa.Column("well_at", WHEN, nullable=True),
        sa.Column("failed_at", WHEN, nullable=True),
        sa.Column("failed_words", sa.String(length=200), nullable=True),
        sa.Column("tested_at", WHEN, nullable=True),
        sa.Column("findings", sa.JSON(), nullable=False),
        to("connections", "municipality_id", "municipalities"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__connections")),
        sa.UniqueConstraint("reference", name=op.f("uq__connections__reference")),
        sa.UniqueConstraint(
            "municipality_id",
            "connector",
            "district",
            name=op.f("uq__connections__municipality_id_connector_district"),
        ),
    )


def create_links() -> None:
    op.create_table(
        "desk_links",
        sa.Column("id", BIG, nullable=False),
        sa.Column("municipality_id", BIG, nullable=False),
        sa.Column("handoff_id", BIG, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("expires_at", WHEN, nullable=False),
        sa.Column("open_until", WHEN, nullable=True),
        sa.Column("opened", sa.Integer(), nullable=False),
        to("desk_links", "municipality_id", "municipalities"),
        to("desk_links", "handoff_id", "handoffs"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__desk_links")),
        sa.UniqueConstraint("key", name=op.f("uq__desk_links__key")),
    )
    op.create_index(op.f("ix__desk_links__expires_at"), "desk_links", ["expires_at"])
    op.create_index(op.f("ix__desk_links__handoff_id"), "desk_links", ["handoff_id"])


def carry_over() -> None:
    """Make connections of what municipalities had set with the command line, and let deliveries know theirs."""
    bind = op.get_bind()
    settings = sa.table("settings", sa.column("municipality_id"), sa.column("key"), sa.column("value", sa.JSON()))
    rows = bind.execute(
        sa.select(settings.c.municipality_id, settings.c.value).where(settings.c.key == SETTING)
    ).all()
    for municipality_id, value in rows:
        for connector, address in value.items() if isinstance(value, dict) else ():
            bind.execute(_connections().insert().values(_row(municipality_id, str(connector), str(address))))
    bind.execute(settings.delete().where(settings.c.key == SETTING))
    op.execute(
        "UPDATE attempts SET connection_id = (SELECT c.id FROM connections c"
        " WHERE c.municipality_id = attempts.municipality_id AND c.connector = attempts.connector)"
    )


def put_back() -> None:
    """Make the setting of the connections that hold everywhere: the older shape knew no wijken and no secrets."""
    bind = op.get_bind()
    settings = sa.table("settings", sa.column("municipality_id"), sa.column("key"), sa.column("value", sa.JSON()))
    table = _connections()
    found = sa.select(table.c.municipality_id, table.c.address).where(
        table.c.connector == "email", table.c.district == "", table.c.is_active
    )
    for municipality_id, address in bind.execute(found).all():
        values = {"municipality_id": municipality_id, "key": SETTING, "value": {"email": address}}
        bind.execute(settings.insert().values(values))


def _connections() -> sa.TableClause:
    return sa.table(
        "connections",
        *(sa.column(name) for name in ("reference", "municipality_id", "connector", "district", "address", "fails")),
        sa.column("options", sa.JSON()),
        sa.column("findings", sa.JSON()),
        sa.column("is_active", sa.Boolean()),
        sa.column("created_at", WHEN),
    )


def _row(municipality_id: int, connector: str, address: str) -> dict[str, object]:
    body = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return {
        "reference": f"U-{body[:4]}-{body[4:]}",
        "municipality_id": municipality_id,
        "connector": connector[:32],
        "district": "",
        "address": address[:300],
        "options": {},
        "findings": [],
        "is_active": True,
        "created_at": datetime.now(UTC),
        "fails": 0,
    }
