"""What every feature stands on: time, ids, text, errors, events, lifecycles, the unit of work."""
