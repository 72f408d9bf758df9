"""What the desk should hear early: worries of neighbours, and signals that each have a reason in words."""
