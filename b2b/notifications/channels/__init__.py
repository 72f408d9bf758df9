"""Ways for a message to reach a person, and their twins for tests."""
