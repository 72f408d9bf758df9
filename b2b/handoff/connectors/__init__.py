"""Ways for a handoff to reach a municipality: one Protocol, one registry, three twins."""
