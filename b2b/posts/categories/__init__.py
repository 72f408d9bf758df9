"""The thirteen kinds of help, with what is dangerous in each. Pure data."""

from b2b.posts.categories.around import AROUND
from b2b.posts.categories.indoors import INDOORS
from b2b.posts.categories.shapes import Category, Risk, Stop, Task
from b2b.posts.categories.stops import STOPS

CATEGORIES: dict[str, Category] = {category.code: category for category in (*INDOORS, *AROUND)}
"""By code, in the order in which people see them."""

__all__ = ["CATEGORIES", "STOPS", "Category", "Risk", "Stop", "Task", "find_category"]


def find_category(code: str | None) -> Category | None:
    """Return the kind of help with this code, or None."""
    return CATEGORIES.get(code or "")
