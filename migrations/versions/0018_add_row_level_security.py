"""Add row-level security on PostgreSQL: a row is seen only within its own municipality.

A connection says which municipality it works for with the setting `b2b.municipality`: a key, or
"all" for the worker, the commands and migrations. Saying nothing shows nothing. FORCE: the owner of
the tables, which is the role that the site uses, is bound too.

A later migration that makes a table with `municipality_id` protects it with one line, on PostgreSQL:
`op.execute("SELECT b2b_protect('suggestions')")`. A test names the table that lacks it.
"""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

# The subqueries are asked once a query, not once a row; a number is compared with a number, which
# PostgreSQL may do before or after any other condition, so that indexes stay of use.
PROTECT = """
CREATE FUNCTION b2b_protect(tenant_table regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  condition text := $policy$
    municipality_id = (SELECT NULLIF(NULLIF(current_setting('b2b.municipality', true), ''), 'all')::bigint)
    OR (SELECT current_setting('b2b.municipality', true)) = 'all'
  $policy$;
BEGIN
  IF NOT (SELECT attnotnull FROM pg_attribute WHERE attrelid = tenant_table AND attname = 'municipality_id') THEN
    condition := condition || ' OR municipality_id IS NULL';
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('CREATE POLICY municipality ON %s USING (%s)', tenant_table, condition);
END $$
"""

TENANT_TABLES = """
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE attname = 'municipality_id' AND NOT attisdropped AND relkind IN ('r', 'p')
  AND relnamespace = current_schema()::regnamespace
"""

OPEN_AGAIN = f"""
DO $$
DECLARE tenant_table regclass;
BEGIN
  FOR tenant_table IN SELECT pg_class.oid::regclass {TENANT_TABLES} LOOP
    EXECUTE format('DROP POLICY IF EXISTS municipality ON %s', tenant_table);
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', tenant_table);
  END LOOP;
END $$
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(PROTECT)
        op.execute(f"SELECT b2b_protect(pg_class.oid::regclass) {TENANT_TABLES}")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(OPEN_AGAIN)
        op.execute("DROP FUNCTION b2b_protect(regclass)")
