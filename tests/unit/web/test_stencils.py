"""A stencil filled in reads as if it was drawn by hand, whatever people typed."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from b2b.web.stencils import Stencil, mark

HTML = f'<a id="x-{mark(0)}" href="{mark(1)}">{mark(2)}</a><p>{mark(0)}</p>'
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def by_hand(a, b, c):
    return Markup('<a id="x-{0}" href="{1}">{2}</a><p>{0}</p>').format(a, b, c)


@given(WORDS, WORDS, WORDS)
def test_it_is_the_same_as_drawn_by_hand(a, b, c):
    assert Stencil(HTML).fill((a, b, c)) == by_hand(a, b, c)


def test_a_value_with_the_character_between_values_moves_nothing():
    assert Stencil(HTML).fill(("a\x1fb", "c", "d")) == by_hand("a\x1fb", "c", "d")


def test_a_value_that_looks_like_a_mark_is_a_value():
    assert Stencil(HTML).fill((mark(2), "<b>", "veilig")) == by_hand(mark(2), "<b>", "veilig")


def test_a_value_without_a_hole_is_left_out():
    assert Stencil(f"<p>{mark(1)}</p>").fill(("weg", "&")) == Markup("<p>") + escape("&") + Markup("</p>")


def test_what_is_html_already_goes_in_as_it_is():
    frame = Stencil(f"<h1>{mark(0)}</h1>{mark(1)}")
    assert frame.fill(("<b>",), Markup("<p>&amp;</p>")) == Markup("<h1>&lt;b&gt;</h1><p>&amp;</p>")
