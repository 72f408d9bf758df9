"""Finding: search in posts (simple words now)."""
