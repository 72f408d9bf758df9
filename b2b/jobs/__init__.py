"""Background work: an outbox table in the caller's transaction and a small worker (ADR 0004)."""
