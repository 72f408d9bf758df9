"""A short thank-you after help, for the other alone or for the neighbourhood. No points, no ranking, no counts."""
