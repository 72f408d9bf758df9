"""State machines as data: a table of (state, action) -> state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Conflict


class IllegalMove(Conflict):
    """The thing is not in a state in which this can happen."""

    sentence = "Dit kan niet meer. Er is intussen iets veranderd."


@dataclass(frozen=True)
class Lifecycle:
    """The moves of one kind of thing. `name` is the singular used in history rows."""

    name: str
    moves: Mapping[tuple[StrEnum, StrEnum], StrEnum]

    def after(self, state: StrEnum, action: StrEnum) -> StrEnum:
        """Return the state that follows, or raise IllegalMove."""
        try:
            return self.moves[state, action]
        except KeyError:
            raise IllegalMove() from None

    def allows(self, state: StrEnum, action: StrEnum) -> bool:
        """Say whether `action` can happen now: a button is shown by this line."""
        return (state, action) in self.moves

    def actions(self, state: StrEnum) -> set[StrEnum]:
        """Return everything that can happen in `state`."""
        return {action for (before, action) in self.moves if before == state}

    def as_mermaid(self) -> str:
        """Return the diagram for the documentation (Mermaid stateDiagram-v2)."""
        lines = [f"    {a} --> {b}: {act}" for (a, act), b in self.moves.items()]
        return "\n".join(["stateDiagram-v2", *lines])
