"""What every page knows of the municipality it is shown for. Frozen: error pages read it too."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Site:
    """The name on the door. `coordinator` is what this municipality calls the buurtregisseur."""

    municipality_id: int | None = None
    municipality_name: str = ""
    name: str = "Buurthulp"
    phone: str = "14 030"
    coordinator: str = "buurtregisseur"
    theme_url: str = ""
    demo: bool = False
    is_open: bool = True
    """Whether residents can take part, or only read about it."""
    asked: tuple[tuple[Any, ...], ...] = ()
    """Which versions of texts people must have accepted, as `b2b.consent` wrote them down."""


NOWHERE = Site()
"""Before any municipality exists: a page can still say what is wrong."""
