"""Every column says why it is there, who sees it, how long, and how it goes."""

import pytest
from sqlmodel import SQLModel

import b2b.tables  # noqa: F401 - every table, imported
from b2b.privacy.rules import MAP, RETENTION, Erase, Export, Ground, Seen

REAL = SQLModel.metadata.tables


def test_every_table_is_on_the_map_and_the_map_has_no_other() -> None:
    assert sorted(MAP) == sorted(REAL)


@pytest.mark.parametrize("name", sorted(MAP))
def test_every_column_is_on_the_map_and_the_map_has_no_other(name: str) -> None:
    assert sorted(MAP[name].columns) == sorted(REAL[name].columns.keys())


def test_every_class_of_keeping_exists_and_is_used() -> None:
    named = {column.kept for table in MAP.values() for column in table} | {table.kept for table in MAP.values()}
    assert named == set(RETENTION)


def test_every_entry_has_a_purpose_in_words() -> None:
    assert [
        f"{table.name}.{column.name}" for table in MAP.values() for column in table if len(column.purpose) < 3
    ] == []


def test_what_stays_after_erasure_says_why() -> None:
    silent = [
        f"{table.name}.{column.name}"
        for table in MAP.values()
        for column in table
        if column.erase is Erase.KEEP and not column.because
    ]
    assert silent == []


def test_a_table_with_an_owner_says_how_its_rows_are_erased() -> None:
    for table in MAP.values():
        if table.owners:
            assert table.erase is not Erase.NOBODY, table.name
            assert table.erase is Erase.DELETE or table.because, table.name


def test_a_table_about_people_without_an_owner_says_why() -> None:
    assert [table.name for table in MAP.values() if table.personal and not table.owners and not table.because] == []


def test_a_table_about_nobody_has_no_owner_and_points_to_no_member_as_one() -> None:
    for table in MAP.values():
        if not table.personal:
            assert not table.owners
            assert {column.export for column in table} == {Export.NOBODY}


@pytest.mark.parametrize("name", sorted(name for name, table in MAP.items() if table.owners))
def test_every_path_to_an_owner_leads_to_a_member(name: str) -> None:
    for path in MAP[name].owners:
        here, (*steps, last) = REAL[name], path.partition("=")[0].split(".")
        for step in steps:
            (link,) = here.columns[step].foreign_keys
            here = link.column.table
        assert last in here.columns
        if path.endswith("members.email_key"):
            assert last == "email_key"
        elif here.columns[last].foreign_keys:
            (link,) = here.columns[last].foreign_keys
            assert link.column.table.name == "members"
        else:
            assert (here.name, last) in {("members", "id"), ("audit_entries", "actor_id"), ("moves", "actor_id")}


def test_what_is_withheld_hangs_on_a_column_of_the_table() -> None:
    withheld = {table.name: table.withheld for table in MAP.values() if table.withheld}
    assert withheld == {"referrals": "hidden", "consent_exceptions": "secret", "handoff_notes": "!for_resident"}
    assert all(column.lstrip("!") in MAP[name].columns for name, column in withheld.items())


def test_what_points_to_a_member_is_on_a_table_about_people() -> None:
    for name, table in REAL.items():
        if any(link.column.table.name == "members" for column in table.columns for link in column.foreign_keys):
            assert MAP[name].personal, name


def test_what_is_sealed_is_never_kept_when_the_account_goes_unless_it_says_so() -> None:
    sealed = [
        (MAP[name], MAP[name].columns[column.name])
        for name, table in REAL.items()
        for column in table.columns
        if type(column.type).__name__ == "Sealed"
    ]
    assert sealed
    kept = {f"{table.name}.{column.name}" for table, column in sealed if column.erase is Erase.KEEP}
    assert kept == {
        "admissions.email",
        "incidents.what",
        "incidents.done",
        "outside_matters.what",
        "outside_matters.done",
        "pilot_notes.words",
        "police_reports.what",
        "worries.about",
        "worries.place",
        "worries.words",
    }


def test_a_replacement_is_written_down_where_there_is_one() -> None:
    for table in MAP.values():
        for column in table:
            assert bool(column.instead) == (column.erase is Erase.REPLACE), f"{table.name}.{column.name}"


def test_nothing_of_a_quiet_or_sealed_kind_is_seen_by_everyone() -> None:
    open_to_all = {
        f"{table.name}.{column.name}"
        for table in MAP.values()
        if table.personal
        for column in table
        if column.seen is Seen.EVERYONE
    }
    assert open_to_all == {"posts.title"}


def test_every_term_is_within_its_own_bounds() -> None:
    for term in RETENTION.values():
        if term.least is not None and term.most is not None:
            assert term.days is not None
            assert term.least <= term.days <= term.most, term.code
            assert term.chosen(term.least - 1) == term.days == term.chosen(term.most + 1)
            assert term.chosen(term.most) == term.most
        else:
            assert term.setting == ""


def test_the_grounds_are_those_of_a_municipality() -> None:
    assert {table.ground for table in MAP.values()} <= set(Ground)
