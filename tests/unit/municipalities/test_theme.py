"""A theme is values: readable ones, and nothing but values."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from b2b.municipalities.theme import (
    DEFAULT_THEME,
    PAIRS,
    Theme,
    ThemeError,
    contrast,
    contrast_failures,
    css,
)

OWN_STYLES = Path(__file__).parents[3] / "assets" / "css"


def test_black_on_white_has_the_most_contrast_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_a_colour_on_itself_has_no_contrast():
    assert contrast("#0b5d63", "#0b5d63") == pytest.approx(1)


def test_a_known_grey_has_its_known_contrast():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_default_theme_can_be_read_everywhere():
    assert contrast_failures(DEFAULT_THEME) == []


def test_a_pale_link_is_reported_with_where_it_stands_and_how_pale_it_is():
    found = contrast_failures(replace(DEFAULT_THEME, link="#9ad0d3"))
    assert {(pair.front, pair.ground) for pair in found} >= {("link", "paper"), ("link", "surface")}
    assert all(1 < pair.ratio < pair.least == 4.5 for pair in found)


def test_a_border_needs_less_contrast_than_words():
    grey = replace(DEFAULT_THEME, line_strong="#888888", ink_soft="#888888")
    assert {pair.front for pair in contrast_failures(grey)} == {"ink_soft"}


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_is_refused_when_both_are_one_colour(front, ground, least):
    same = replace(DEFAULT_THEME, **{front: "#777777", ground: "#777777"})
    assert (front, ground) in {(pair.front, pair.ground) for pair in contrast_failures(same)}


def test_the_style_sheet_holds_every_value_once():
    style = css(DEFAULT_THEME)
    for field in fields(Theme):
        assert style.count(f"--b2b-{field.name.replace('_', '-')}: {field.default};") == 1


def test_the_same_theme_is_always_the_same_text():
    assert css(Theme()) == css(DEFAULT_THEME)
    assert css(replace(DEFAULT_THEME, action="#123456")) != css(DEFAULT_THEME)


def test_the_style_sheet_starts_with_the_default_theme():
    # A page that knows no municipality (an error before any is found) still has colours.
    assert css(DEFAULT_THEME) in (OWN_STYLES / "theme.css").read_text(encoding="utf-8")


def test_every_value_of_a_theme_is_read_somewhere():
    style = "".join(path.read_text(encoding="utf-8") for path in OWN_STYLES.glob("*.css"))
    for field in fields(Theme):
        assert f"var(--b2b-{field.name.replace('_', '-')})" in style, field.name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("link", "red"),
        ("link", "#fff"),
        ("link", "#FFFFFF"),
        ("link", "#000000;} body {display:none"),
        ("link", "url(//elsewhere)"),
        ("radius_card", "12"),
        ("radius_card", "calc(1px)"),
        ("radius_control", "-4px"),
        ("weight_heading", "bold"),
        ("font", "Arial; } body { display: none"),
        ("font", 'Arial, "Noto'),
        ("font_heading", "url(letters.woff2)"),
        ("font", ""),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(name, value):
    with pytest.raises(ThemeError, match=name):
        replace(DEFAULT_THEME, **{name: value})


def test_a_theme_may_have_square_corners_and_a_font_of_its_own():
    theme = replace(
        DEFAULT_THEME, radius_card="0", radius_control="0.25rem", font='"Source Sans 3", Arial, sans-serif'
    )
    assert '--b2b-font: "Source Sans 3", Arial, sans-serif;' in css(theme)
