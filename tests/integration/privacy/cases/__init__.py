"""Rows of each class of keeping, by subject."""

from tests.integration.privacy.cases import desk, meeting, people, posts, review, software
from tests.integration.privacy.scene import CASES

__all__ = ["CASES", "desk", "meeting", "people", "posts", "review", "software"]
