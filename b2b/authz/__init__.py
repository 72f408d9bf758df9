"""Who may: one table, read by the guard and by the buttons. Pure."""
