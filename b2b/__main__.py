"""`python -m b2b`: the command line."""

import gc

# While all is loaded next to nothing goes away: to look for it often is a seventh of the start.
gc.set_threshold(100_000, 50, 1_000)

from b2b.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
