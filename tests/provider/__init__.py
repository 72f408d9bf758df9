"""Identity providers to sign in at: a real one, and one that lies."""
