"""The pages of pilots."""

from b2b.pilots.views import arranging, opening, reporting, team, where  # noqa: F401
from b2b.pilots.views.blueprint import pilots

__all__ = ["pilots"]
