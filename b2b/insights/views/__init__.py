"""The pages of figures: for everybody, for the desk, for the municipality."""

from b2b.insights.views import everybody, open_data, reporting, studying, this_week  # noqa: F401
from b2b.insights.views.blueprint import insights

__all__ = ["insights"]
