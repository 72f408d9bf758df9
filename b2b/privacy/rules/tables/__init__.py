"""The data map itself, one file a subject. A new table, or a new column, needs its line in one of these files."""

from b2b.privacy.rules.tables import (
    decisions,
    desk,
    meeting,
    paper,
    people,
    pilots,
    places,
    posts,
    review,
    rights,
    trust,
)
from b2b.privacy.rules.words import Table

MAP: dict[str, Table] = {
    each.name: each
    for file in (people, trust, posts, meeting, desk, review, decisions, rights, paper, pilots, places)
    for each in file.TABLES
}
"""Every table of the database, by its name."""
