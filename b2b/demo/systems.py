"""Another system in the demo: the municipality's own case system, which follows handoffs."""

from datetime import timedelta

from b2b.api import service
from b2b.api.rules import NewClient, Scope
from b2b.demo.stage import Stage


def connect(stage: Stage) -> None:
    """Let the case system in; whoever wants to try it makes a new secret at Beheer, Systemen."""
    town = stage.town("Nadia").municipality_id
    stage.acts("Nadia")
    until = stage.clock().date() + timedelta(days=365)
    new = NewClient(
        "Zaaksysteem (proef)", frozenset({Scope.HANDOFFS_READ, Scope.HANDOFFS_MOVE, Scope.SUBSCRIBE}), until
    )
    service.make(stage.work, town, new)
