"""A try-out in some wijken: what is assumed beforehand, neighbourhoods that open one by one, and what came of it."""
