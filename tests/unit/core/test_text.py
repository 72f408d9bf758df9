"""The text of people: plain in, plain kept, escaped out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.core.text import clean, clean_line, excerpt, paragraphs


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hallo  ", "hallo"),
        ("een\r\ntwee", "een\ntwee"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("<b>vet</b> en <script>alert(1)</script>", "vet en alert(1)"),
        ("ik ben < 80 en > 70", "ik ben < 80 en > 70"),
        ("1 <2 en 3> 2", "1 <2 en 3> 2"),
        ("Jan & Piet", "Jan & Piet"),
        ("\u202egnp.exe", "gnp.exe"),
        ("re\u0301ne", "réne"),
        ("nul\x00teken", "nulteken"),
    ],
)
def test_text_is_kept_plain(typed, kept):
    assert clean(typed) == kept


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    if "<" not in text and "&" not in text:
        assert clean(once) == once


def test_a_line_has_no_line_ends():
    assert clean_line(" een\n twee\tdrie ") == "een twee drie"


@given(st.text(max_size=400), st.integers(min_value=10, max_value=200))
def test_an_excerpt_is_never_too_long(text, length):
    assert len(excerpt(text, length)) <= length


def test_an_excerpt_ends_at_a_word():
    assert excerpt("Wie kan mij morgen helpen met zware boodschappen", 30) == "Wie kan mij morgen helpen…"


def test_markup_is_shown_as_text():
    assert "<img" not in paragraphs('<img src=x onerror="alert(1)">')


def test_only_https_addresses_become_links_and_the_full_stop_stays_outside():
    html = paragraphs("Kijk op https://voorbeeld.nl/a?b=1&c=2. Niet javascript:alert(1) of http://x.nl")
    assert html.count("<a ") == 1
    assert 'href="https://voorbeeld.nl/a?b=1&amp;c=2"' in html


@given(st.text(max_size=300))
def test_no_text_can_close_a_tag_or_an_attribute(text):
    html = str(paragraphs(text))
    for made_by_us in ('<p class="utrecht-paragraph">', "</p>", "<br>", "</a>"):
        html = html.replace(made_by_us, "")
    import re

    html = re.sub(r'<a class="utrecht-link" rel="nofollow noopener ugc" href="https://[^"<>]*">', "", html)
    assert "<" not in html
    assert ">" not in html
