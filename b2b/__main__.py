"""`python -m b2b`: the command line."""

from b2b.cli.main import main

if __name__ == "__main__":
    main()
