"""What the municipality accounts for: recounted by SQL of its own, without small numbers, open to everybody."""

import csv
import io
from collections import Counter

import pytest
from sqlalchemy import text

from b2b.accounts.models import Member
from b2b.authz.predicates import Role
from b2b.moderation import queries, service
from b2b.moderation.rules import DecisionKind, Filed, NoticeCategory, Verdict
from tests.client import words
from tests.databases import raw

AREAS = {"overvecht": "BU03440333", "west": "BU03440113"}


@pytest.fixture
def chief(make):
    return make.staff(Role.ADMINISTRATOR, "Baas", everywhere=True)


@pytest.fixture
def year(make, writing, chief, clock):
    """A seeded year: many notices in one wijk, a few in another, most of them decided."""
    kinds = [DecisionKind.HIDE, DecisionKind.NO_ACTION, DecisionKind.WARN]
    for place, number in (("overvecht", 9), ("west", 3)):
        author = make.member(f"Van{place}", at=make.neighbourhood(AREAS[place]))
        for count in range(number):
            post = make.post(author, f"Bericht {place} {count}")
            category = list(NoticeCategory)[count % 7]
            with writing() as work:
                about = queries.target_by_reference(work, post.reference, post.municipality_id)
                filed = Filed(category, "Kijk eens.", f"O-{place}-{count}", email=f"{place}{count}@voorbeeld.nl")
                item = queries.item(work, service.file_notice(work, about, filed).review_item_id)
            clock.advance(hours=3)
            if count % 3 == 2:
                continue
            with writing() as work:
                work.actor_id = chief.id
                row = queries.item(work, item.id)
                kind = DecisionKind.PLACE if row.precaution_at else kinds[count % 2]
                rule = "kind" if kind is DecisionKind.HIDE else None
                service.decide(work, row, Verdict(kind, row.version, rule, "Daarom."))
    return author


def sheet(browser, query=""):
    answer = browser.get(f"/transparantie.csv{query}")
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    return {(row["onderdeel"], row["wat"], row["wijk"]): row["aantal"] for row in rows}


def test_the_report_is_what_an_independent_count_finds(browser, year, database):
    told = sheet(browser())
    with raw(database) as connection:

        def count(sql):
            return str(connection.execute(text(sql)).scalar())

        assert told["Meldingen", "Alle meldingen", ""] == count("SELECT COUNT(*) FROM notices") == "12"
        for category, label in (("fraud", "Oplichting of geld"), ("rude", "Schelden, pesten of bedreigen")):
            sql = f"SELECT COUNT(*) FROM notices WHERE category = '{category}'"
            assert told["Meldingen", label, ""] == count(sql)
        answered = (
            "SELECT COUNT(*) FROM notices n WHERE EXISTS "
            "(SELECT 1 FROM decisions d WHERE d.review_item_id = n.review_item_id)"
        )
        assert told["Meldingen", "Beantwoord", ""] == count(answered)
        for kind, label in (("hide", "Weggehaald"), ("no_action", "Niets gedaan"), ("place", "Geplaatst")):
            sql = f"SELECT COUNT(*) FROM decisions WHERE kind = '{kind}'"
            assert told["Besluiten", label, ""] == count(sql)
        assert told["Besluiten", "Besloten door een computer", ""] == count(
            "SELECT COUNT(*) FROM decisions WHERE automated"
        )
        moderators = "SELECT COUNT(DISTINCT member_id) FROM role_grants WHERE role = 'moderator'"
        assert told["Mensen", "Moderators", ""] == count(moderators)


def test_small_numbers_of_a_wijk_stay_unknown(browser, year):
    told = sheet(browser())
    of_notices = {
        place: number for (part, what, place), number in told.items() if (part, what) == ("Per wijk", "Meldingen")
    }
    assert of_notices["West"] == "te klein om te tonen"
    assert of_notices["Overvecht"] == "te klein om te tonen", "with the total one could subtract"
    numbers = Counter(number for number in told.values() if number.isdigit())
    shown = [row for row in told if row[0] == "Per wijk" and told[row].isdigit() and 0 < int(told[row]) < 5]
    assert not shown, numbers


def test_the_page_shows_the_year_and_offers_the_table(browser, year):
    page = words(browser().get("/transparantie"))
    assert "Verslag over veiligheid 2026" in page
    assert "Alle meldingen" in page
    assert "te klein" in page


@pytest.mark.parametrize("query", ["?jaar=1999", "?jaar=onzin", "?jaar=99999999999", "?jaar=%00"])
def test_an_absurd_year_is_this_year(browser, query):
    assert "Verslag over veiligheid 2026" in words(browser().get(f"/transparantie{query}"))


def test_another_municipality_counts_its_own(browser, year, make, writing):
    from b2b.moderation.queries import figures
    from b2b.web.site import Site  # noqa: F401 - the site of the test is Utrecht

    away = make.member("Ver", at=make.neighbourhood("BU07721110"))
    with writing() as work:
        since, until = work.now().replace(month=1, day=1), work.now().replace(year=2027, month=1, day=1)
        assert not figures(work, away.municipality_id, since, until).notices
        assert work.get(Member, away.id)


def test_a_wijk_has_a_page_that_says_how_it_is_kept_safe(browser, year):
    visitor = browser()
    page = words(visitor.get("/verantwoording"))
    for promise in (
        "Maak dan binnen 6 maanden bezwaar.",
        "Het nieuwste bericht staat bovenaan.",
        "Je krijgt geen computer",
    ):
        assert promise in page
    place = words(visitor.get("/verantwoording/overvecht"))
    assert "Dit gebeurde er in 2026 in deze wijk." in place
    assert "De helft is besloten binnen 3,0 uur." in place
    assert "Wij willen er 2." in place
    assert visitor.get("/verantwoording/atlantis").status_code == 404


def test_no_page_of_account_names_anybody(browser, year):
    visitor = browser()
    for address in ("/transparantie", "/transparantie.csv", "/verantwoording", "/verantwoording/overvecht"):
        text_of_page = visitor.get(address).text
        for secret in ("Vanovervecht", "Vanwest", "Baas", "voorbeeld.nl", "Bericht overvecht"):
            assert secret not in text_of_page
