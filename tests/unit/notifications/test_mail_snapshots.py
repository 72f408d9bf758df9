"""Every mail, written out: a change of words is seen in a diff before a resident sees it.

`SNAPSHOT_UPDATE=1 bin/test tests/unit/notifications/test_mail_snapshots.py` writes them anew.
"""

import os
import re
from pathlib import Path

import pytest
from justhtml import JustHTML

from b2b.config import ROOT, Settings
from b2b.factory import create_app
from b2b.notifications.mails import Addressee, Mails, Sender
from b2b.reactions import MAIL_CONTEXTS
from b2b.web.site import Site
from tests.mails.examples import every_example

TEMPLATES = ROOT / "templates" / "mail"
SNAPSHOTS = Path(__file__).parents[2] / "mails" / "snapshots"
EVENTS = sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir())
EXAMPLES = every_example()
SENDER = Sender(
    Site(municipality_id=1, municipality_name="Utrecht", phone="14 030"), "https://buurthulp.voorbeeld.nl"
)


@pytest.fixture(scope="module")
def mails(tmp_path_factory):
    """The mails of an app whose database nobody opens."""
    path = tmp_path_factory.mktemp("mails") / "never-opened.sqlite3"
    app = create_app(Settings(secret_key="x" * 32, database_url=f"sqlite:///{path}", base_url=SENDER.base_url))
    yield Mails(app)
    app.database.dispose()


def written(mails, name):
    words = {"first_name": "Fatima", **EXAMPLES[name]}
    reader = Addressee("fatima@voorbeeld.nl", words.pop("first_name"))
    return mails.render(name.partition("--")[0], reader, SENDER, words)


@pytest.mark.parametrize("event", EVENTS)
def test_a_mail_is_a_folder_of_three_files_and_has_an_example(event):
    assert sorted(path.name for path in (TEMPLATES / event).iterdir()) == ["body.html", "body.txt", "subject.txt"]
    assert event in EXAMPLES, f"write its words in tests/mails/examples, as {event!r}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_mail_reads_as_it_did(name, mails):
    subject, text, html = written(mails, name)
    now = f"{subject}\n{'=' * len(subject)}\n\n{text}\n{'-' * 72}\n{body(html)}\n"
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("SNAPSHOT_UPDATE") == "1":
        path.write_text(now, encoding="utf-8")
    assert path.exists(), f"no snapshot of {name}: run with SNAPSHOT_UPDATE=1"
    assert now == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_mail_keeps_the_house_style(name, mails):
    subject, text, html = written(mails, name)
    assert 0 < len(subject) <= 90
    assert not re.search(r"\n{4,}", text), "too many empty lines"
    assert not re.search(r"[ \t]+\n", text.replace("-- \n", "")), "spaces at the end of a line"
    glued = re.findall(r"[a-z][.!?:][A-Z]\w+", text)
    assert not glued, f"write {{% endif +%}} where a line must end after a condition: {glued}"
    assert not re.search(r"</?[a-z]+[ >]|&(amp|lt|quot|#)", text), "markup in plain text"
    assert not [e for e in JustHTML(html, collect_errors=True).errors if e.category != "security"]
    assert "<h1>" in html
    assert "localhost" not in text + html
    assert set(re.findall(r'href="([^"]*)"', html)) >= {SENDER.base_url}
    assert all(link.startswith(("https://", "tel:", "mailto:")) for link in re.findall(r'href="([^"]*)"', html))


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_a_mail_says_can_stand_on_a_page(name, mails):
    words = {"first_name": "Fatima", **EXAMPLES[name]}
    reader = Addressee("fatima@voorbeeld.nl", words.pop("first_name"))
    subject, html = mails.words(name.partition("--")[0], reader, SENDER, words)
    assert subject and html.strip()
    assert "<h1" not in html and "style" not in html
    assert not [e for e in JustHTML(f"<!doctype html>{html}", collect_errors=True).errors if e.category != "security"]


def test_every_snapshot_is_of_a_mail():
    assert {path.stem for path in SNAPSHOTS.glob("*.txt")} == set(EXAMPLES)


def test_every_mail_that_jobs_write_has_a_folder():
    assert set(MAIL_CONTEXTS) <= set(EVENTS)


def body(html):
    """Return what stands in the mail, without the style that all mails share."""
    return re.sub(r"<style>.*?</style>\n?", "", html, flags=re.DOTALL).strip()
