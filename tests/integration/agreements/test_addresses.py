"""An address: sealed in the store, seen by one person, logged, and gone a day after the appointment."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from b2b.accounts.models import Block
from b2b.agreements import queries, service
from b2b.agreements.models import Agreement
from b2b.agreements.rules import ADDRESS_GONE_AFTER, AddressGone, Happened, NoAddressNow
from b2b.core.audit import AuditEntry
from b2b.notifications.channels.twin import text_of
from tests.databases import raw
from tests.integration.agreements.conftest import THURSDAY

CANARY = "Kanariepietdreef 4711"


@pytest.fixture
def shared(agreed, on):
    """Fatima gave her address."""
    return on(service.share_address, agreed, CANARY)


def everything_stored(database):
    """Return all that a thief of the database would hold, as bytes."""
    if database.dialect == "sqlite":
        path = Path(database.write.url.database)
        return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))
    with raw(database) as connection:
        tables = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).scalars()
        rows = [connection.execute(text(f'SELECT t::text FROM "{table}" t')).scalars().all() for table in tables]
    return "\n".join(str(row) for table in rows for row in table).encode()


def test_the_store_holds_the_address_sealed_only(shared, database, stored, worker):
    worker.run_until_quiet()
    assert stored(Agreement, shared.id).address == CANARY
    raw = everything_stored(database)
    assert b"bij de bibliotheek" in raw  # the search does find what is not sealed
    assert CANARY.encode() not in raw
    assert CANARY.encode().hex().encode() not in raw


def test_no_mail_holds_the_address(shared, on, fatima, worker, mail):
    on(service.show_address, shared)
    on(service.cancel, shared, fatima.id)
    worker.run_until_quiet()
    assert "heeft een adres gegeven" not in str(mail.last("fatima@voorbeeld.nl")["Subject"])
    for message in mail.sent:
        parts = [part.get_content() for part in message.iter_attachments()]
        assert "Kanariepietdreef" not in text_of(message) + str(message) + "".join(parts)


def test_the_helper_hears_that_there_is_an_address(shared, worker, mail):
    worker.run_until_quiet()
    assert str(mail.last("ahmed@voorbeeld.nl")["Subject"]) == "Fatima heeft een adres gegeven"


def test_looking_is_logged_and_the_asker_sees_the_first_time(shared, on, ahmed, clock, stored, work):
    on(service.show_address, shared)
    first = clock()
    clock.advance(hours=1)
    on(service.show_address, shared)
    assert stored(Agreement, shared.id).address_seen_at == first
    log = work.exec(select(AuditEntry).where(AuditEntry.action == "address.shown")).all()
    assert [entry.detail for entry in log] == [{"to": ahmed.id}] * 2
    assert CANARY not in str(log)


def test_another_address_is_seen_anew(shared, on, stored):
    on(service.show_address, shared)
    on(service.share_address, shared, "Ergensdreef 2")
    assert stored(Agreement, shared.id).address_seen_at is None


def test_an_address_belongs_to_an_appointment_that_stands(propose, on, ahmed):
    with pytest.raises(NoAddressNow):
        on(service.share_address, propose(ahmed), CANARY)


def test_it_is_gone_a_day_after_the_appointment(shared, clock, worker, stored, on):
    clock.moment = THURSDAY + ADDRESS_GONE_AFTER
    with pytest.raises(AddressGone):
        on(service.show_address, shared)
    worker.run_until_quiet()
    found = stored(Agreement, shared.id)
    assert found.address is None
    assert found.address_gone_at == clock()


def test_it_is_there_until_then(shared, clock, worker, stored, on):
    clock.moment = THURSDAY + ADDRESS_GONE_AFTER
    clock.advance(seconds=-1)
    worker.run_until_quiet()
    on(service.show_address, shared)
    assert stored(Agreement, shared.id).address == CANARY


def test_nobody_sees_it_in_the_minutes_before_the_job_runs(shared, clock, stored):
    clock.moment = THURSDAY + ADDRESS_GONE_AFTER
    assert queries.address_of(stored(Agreement, shared.id), clock()) is None


def test_cancelling_erases_it_at_once(shared, on, fatima):
    assert on(service.cancel, shared, fatima.id).address is None


def test_a_change_of_moment_erases_it_too(shared, propose, fatima, stored):
    propose(fatima, THURSDAY.replace(hour=12))
    assert stored(Agreement, shared.id).address is None


def test_the_asker_takes_it_back(shared, on):
    assert on(service.take_address_back, shared).address_gone_at
    with pytest.raises(AddressGone):
        on(service.show_address, shared)


def test_it_goes_when_nobody_came(shared, on, fatima, clock):
    clock.moment = THURSDAY
    assert on(service.tell, shared, fatima.id, Happened.NOBODY_CAME).address is None


def test_after_a_block_it_is_not_shown(shared, on, make, fatima, ahmed):
    make.save(
        Block(
            municipality_id=fatima.municipality_id,
            blocker_id=fatima.id,
            blocked_id=ahmed.id,
            created_at=fatima.created_at,
        )
    )
    with pytest.raises(AddressGone):
        on(service.show_address, shared)
