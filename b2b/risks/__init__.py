"""Which risks a municipality runs with neighbour help, and what went wrong: the register and its incidents."""
