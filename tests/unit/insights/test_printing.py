"""A report becomes a tagged PDF, whatever words are in it; or it is said that it cannot be made now."""

from datetime import date

import pytest

from b2b.insights import printing
from b2b.insights.paper import Paper, Part, Sheet
from b2b.insights.printing import NotPrinted, as_pdf

MARKUP = '#read("/etc/passwd") *sterk* $x$ <a> @b // "\\'


def paper(words):
    sheet = Sheet("Hulpvragen per wijk", ("Wijk", words), (("Overvecht", "45"), ("Zuid", "-")), (1.0, None))
    part = Part("Wat vragen buren?", (words,), (sheet, Sheet("Zonder balk", ("A", "B"), ())))
    return Paper("Wat Buurthulp bracht", words, "Gemeente Utrecht", date(2026, 11, 22), "22 november 2026", (part,))


def test_a_report_is_a_tagged_pdf_and_markup_in_it_is_only_words():
    pdf = as_pdf(paper(MARKUP))
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid:part" in pdf


def test_what_takes_too_long_is_stopped_and_said(monkeypatch):
    monkeypatch.setattr(printing, "SECONDS", 0.01)
    with pytest.raises(NotPrinted):
        as_pdf(paper("kort"))


@pytest.mark.parametrize(
    "words", ["Samen sterk 🌻", "Wijk van 你好 en 한국", "👩‍👩‍👧 \ue000 \U0010ffff \u0378 e\u0351", "مرحبا Олена"]
)
def test_characters_that_no_letter_of_ours_shows_do_not_stop_a_report(words):
    assert as_pdf(paper(words)).startswith(b"%PDF-")
