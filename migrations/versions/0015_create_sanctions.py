"""Create statements of reasons, measures, objections; let nobody change the trail of what staff did."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
SUSPENDED = sa.text("state = 'suspended'")
OLD_KINDS = "'place', 'ask_change', 'refuse', 'hide', 'warn', 'no_action'"
KINDS = f"{OLD_KINDS}, 'hold', 'suspend_7', 'suspend_30', 'end'"
RESTRICTING = "'refuse', 'hide', 'warn', 'hold', 'suspend_7', 'suspend_30', 'end'"
LOCKED = ("audit_entries", "moves")
REFUSE = """
CREATE FUNCTION b2b_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM retention_permits) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
OLDER = """
INSERT INTO statements (reference, municipality_id, recipient_id, target_kind, visibility, account,
  territorial_scope, starts_at, lasting, facts, facts_at, source, names_notifier, automated_decision,
  automated_detection, automation, ground, rule, rules_version, why_incompatible, complaint_path,
  complaint_until, out_of_court, court, sent_at, channel, language, template_version, link_number)
SELECT 'W-' || substr(d.reference, 3), d.municipality_id, i.author_id, i.target_kind,
  CASE d.kind WHEN 'refuse' THEN 'not_placed' WHEN 'hide' THEN 'removed' END,
  CASE d.kind WHEN 'warn' THEN 'warned' END,
  'Op heel Buurthulp in deze gemeente', d.at, true, d.explanation, i.created_at,
  CASE d.source WHEN 'notice' THEN 'art16_notice' ELSE 'own_initiative' END, false, false, false,
  'Een mens heeft dit bekeken en besloten.', 'rules', d.rule, COALESCE(d.rules_version, 1), d.explanation,
  '/mijn/besluiten', LATER, 'Je kunt naar een geschilcommissie die daarvoor erkend is.',
  'Je kunt altijd naar de rechter.', d.at, 'mail', 'nl', '0', 1
FROM decisions d JOIN review_items i ON i.id = d.review_item_id WHERE d.kind IN ('refuse', 'hide', 'warn')
"""
"""What a restriction from before said, in its mail. Its number differs from the decision's by the letter."""
PLAIN = {"big": BIG, "when": WHEN, "flag": sa.Boolean(), "number": sa.Integer(), "sealed": sa.LargeBinary()}


def column(line: str) -> sa.Column:
    """Read "name kind": a plain kind, a length of text, or an enum "called:one/other". A "?" may be null."""
    name, kind, *_target = line.split()
    null, kind = kind.endswith("?"), kind.rstrip("?")
    if ":" in kind:
        called, _, values = kind.partition(":")
        options = {"name": called, "native_enum": False, "create_constraint": True, "length": 32}
        of: sa.types.TypeEngine = sa.Enum(*values.split("/"), **options)
    else:
        of = PLAIN.get(kind) or (sa.JSON() if kind == "json" else sa.String(length=int(kind)))
    return sa.Column(name, of, nullable=null)


def table(name: str, lines: str, unique: str = "", indexes: dict | None = None, **checks: str) -> None:
    """Create a table with a key and a municipality; a third word in a line is the table it points at."""
    wanted = ["id big", "municipality_id big municipalities", *filter(None, map(str.strip, lines.split(";")))]
    links = [(line.split()[0], line.split()[2]) for line in wanted if len(line.split()) == 3]
    op.create_table(
        name,
        *map(column, wanted),
        *(
            sa.ForeignKeyConstraint([own], [f"{other}.id"], name=op.f(f"fk__{name}__{own}__{other}"))
            for own, other in links
        ),
        *(sa.CheckConstraint(rule, name=op.f(f"ck__{name}__{what}")) for what, rule in checks.items()),
        *(
            sa.UniqueConstraint(*one.split("+"), name=op.f(f"uq__{name}__{one.replace('+', '_')}"))
            for one in unique.split()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk__{name}")),
    )
    for what, columns in (indexes or {}).items():
        op.create_index(op.f(f"ix__{name}__{what}"), name, columns)


def upgrade() -> None:
    op.add_column("members", column("suspended_until when?"))
    op.add_column("members", column("held_until when?"))
    where = {"sqlite_where": SUSPENDED, "postgresql_where": SUSPENDED}
    op.create_index("ix__members__suspended", "members", ["suspended_until", "id"], **where)
    create_statements()
    state_decisions()
    create_measures()
    create_records()
    create_complaints()
    lock_the_trail()


def create_statements() -> None:
    filled = ("territorial_scope", "facts", "automation", "complaint_path", "out_of_court", "court", "channel")
    table(
        "statements",
        """
        reference 11; recipient_id big members; target_kind targetkind:post/message/member/handoff;
        visibility visibility:not_placed/removed?; account accountmeasure:warned/read_first/suspended/ended?;
        territorial_scope 120; starts_at when; ends_at when?; lasting flag; facts 4000; facts_at when;
        source source:art16_notice/own_initiative; names_notifier flag; automated_decision flag;
        automated_detection flag; automation 500; ground ground:illegal/rules; legal_ground 200?;
        why_illegal 2000?; rule 300?; rules_version number?; why_incompatible 2000?; complaint_path 120;
        complaint_until when; out_of_court 500; court 500; sent_at when; channel 32; language 8;
        template_version 16; link_number number
        """,
        unique="reference",
        indexes={"recipient_id": ["recipient_id"], "period": ["municipality_id", "sent_at"]},
        restricts="visibility IS NOT NULL OR account IS NOT NULL",
        lasts="lasting = (ends_at IS NULL)",
        filled=" AND ".join(f"{name} <> ''" for name in filled),
        human="NOT automated_decision",
        lawful="ground <> 'illegal' OR (legal_ground IS NOT NULL AND legal_ground <> '' "
        "AND why_illegal IS NOT NULL AND why_illegal <> '')",
        ruled="ground <> 'rules' OR (rule IS NOT NULL AND rule <> '' AND rules_version IS NOT NULL "
        "AND why_incompatible IS NOT NULL AND why_incompatible <> '')",
        in_time="sent_at <= starts_at",
    )


def state_decisions() -> None:
    """Give older restrictions the statement that they came with, and let none be without from now on."""
    with op.batch_alter_table("decisions") as batch:
        batch.add_column(sa.Column("statement_id", BIG, nullable=True))
        batch.create_foreign_key(
            op.f("fk__decisions__statement_id__statements"), "statements", ["statement_id"], ["id"]
        )
        batch.create_unique_constraint(op.f("uq__decisions__statement_id"), ["statement_id"])
        batch.drop_constraint(op.f("ck__decisions__ruled"), type_="check")
        batch.drop_constraint(op.f("ck__decisions__decisionkind"), type_="check")
    later = (
        "d.at + interval '183 days'" if op.get_bind().dialect.name == "postgresql" else "datetime(d.at, '+183 days')"
    )
    op.execute(OLDER.replace("LATER", later))
    op.execute(
        "UPDATE decisions SET statement_id = (SELECT statements.id FROM statements "
        "WHERE statements.reference = 'W-' || substr(decisions.reference, 3))"
    )
    with op.batch_alter_table("decisions") as batch:
        batch.create_check_constraint(op.f("ck__decisions__decisionkind"), f"kind IN ({KINDS})")
        batch.create_check_constraint(
            op.f("ck__decisions__ruled"), f"kind NOT IN ({RESTRICTING}) OR rule IS NOT NULL"
        )
        batch.create_check_constraint(
            op.f("ck__decisions__stated"), f"kind NOT IN ({RESTRICTING}) OR statement_id IS NOT NULL"
        )
        batch.create_check_constraint(op.f("ck__decisions__human"), "NOT automated")


def create_measures() -> None:
    table(
        "sanctions",
        """
        reference 11; neighbourhood_id big neighbourhoods; member_id big members; statement_id big statements;
        kind sanctionkind:warning/hold/suspend_7/suspend_30/end; state sanctionstate:active/ended/lifted;
        starts_at when; ends_at when?; review_at when?; counts_until when; imposed_by_id big members;
        reviewed_by_id big? members; ended_at when?
        """,
        unique="reference statement_id",
        indexes={
            "member": ["member_id", "state"],
            "due": ["state", "ends_at"],
            "period": ["municipality_id", "starts_at"],
        },
        ends="ends_at IS NOT NULL OR (kind = 'end' AND review_at IS NOT NULL)",
        lasts="ends_at IS NULL OR ends_at > starts_at",
    )
    table(
        "listed_addresses",
        "reference 11; key sealed; sanction_id big sanctions; months number; created_at when; expires_at when",
        unique="reference sanction_id municipality_id+key",
        indexes={"expires_at": ["expires_at"]},
        bounded="months BETWEEN 1 AND 24",
    )
    table(
        "admissions",
        """
        reference 11; key sealed; first_name 40; email sealed?; language 8;
        state admissionstate:waiting/admitted/refused; reasons 2000; asked_at when;
        decided_by_id big? members; decided_at when?
        """,
        unique="reference municipality_id+key",
        reasoned="state = 'waiting' OR (decided_by_id IS NOT NULL AND reasons <> '')",
    )


def create_records() -> None:
    table(
        "police_reports",
        """
        reference 11; review_item_id big review_items; what sealed; to_whom 200; told_at when;
        told_by_id big members; once 32; created_at when
        """,
        unique="reference once",
        indexes={"review_item_id": ["review_item_id"], "period": ["municipality_id", "told_at"]},
        addressed="to_whom <> ''",
    )
    table(
        "kept_words",
        "decision_id big decisions; words sealed; kept_at when; keep_until when",
        unique="decision_id",
        indexes={"keep_until": ["keep_until"]},
    )
    table(
        "mutes",
        "conversation_id big conversations; member_id big members; created_at when",
        unique="conversation_id+member_id",
    )


def create_complaints() -> None:
    table(
        "complaints",
        """
        reference 11; neighbourhood_id big neighbourhoods; decision_id big decisions;
        statement_id big? statements; notice_id big? notices; complainant_id big? members; grounds 4000;
        language 8; once 32; state complaintstate:waiting/decided; version number;
        first_decider_id big members; kept_out json; filed_at when; due_at when; late_since when?;
        handled_by_id big? members; human flag; outcome outcome:upheld/partly/reversed?; reasons 2000;
        decided_at when?; restored_at when?
        """,
        unique="reference once statement_id notice_id",
        indexes={
            "decision_id": ["decision_id"],
            "complainant_id": ["complainant_id"],
            "queue": ["municipality_id", "state", "due_at"],
        },
        about_one="(statement_id IS NULL) <> (notice_id IS NULL)",
        grounded="grounds <> ''",
        reasoned="state = 'waiting' OR (handled_by_id IS NOT NULL AND outcome IS NOT NULL "
        "AND reasons <> '' AND decided_at IS NOT NULL)",
        somebody_else="handled_by_id IS NULL OR handled_by_id <> first_decider_id",
        human="human",
    )


def lock_the_trail() -> None:
    """Refuse every change of what was written down; deleting is for who holds the permit of retention."""
    op.create_table(
        "retention_permits",
        sa.Column("id", BIG, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__retention_permits")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(REFUSE)
        for table in LOCKED:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION b2b_append_only()"
            )
        return
    for table in LOCKED:
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            "WHEN NOT EXISTS (SELECT 1 FROM retention_permits) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def downgrade() -> None:
    open_the_trail()
    for name in [
        "mutes",
        "complaints",
        "kept_words",
        "police_reports",
        "admissions",
        "listed_addresses",
        "sanctions",
    ]:
        op.drop_table(name)
    op.execute("DELETE FROM decisions WHERE kind IN ('hold', 'suspend_7', 'suspend_30', 'end')")
    with op.batch_alter_table("decisions") as batch:
        for name in ("human", "stated", "ruled", "decisionkind"):
            batch.drop_constraint(op.f(f"ck__decisions__{name}"), type_="check")
        batch.drop_constraint(op.f("uq__decisions__statement_id"), type_="unique")
        batch.drop_constraint(op.f("fk__decisions__statement_id__statements"), type_="foreignkey")
        batch.drop_column("statement_id")
        batch.create_check_constraint(op.f("ck__decisions__decisionkind"), f"kind IN ({OLD_KINDS})")
        batch.create_check_constraint(
            op.f("ck__decisions__ruled"), "kind NOT IN ('refuse', 'hide', 'warn') OR rule IS NOT NULL"
        )
    op.drop_table("statements")
    op.drop_index("ix__members__suspended", table_name="members")
    op.drop_column("members", "held_until")
    op.drop_column("members", "suspended_until")


def open_the_trail() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in LOCKED:
            op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        op.execute("DROP FUNCTION b2b_append_only()")
    else:
        for table in LOCKED:
            op.execute(f"DROP TRIGGER {table}_no_update")
            op.execute(f"DROP TRIGGER {table}_no_delete")
    op.drop_table("retention_permits")
