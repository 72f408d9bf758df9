"""How often a process that was loaded looks for what it may forget."""

import gc


def settle() -> None:
    """Keep what was loaded for good: the garbage collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
