"""A file of signposts is taken as a whole, or refused with the line and the reason."""

from datetime import date

import pytest

from b2b.signposts.rules import DANGER, BrokenFile, SignpostWords, read_file

HEAD = "naam,wat,voor_wie,soort,telefoon,website,openingstijden,bron,gecontroleerd_op\n"


def test_a_file_gives_its_signposts():
    found = read_file(
        HEAD + 'Buurtteam,"Denkt mee, gratis.",iedereen,papieren,14 030,https://x.nl,,x.nl,2026-11-22\n'
    )
    assert found == [
        SignpostWords(
            "Buurtteam", "Denkt mee, gratis.", "iedereen", "papieren", "14 030", "https://x.nl", "", "x.nl",
            date(2026, 11, 22),
        )
    ]  # fmt: skip


def test_a_file_from_a_dutch_spreadsheet_is_read_too():
    found = read_file("\ufeffwat;naam;soort\nDenkt mee;Buurtteam;gevaar\n")
    assert found == [SignpostWords("Buurtteam", "Denkt mee", category=DANGER)]


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        ("naam\nBuurtteam\n", 1, "de kolom wat ontbreekt"),
        (HEAD + ",Denkt mee,,,,,,,\n", 2, "vul een naam in"),
        (HEAD + "A,x,,,,,,,\nB,,,,,,,,\n", 3, "vul in wat deze plek doet"),
        (HEAD + "A,x,,toveren,,,,,\n", 2, "de soort hulp toveren kennen we niet"),
        (HEAD + "A,x,,,bel maar,,,,\n", 2, "het telefoonnummer klopt niet"),
        (HEAD + "A,x,,,,javascript:alert(1),,,\n", 2, "https://"),
        (HEAD + "A,x,,,,,,,22-11\n", 2, "schrijf de datum"),
        (HEAD + f"{'A' * 81},x,,,,,,,\n", 2, "te lang"),
        (HEAD + "A,x,,,,,,,,te veel\n", 2, "te veel kolommen"),
        (HEAD + "A,x,,,,,,,\nA,y,,,,,,,\n", 1, "twee keer"),
        (HEAD + 'A,"x\n', 2, "geen geldig CSV"),
        ("", 1, "ontbreekt"),
    ],
)
def test_a_broken_file_says_where_and_why(rows, line, why):
    with pytest.raises(BrokenFile) as refused:
        read_file(rows)
    assert f"Regel {line}:" in refused.value.sentence
    assert why in refused.value.sentence
    assert "Er is niets veranderd." in refused.value.sentence
