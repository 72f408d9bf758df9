"""Terms that people accept: versioned texts with a hash, and proof of each acceptance."""
