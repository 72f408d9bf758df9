"""Where else somebody can go in this municipality: help of organisations, shown where it fits and never in the way."""
