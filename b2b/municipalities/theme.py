"""The look of a municipality as values: colours, letters and corners, checked before they are used.

Pure. A `Theme` becomes a small style sheet of custom properties (`css`); which part of the
page reads which value is fixed in `assets/css/tokens.css`, the same for everybody. A theme
that somebody cannot read is refused: see `contrast_failures`.
"""

import re
from dataclasses import dataclass, fields

TEXT = 4.5
SHAPE = 3.0
"""The least contrast of WCAG 2.2: of text (1.4.3), and of borders, icons and focus (1.4.11)."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LENGTH = re.compile(r"(0|[0-9]{1,3}(\.[0-9]{1,3})?(px|rem))")
_WEIGHT = re.compile(r"[1-9]00")
_NAME = r"([A-Za-z-][A-Za-z0-9-]{0,40}|\"[A-Za-z0-9 -]{1,40}\")"
_FONT = re.compile(rf"{_NAME}(, {_NAME}){{0,9}}")
_KINDS = {"radius": _LENGTH, "weight": _WEIGHT, "font": _FONT}


class ThemeError(ValueError):
    """A value that is not a colour, length, weight or list of fonts."""


@dataclass(frozen=True)
class Theme:
    """Every value of a look. Colours are `#rrggbb` in small letters; `_ink` is what stands on its ground.

    The first word says where: `request` and `offer` are the two kinds of post, `action` is
    what can be pressed, `accent` is the one warm touch on dark ground.
    """

    paper: str = "#fbf7f0"
    surface: str = "#ffffff"
    soft: str = "#f3ebdd"
    ink: str = "#1c2b2e"
    ink_soft: str = "#4b5a5c"
    heading: str = "#0b3f45"
    line: str = "#e0d5c3"
    line_strong: str = "#6c7977"
    link: str = "#0b5d63"
    link_hover: str = "#07383c"
    action: str = "#0b5d63"
    action_hover: str = "#07464b"
    action_ink: str = "#ffffff"
    action_soft: str = "#e0efed"
    danger: str = "#b3261e"
    danger_hover: str = "#8c1c16"
    danger_ink: str = "#ffffff"
    accent: str = "#f6bd4a"
    accent_ink: str = "#2a1c00"
    header: str = "#0b3f45"
    header_ink: str = "#ffffff"
    nav: str = "#ffffff"
    nav_ink: str = "#22484c"
    nav_current: str = "#0b5d63"
    footer: str = "#0b3f45"
    footer_ink: str = "#f6efe2"
    request: str = "#b4471b"
    request_ink: str = "#8a3110"
    request_soft: str = "#fde8d8"
    offer: str = "#55801f"
    offer_ink: str = "#39570f"
    offer_soft: str = "#e9f2d8"
    info: str = "#2b6c99"
    info_soft: str = "#e4f0f8"
    good: str = "#3d7a2a"
    good_soft: str = "#e7f3e0"
    warning: str = "#a06400"
    warning_soft: str = "#fff1d1"
    error: str = "#b3261e"
    error_soft: str = "#fdebe8"
    focus: str = "#0f2629"
    focus_halo: str = "#ffd45e"
    radius_card: str = "16px"
    radius_control: str = "10px"
    font: str = 'system-ui, -apple-system, Roboto, "Noto Sans", Arial, sans-serif'
    font_heading: str = 'system-ui, -apple-system, Roboto, "Noto Sans", Arial, sans-serif'
    weight_heading: str = "800"

    def __post_init__(self) -> None:
        """Refuse what is no value of its kind, so that a theme can never carry other CSS."""
        for name, value in values(self):
            kind = _KINDS.get(name.split("_")[0], _COLOUR)
            if not kind.fullmatch(value):
                raise ThemeError(f"{name} cannot be {value!r}.")


def values(theme: Theme) -> list[tuple[str, str]]:
    """Return the names and values of a theme, in the order of the class."""
    return [(field.name, getattr(theme, field.name)) for field in fields(theme)]


DEFAULT_THEME = Theme()


def css(theme: Theme) -> str:
    """Return `theme` as a style sheet: one rule of custom properties."""
    lines = "".join(f"  --b2b-{name.replace('_', '-')}: {value};\n" for name, value in values(theme))
    return f":root {{\n{lines}}}\n"


@dataclass(frozen=True)
class Unreadable:
    """Two colours that meet on a page and lie too close: `ratio` is below `least`."""

    front: str
    ground: str
    ratio: float
    least: float


# What stands on what, on a page as it is drawn.
PAIRS: list[tuple[str, str, float]] = [
    ("ink", "paper", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "soft", TEXT),
    ("ink_soft", "paper", TEXT),
    ("ink_soft", "surface", TEXT),
    ("ink_soft", "soft", TEXT),
    ("heading", "paper", TEXT),
    ("heading", "surface", TEXT),
    ("link", "paper", TEXT),
    ("link", "surface", TEXT),
    ("link", "soft", TEXT),
    ("link", "action_soft", TEXT),
    ("link_hover", "paper", TEXT),
    ("action_ink", "action", TEXT),
    ("action_ink", "action_hover", TEXT),
    ("danger_ink", "danger", TEXT),
    ("danger_ink", "danger_hover", TEXT),
    ("accent_ink", "accent", TEXT),
    ("header_ink", "header", TEXT),
    ("nav_ink", "nav", TEXT),
    ("nav_current", "nav", TEXT),
    ("footer_ink", "footer", TEXT),
    ("request_ink", "request_soft", TEXT),
    ("request_ink", "paper", TEXT),
    ("offer_ink", "offer_soft", TEXT),
    ("offer_ink", "paper", TEXT),
    ("ink", "info_soft", TEXT),
    ("ink", "good_soft", TEXT),
    ("ink", "warning_soft", TEXT),
    ("ink", "error_soft", TEXT),
    ("link", "info_soft", TEXT),
    ("link", "good_soft", TEXT),
    ("link", "warning_soft", TEXT),
    ("link", "error_soft", TEXT),
    ("error", "paper", TEXT),
    ("error", "surface", TEXT),
    ("error", "error_soft", TEXT),
    ("info", "info_soft", SHAPE),
    ("good", "good_soft", SHAPE),
    ("warning", "warning_soft", SHAPE),
    ("request", "surface", SHAPE),
    ("request", "paper", SHAPE),
    ("request", "soft", SHAPE),
    ("offer", "surface", SHAPE),
    ("offer", "paper", SHAPE),
    ("action", "paper", SHAPE),
    ("line_strong", "surface", SHAPE),
    ("line_strong", "paper", SHAPE),
    ("accent", "header", SHAPE),
    ("accent", "footer", SHAPE),
    ("focus", "paper", SHAPE),
    ("focus", "focus_halo", SHAPE),
    ("focus_halo", "header", SHAPE),
    ("focus_halo", "footer", SHAPE),
]


def contrast_failures(theme: Theme) -> list[Unreadable]:
    """Return the pairs of `theme` that are too hard to read; an empty list means it may be used."""
    found = []
    for front, ground, least in PAIRS:
        ratio = contrast(getattr(theme, front), getattr(theme, ground))
        if ratio < least:
            found.append(Unreadable(front, ground, round(ratio, 2), least))
    return found


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast of two `#rrggbb` colours: from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
