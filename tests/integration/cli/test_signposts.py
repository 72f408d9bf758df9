"""`b2b signposts import`: a file is counted first, then taken over; a broken one changes nothing."""

import pytest
from click.testing import CliRunner

from b2b.cli.main import b2b
from b2b.signposts import queries

GOOD = "naam,wat,soort\nBuurtteam,Denkt mee.,\nLoket,Leest brieven.,papieren\n"


@pytest.fixture
def run(database_url, monkeypatch, tmp_path):
    """Import a file with these words into the database of the test; return what was said."""
    monkeypatch.setenv("B2B_SECRET_KEY", "a secret of the tests, at least 32 characters")
    file = tmp_path / "wegwijzers.csv"

    def command(text, *options):
        file.write_text(text, "utf-8")
        ended = CliRunner().invoke(b2b, ["--database-url", database_url, "signposts", "import", str(file), *options])
        return f"{ended.output}{ended.exception or ''}"

    return command


def test_a_file_is_counted_taken_over_and_refused_when_it_is_broken(run, make, writing):
    def names():
        with writing() as work:
            return [each.name for each in queries.every(work, make.municipality().id)]

    assert "Zou worden: 2 nieuw" in run(GOOD, "--dry-run")
    assert names() == []
    assert "Regel 4: vul een naam in. Er is niets veranderd." in run(GOOD + ",Zonder naam.,\n")
    assert names() == []
    assert "Gedaan: 2 nieuw, 0 veranderd, 0 gelijk gebleven." in run(GOOD)
    assert names() == ["Buurtteam", "Loket"]
