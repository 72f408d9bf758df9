"""Places: municipalities, wijken, buurten, what lies next to what, settings."""
