"""The demo as it stands once it was told, on both databases: told once for all tests of a file."""

import pytest
from sqlalchemy import text

from b2b.cli.demo import seed
from b2b.core.clock import ManualClock
from b2b.core.db import unit_of_work
from b2b.core.engines import connect
from b2b.reactions import REACTIONS
from tests.conftest import MONDAY


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request):
    maker = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres")
    with maker.fresh() as url:
        database = connect(url)
        with unit_of_work(database.write, REACTIONS, ManualClock(MONDAY)) as work:
            work.connection().execute(text("UPDATE municipalities SET opened_at = NULL"))  # as on a first start
            assert seed(work)
        yield database
        database.dispose()
