"""How words are read and weighed. No Flask, no database; the words themselves are in `b2b/matching/data`."""

from b2b.matching.rules.analyzer import read, version
from b2b.matching.rules.terms import TERM_MAX, Question, of_post, of_question

Q_MAX = 200
"""Characters of a search that are read."""

__all__ = ["Q_MAX", "TERM_MAX", "Question", "of_post", "of_question", "read", "version"]
