"""A few people in one column, so that one statement can ask "is this one of them": ",3,12,". Pure."""

from collections.abc import Iterable

NOBODY = ","
PEOPLE_MAX = 2000


def ids_in(column: str) -> tuple[int, ...]:
    """Return the member ids of a column."""
    return tuple(int(part) for part in column.split(",") if part)


def column_of(ids: Iterable[int]) -> str:
    """Return the column that holds these member ids; what does not fit is left out, the smallest ids stay."""
    column = NOBODY
    for one in sorted(set(ids)):
        longer = f"{column}{one},"
        if len(longer) > PEOPLE_MAX:
            break
        column = longer
    return column


def pattern_of(member_id: int) -> str:
    """Return what LIKE finds a member by."""
    return f"%,{member_id},%"
