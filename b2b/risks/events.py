"""What happens to the register. Ids only."""

from dataclasses import dataclass

from b2b.core.events import Event


@dataclass(frozen=True)
class IncidentFiled(Event):
    """Somebody on the staff wrote down that a risk came true."""

    incident_id: int
