"""What bin/run does before the site starts: packages, bytecode, assets. Nothing, when nothing changed."""

import sys

from _assets import prepare_assets
from _setup import REQUIREMENTS, Problem, only_one, prepare_python, say
from _words import prepare_words


def main() -> int:
    """Prepare the folder; return the exit code for the shell."""
    try:
        with only_one(REQUIREMENTS):
            site = prepare_python("run")
            prepare_words(site)
            prepare_assets()
    except Problem as problem:
        say(f"\n{problem}")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
