"""Messages to people: one row per message, rendered and sent by a job."""
