"""Names, codes and postcodes as files and people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b2b.municipalities.rules import (
    SLUG_MAX,
    Level,
    area_code,
    district_name,
    main_district,
    municipality_of,
    pc4,
    read_code,
    slug,
    vintage_in,
)


@pytest.mark.parametrize(
    "written", [3440341, "03440341", "3440341.0", " bu03440341 ", "BU03440341", "2025BU03440341"]
)
def test_a_neighbourhood_is_known_however_its_code_is_written(written):
    assert area_code(Level.NEIGHBOURHOOD, written) == "BU03440341"


@pytest.mark.parametrize(
    "written", ["", None, "NL00", "WK034403", "BU0344034", "BU034403411", "Utrecht", "0", -5, 1e12]
)
def test_what_is_no_neighbourhood_has_no_code(written):
    assert area_code(Level.NEIGHBOURHOOD, written) is None


def test_a_code_tells_its_level_its_municipality_and_its_year():
    assert read_code("2025WK034403") == (Level.DISTRICT, "WK034403", 2025)
    assert read_code("gm0344") == (Level.MUNICIPALITY, "GM0344", None)
    assert municipality_of("BU03440341") == municipality_of("WK034403") == "GM0344"


@pytest.mark.parametrize("typed", ["3561", "3561 AB", "3561ab", " 35 61 a b ", "3561-AB", "3561.ab"])
def test_a_postcode_is_read_as_people_type_it(typed):
    assert pc4(typed) == "3561"


@pytest.mark.parametrize("typed", ["", "0561", "356", "35611", "3561A", "3561ABC", "AB3561", "3561 AB 12", "9" * 99])
def test_what_is_no_postcode_is_not_guessed_at(typed):
    assert pc4(typed) is None


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_any_typing_gives_four_digits_or_nothing(typed):
    digits = pc4(typed)
    assert digits is None or (len(digits) == 4 and digits.isdigit())


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("WijkBuurtkaart_2025_v1.zip", 2025),
        ("wijkenbuurten_2024_v3.gpkg", 2024),
        ("2023-cbs-pc6huisnr20230801_buurt.zip", 2023),
        ("pc6hnr20230801_gwb.csv", 2023),
        ("buurten.csv", None),
        ("van-2024-naar-2025.csv", None),
        ("112020.csv", None),
    ],
)
def test_the_year_is_in_the_name_of_the_file(name, year):
    assert vintage_in(name) == year


def test_a_wijk_is_called_what_people_call_it():
    assert district_name("Wijk 03 Overvecht") == "Overvecht"
    assert district_name("Wijk 00 Binnensingelgebied") == "Binnensingelgebied"
    assert district_name("Wijk C") == "Wijk C" and district_name("Wijk 07") == "Wijk 07"


def test_a_name_becomes_an_address():
    taken = set()
    assert slug("Nieuw Engeland, Th. a. Kempisplantsoen e.o.", taken) == "nieuw-engeland-th-a-kempisplantsoen-e-o"
    assert slug("Máximapark", taken) == "maximapark" and slug("MAXIMAPARK!", taken) == "maximapark-2"
    assert slug("…", taken) == "buurt"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_addresses_are_unique_and_fit_their_column_also_with_the_year_of_an_end(names):
    taken = set()
    found = [slug(name, taken) for name in names]
    found += [slug(f"{one} tot 2031", taken) for one in found]
    assert len(found) == len(set(found))
    assert all(len(one) <= SLUG_MAX and one.count("-") <= 15 for one in found)


def test_the_wijk_with_most_addresses_is_suggested():
    assert main_district({"WK034402": 1, "WK034401": 3}) == ("WK034401", 0.75)
    assert main_district({"WK034402": 2, "WK034401": 2})[0] == "WK034401"
