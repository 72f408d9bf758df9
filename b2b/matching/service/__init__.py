"""What matching keeps: what open posts are found by, and what a municipality learns."""

from b2b.matching.service.indexing import follow, forget, index, read_again, reading_job
from b2b.matching.service.learning import (
    add_word,
    count_match,
    count_tap,
    forget_learnt,
    look_for_words,
    purge_counts,
    remove_word,
)

__all__ = [
    "add_word",
    "count_match",
    "count_tap",
    "follow",
    "forget",
    "forget_learnt",
    "index",
    "look_for_words",
    "purge_counts",
    "read_again",
    "reading_job",
    "remove_word",
]
