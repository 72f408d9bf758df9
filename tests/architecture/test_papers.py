"""The papers for a municipality say what the code does: the tables exist, and the terms are those of the rules."""

import re
from datetime import timedelta

import pytest
from sqlmodel import SQLModel

import b2b.tables
from b2b.agreements.rules import ADDRESS_GONE_AFTER
from b2b.core.audit import KEEP as KEEP_AUDIT
from b2b.handoff.rules import KEEP_CLOSED
from b2b.jobs.rules import KEEP_DEAD, KEEP_DONE
from b2b.moderation.rules import KEEP_NOTIFIER
from b2b.notifications.rules import KEEP as KEEP_NEWS
from b2b.posts.rules import DRAFT_LIFE, LIFE
from b2b.privacy.rules import RETENTION
from b2b.risks.rules import KEEP as KEEP_INCIDENT
from tests.architecture.tree import ROOT

PAPERS = ROOT / "docs" / "templates"
REGISTER = (PAPERS / "verwerkingsregister.md").read_text(encoding="utf-8")
ROWS = [line for line in REGISTER.splitlines() if line.startswith("| ") and "`" in line]
TERMS = {
    "agreements": [ADDRESS_GONE_AFTER, timedelta(days=RETENTION["agreement"].days)],
    "audit_entries": [KEEP_AUDIT],
    "conversations": [timedelta(days=RETENTION["conversation"].days)],
    "drafts": [DRAFT_LIFE],
    "handoffs": [KEEP_CLOSED],
    "incidents": [KEEP_INCIDENT],
    "jobs": [KEEP_NEWS, KEEP_DONE, KEEP_DEAD],
    "notices": [KEEP_NOTIFIER],
    "posts": [LIFE, timedelta(days=RETENTION["post"].days)],
}


def test_the_register_names_tables_that_exist():
    named = {name for row in ROWS for name in re.findall(r"`(\w+)`", row)}
    assert b2b.tables
    assert named <= set(SQLModel.metadata.tables)
    assert len(named) > 20


@pytest.mark.parametrize("table", TERMS)
def test_the_register_names_the_terms_that_are_kept(table):
    row = next(row for row in ROWS if f"`{table}`" in row)
    said = [int(days) for days in re.findall(r"(\d+) dag", row.split("|")[-2])]
    assert said == [term.days for term in TERMS[table]]


def test_every_paper_has_blanks_for_the_municipality_and_is_in_the_list():
    index = (PAPERS / "README.md").read_text(encoding="utf-8")
    for path in sorted(PAPERS.glob("*.md")):
        if path.name != "README.md":
            assert "[…]" in path.read_text(encoding="utf-8"), path.name
            assert f"({path.name})" in index
