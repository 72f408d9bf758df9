"""Put a PostgreSQL database back as it was when it was made, without making it anew."""

from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

SCHEMA = """
SELECT (SELECT string_agg(concat_ws(' ', relname, relkind, relrowsecurity, attname, atttypid, attnotnull), ','
                          ORDER BY relname, attname)
          FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid WHERE relnamespace = 'public'::regnamespace),
       (SELECT string_agg(concat_ws(' ', tgname, tgenabled), ',' ORDER BY tgname) FROM pg_trigger WHERE NOT tgisinternal),
       (SELECT string_agg(conname, ',' ORDER BY conname) FROM pg_constraint),
       (SELECT string_agg(polname, ',' ORDER BY polname) FROM pg_policy)
"""
"""What a test may have changed of the tables themselves."""

STUCK = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
"""
"""A connection that a test left in a transaction would keep us waiting."""


class Restorer:
    """Remembers a database (an address of its superuser) and brings it back to that."""

    def __init__(self, address: str):
        url = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = psycopg.connect(url, autocommit=True, prepare_threshold=0)
        self._run("SET session_replication_role = replica")  # no triggers: what may only grow is emptied too
        self._run("SET lock_timeout = '2s'")
        self._schema = self._run(SCHEMA)
        tables = [name for (name,) in self._run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        self._look = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in tables)
        filled = [name for (name,) in self._run(self._look)]
        self._rows = {name: self._copied(name) for name in filled}
        self._compare = "SELECT " + ", ".join(
            f"(SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM \"{name}\" t)" for name in filled
        )
        self._sums = self._run(self._compare)[0]
        numbers = self._run("SELECT sequencename, start_value, last_value FROM pg_sequences")
        self._numbers = "SELECT " + ", ".join(
            f"setval('\"{name}\"', {last or start}, {last is not None})" for name, start, last in numbers
        )

    def restore(self) -> bool:
        """Make everything as it was; False when that cannot be done, as the tables themselves changed."""
        try:
            self._run(STUCK)
            if self._run(SCHEMA) != self._schema:
                return False
            changed = {name for (name,) in self._run(self._look)} - set(self._rows)
            changed |= {
                name
                for name, then, now in zip(self._rows, self._sums, self._run(self._compare)[0], strict=True)
                if then != now
            }
            with self._connection.transaction():
                for name in changed:
                    self._run(f'DELETE FROM "{name}"')
                    self._fill(name)
                self._run(self._numbers)
            return True
        except psycopg.Error:  # somebody keeps a lock: the next test gets another database
            return False

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _run(self, sql: str) -> Sequence[Any]:
        cursor = self._connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []

    def _copied(self, name: str) -> bytes:
        with self._connection.cursor() as cursor, cursor.copy(f'COPY "{name}" TO STDOUT'.encode()) as copy:
            return b"".join(bytes(part) for part in copy)

    def _fill(self, name: str) -> None:
        if name in self._rows:
            with self._connection.cursor() as cursor, cursor.copy(f'COPY "{name}" FROM STDIN'.encode()) as copy:
                copy.write(self._rows[name])
