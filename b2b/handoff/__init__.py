"""What neighbours cannot solve goes to the coordinator, by the resident's own word."""
